#!/bin/sh
# Start Proofsheet from a checkout: sh packaging/run.sh [arguments]
# The first start installs it into .venv; later ones only look whether pyproject.toml has changed.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/setup.sh"

case ${1-} in
check | toml | export | report | --version | --help | -h)
    use_system # No window, so nothing that a window needs.
    ;;
*)
    if [ -n "${DISPLAY-}" ]; then
        use_system window display
    else
        use_system window
    fi
    ;;
esac
install ''

# The first start without arguments shows the sample dataset, later ones what was open last.
if [ $# -eq 0 ] && [ ! -e "$venv/sample-shown" ]; then
    : >"$venv/sample-shown"
    set -- --sample
fi
exec "$venv/bin/proofsheet" "$@"
