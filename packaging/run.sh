#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/run.sh [arguments]: installs what is missing, builds Signalbox, and starts it with the arguments.
# Where there is no display it starts without a window.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=packaging/dependencies.sh
source "$root/packaging/dependencies.sh"

# Answers yes when these arguments would open a window.
opens_window() {
    local argument
    for argument in "$@"; do
        case $argument in
        --no-gui | --attach | --attach=* | -h | --help | -v | --version) return 1 ;;
        esac
    done
    [[ ${1:---} == -* ]] # else it is a command: send, tail, check-config …
}

install_packages "${build_packages[@]}" "${window_packages[@]}"
build_preset release

# QT_QPA_PLATFORM set by hand means that the user knows of a display that we do not see.
if [[ -z ${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-} ]] && opens_window "$@"; then
    say "no display here: starting without a window (--no-gui)"
    set -- --no-gui "$@"
fi
exec "$root/build/release/bin/signalbox" "$@"
