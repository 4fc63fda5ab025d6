#!/bin/sh
# Every check of the project: sh packaging/test.sh [pytest arguments]
# Needs no screen. Installs what is missing, like run.sh, with the dev extra.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/setup.sh"
cd "$root"

if may_install; then
    use_system window display screenshots
else
    use_system window
fi
install '[dev]'

QT_QPA_PLATFORM=offscreen
PYRIGHT_PYTHON_IGNORE_WARNINGS=1 # A newer pyright is no reason to print.
export QT_QPA_PLATFORM PYRIGHT_PYTHON_IGNORE_WARNINGS

step() {
    say "$*"
    "$@"
}

PATH=$venv/bin:$PATH
step ruff check .
step ruff format --check .
step pyright
step pytest -n 2 --dist loadfile "$@"
