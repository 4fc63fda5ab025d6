# shellcheck shell=sh
# What run.sh and test.sh share: the system libraries, .venv, and what is installed in it.
# Sourced, not run: expects $root. Everything it says goes to standard error, because
# `run.sh check` may print nothing but JSON on standard output.

venv=${root:?}/.venv

say() {
    printf '%s\n' "proofsheet: $*" >&2
}

stop() {
    say "$*"
    exit 2
}

may_install() {
    [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1
}

# apt_install PACKAGE...
apt_install() {
    say "installing with apt-get: $*"
    DEBIAN_FRONTEND=noninteractive
    export DEBIAN_FRONTEND
    apt-get update -qq >&2 || say "apt-get update failed, trying with the old lists"
    apt-get install -y -qq --no-install-recommends "$@" >/dev/null ||
        stop "apt-get could not install $*; its reason stands above"
}

# need PACKAGE...: install them, or name the command and stop.
need() {
    if may_install; then
        apt_install "$@"
    elif command -v apt-get >/dev/null 2>&1; then
        stop "something is missing on this system; install it with:" \
            "sudo apt-get install -y --no-install-recommends $*"
    else
        stop "something is missing on this system; install what Debian calls: $*"
    fi
}

# Sets $python to the first Python that is new enough.
find_python() {
    for python in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            return 0
        fi
    done
    return 1
}

# missing_packages ARGUMENT...: see missing_packages.py.
missing_packages() {
    case $(uname -s) in
    Linux) "$python" -I -S "$root/packaging/missing_packages.py" "$@" ;;
    esac
}

# What .venv was made from; a change of either means that it has to be made again.
installed_state() {
    printf '%s\n' "$root"
    cat "$root/pyproject.toml"
}

is_installed() {
    [ -x "$venv/bin/python" ] && installed_state | cmp -s - "$venv/installed$1"
}

# A .venv that was moved here with its folder points to the old place, and one whose making was
# broken off has no pip; one that a developer made has no note of its place and is used as it is.
is_usable() {
    [ "$(cat "$venv/folder" 2>/dev/null || echo "$root")" = "$root" ] &&
        "$venv/bin/python" -m pip --version >/dev/null 2>&1
}

# use_system FEATURE...: make sure of Python and of what missing_packages.py finds missing.
use_system() {
    python=$venv/bin/python
    if [ ! -x "$python" ] && ! find_python; then
        may_install || stop "Python 3.11 or newer is needed, and python3 is" \
            "$(python3 --version 2>&1 || true)"
        apt_install python3 python3-venv
        find_python || stop "Python 3.11 or newer is needed, and this system offers" \
            "$(python3 --version 2>&1)"
    fi
    packages=$(missing_packages "$@")
    # One word a package.
    # shellcheck disable=SC2086
    [ -z "$packages" ] || need $packages
}

# install EXTRA: make .venv hold Proofsheet, with `[dev]` or (EXTRA empty) without.
# pip only runs when pyproject.toml or the place of the folder has changed.
install() {
    if is_installed "$1" || { [ -z "$1" ] && is_installed '[dev]'; }; then
        return
    fi
    python=
    find_python || stop "Python 3.11 or newer is needed"
    "$python" -c 'import ensurepip, venv' 2>/dev/null || need python3-venv
    say "installing into .venv (once; it takes a minute or two)"
    if ! is_usable; then
        "$python" -m venv --clear "$venv" >&2 || stop "could not make $venv"
    fi
    printf '%s\n' "$root" >"$venv/folder"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input \
        --editable "$root$1" >&2 || stop "pip could not install Proofsheet; its reason stands above"
    installed_state >"$venv/installed$1"
}
