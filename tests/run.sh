#!/bin/sh
# All checks, from a clean clone: sh tests/run.sh [arguments for pytest]
# Fetches uv into .tools if it is not there and, on Debian as root or with sudo that asks nothing,
# the system packages that the tests use. Needs python3 with pip.
set -eu
cd "$(dirname "$0")/.."

heading() {
    printf '\n== %s\n' "$1"
}

missing_packages() {
    for package in libgl1 libegl1 libxkbcommon0 libglib2.0-0 libfontconfig1 libdbus-1-3 \
        poppler-utils qpdf libreoffice-writer mat2 libimage-exiftool-perl libarchive-zip-perl; do
        # libglib2.0-0 and others carry another name in later releases and are provided by it
        dpkg-query -W -f '${db:Status-Abbrev} ${Package} ${Provides}\n' 2>/dev/null |
            grep '^ii' | grep -qE "[ ,]$package([ ,:(]|t64|\$)" || printf '%s ' "$package"
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

system_packages() {
    command -v apt-get >/dev/null || return 0
    packages=$(missing_packages)
    [ -n "$packages" ] || return 0
    line="apt-get install -y --no-install-recommends $packages"
    if [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null; then
        printf 'Some tests need system packages that are missing. As root: %s\n' "$line"
        return 0
    fi
    printf 'Installing what is missing: %s\n' "$packages"
    # shellcheck disable=SC2086 # one word per package
    as_root apt-get update -q &&
        as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -q --no-install-recommends $packages ||
        printf 'That did not work; tests that need them will say so. By hand: %s\n' "$line"
}

find_uv() {
    if [ -x .tools/bin/uv ]; then
        uv=.tools/bin/uv
    elif command -v uv >/dev/null; then
        uv=uv
    else
        python3 -m pip install --quiet --target .tools uv
        uv=.tools/bin/uv
    fi
}

run() {
    "$uv" run --no-sync "$@"
}

heading "System packages"
system_packages
heading "Locked environment"
find_uv
"$uv" sync --locked --group dev
heading "Format (ruff format)"
run ruff format --check
heading "Lint (ruff check)"
run ruff check
heading "Types (pyright)"
run pyright
heading "House (import-linter)"
run lint-imports --no-logo
heading "Tests (pytest)"
QT_QPA_PLATFORM=offscreen run pytest -n 2 "$@"
