#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tests/run.sh [dev|asan|tsan] [arguments of ctest]: installs what the tests need, builds, and runs them.
#   tests/run.sh                         everything
#   tests/run.sh -R websocket            what is named so
#   tests/run.sh asan -R '^routing'      the same under a sanitizer
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=packaging/dependencies.sh
source "$root/packaging/dependencies.sh"

preset=dev
case ${1:-} in
dev | asan | tsan)
    preset=$1
    shift
    ;;
esac

# Debian's npm conflicts with the Node packages of other sources: taken only where there is none.
command -v npm >/dev/null || test_packages+=(nodejs npm)
# Ubuntu's chromium is a snap, which does not start in a container: there the browser tests are skipped.
if grep -qs '^ID=ubuntu$' /etc/os-release; then
    command -v chromium >/dev/null || say "Ubuntu has no Chromium package: the browser tests will be skipped"
else
    test_packages+=(chromium)
fi
install_packages "${build_packages[@]}" "${window_packages[@]}" "${test_packages[@]}"

# The proxies are unpacked and not installed: installed, they would serve port 80 of this machine.
# unpacked PROGRAM PLACE: where the program is, in the system or in a folder of the build; nothing when it cannot be had.
unpacked() {
    local name=$1 folder="$root/build/$preset/$1" found
    found=$(PATH=$PATH:/usr/sbin command -v "$name" || true)
    if [[ -z $found && ! -x $folder/$2 ]]; then
        mkdir -p "$folder"
        # shellcheck disable=SC2016 # for the inner shell
        try_step "unpacking $name" "$root/build/$name.log" \
            bash -c 'cd "$1" && apt-get download "$2" && dpkg -x "$2"_*.deb .' unpack "$folder" "$name" ||
            say "there is no $name: its test will be skipped"
    fi
    [[ -n $found || ! -x $folder/$2 ]] || found=$folder/$2
    printf '%s' "$found"
}
SIGNALBOX_NGINX=$(unpacked nginx usr/sbin/nginx)
SIGNALBOX_CADDY=$(unpacked caddy usr/bin/caddy)
export SIGNALBOX_NGINX SIGNALBOX_CADDY

# The clients that others wrote in JavaScript, in the versions of the lock file.
packages="$root/tests/integration"
if [[ -f $packages/package-lock.json ]]; then
    node="$root/build/$preset/node"
    if ! cmp -s "$packages/package-lock.json" "$node/installed.json"; then
        mkdir -p "$node"
        for file in package.json package-lock.json .npmrc; do
            [[ ! -f $packages/$file ]] || cp "$packages/$file" "$node/"
        done
        run_step "installing Node packages" "$node/npm.log" \
            npm ci --prefix "$node" --ignore-scripts --no-audit --no-fund
        cp "$node/package-lock.json" "$node/installed.json"
    fi
    export SIGNALBOX_NODE_MODULES="$node/node_modules"
fi

build_preset "$preset"

# What a sanitizer finds is a failed test. Qt is not instrumented: what it does inside itself is not judged.
# A small quarantine, because some tests measure the memory of the program.
export ASAN_OPTIONS="${ASAN_OPTIONS:-detect_leaks=1 quarantine_size_mb=16}"
# OpenSSL keeps memory for each thread that ever hashed, and says goodbye to none.
export LSAN_OPTIONS="${LSAN_OPTIONS:-suppressions=$root/tests/support/leak_suppressions.txt print_suppressions=0}"
export UBSAN_OPTIONS="${UBSAN_OPTIONS:-print_stacktrace=1 halt_on_error=1}"
# A test that starts a program forks while it has threads.
export TSAN_OPTIONS="${TSAN_OPTIONS:-ignore_noninstrumented_modules=1 halt_on_error=1 die_after_fork=0}"

say "testing ($preset)…"
cd "$root"
exec ctest --preset "$preset" --parallel 2 --no-tests=error "$@"
