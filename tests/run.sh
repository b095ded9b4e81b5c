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

check() {
    heading "$1"
    shift
    "$uv" run --no-sync "$@" || failed=1
}

# Types take as long as some hundred tests, on one core: beside the tests, which go first.
begin_types() {
    types=$(mktemp)
    nice "$uv" run --no-sync pyright >"$types" 2>&1 &
    typing=$!
    trap '[ -z "$typing" ] || kill "$typing" || true; rm -f "$types"' EXIT
    trap 'exit 130' INT TERM
}

end_types() {
    heading "Types (pyright)"
    wait "$typing" || failed=1
    typing=
    cat "$types"
}

failed=0
heading "System packages"
system_packages
heading "Locked environment"
find_uv
"$uv" sync --locked --group dev
begin_types
check "Format (ruff)" ruff format --check
check "Lint (ruff)" ruff check
check "House (import-linter)" lint-imports --no-logo
[ "$failed" = 0 ] || printf '\nA check above failed; the tests run all the same.\n'
export QT_QPA_PLATFORM=offscreen
unset PYTHONDONTWRITEBYTECODE # many tests start Python anew, and each would compile the package
check "Tests (pytest)" pytest -n 2 --dist worksteal "$@"
end_types
exit "$failed"
