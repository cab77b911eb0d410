#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tests/screenshots.sh [NAME…]: pictures of the real program with real clients, in build/screenshots. Each shot is a
# function; without a name all of them are taken. It has a display, a home and a runtime directory of its own.
#   SIGNALBOX=build/dev/bin/signalbox tests/screenshots.sh refusal      with that program, without building
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=packaging/dependencies.sh
source "$root/packaging/dependencies.sh"

pictures="$root/build/screenshots"
port=15210 # one of its own for each shot
program=${SIGNALBOX:-}
work=$(mktemp -d)
processes=()

end_processes() {
    local process
    for process in "${processes[@]}"; do
        kill -CONT -- "-$process" 2>/dev/null || true
        kill -- "-$process" 2>/dev/null || true
    done
    for process in "${processes[@]}"; do wait "$process" 2>/dev/null || true; done
    processes=()
}
finish() {
    end_processes
    [[ -z ${display:-} ]] || kill "$manager" "$display" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

# start LOG COMMAND…: in a process group of its own, so that children end with it.
start() {
    local log=$1
    shift
    rm -f "$work/$log"
    setsid "$@" >"$work/$log" 2>"$work/$log.err" &
    processes+=($!)
}

# wait_for LOG WORD
wait_for() {
    local try
    for ((try = 0; try < 300; ++try)); do
        grep -qs -- "$2" "$work/$1" && return
        sleep 0.1
    done
    cat "$work/$1.err" >&2
    fail "$1 did not say \"$2\" in 30 s"
}

start_display() { # WIDTHxHEIGHT
    local number
    rm -f "$work/display"
    Xvfb -displayfd 3 -screen 0 "$1x24" -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
    display=$!
    until [[ -s $work/display ]]; do sleep 0.1; done
    number=$(<"$work/display")
    export DISPLAY=":$number"
    # Without borders: the window is the picture.
    openbox --config-file "$work/openbox.xml" >/dev/null 2>&1 &
    manager=$!
}

stop_display() {
    kill "$manager" "$display" 2>/dev/null || true
    wait "$manager" "$display" 2>/dev/null || true
    display=
}

# open THEME LAYOUT [OPTION…]: a fresh home, the program, its window.
open() {
    local theme=$1 layout=$2
    shift 2
    port=$((port + 1))
    url="ws://127.0.0.1:$port"
    rm -rf "$work/home"
    mkdir -p "$work/home/state/signalbox" "$work/home/runtime"
    chmod 700 "$work/home/runtime"
    printf '[General]\nversion=3\ntheme=%s\nlayout=%s\n' "$theme" "$layout" >"$work/home/state/signalbox/window.ini"
    start program env HOME="$work/home" XDG_CONFIG_HOME="$work/home/config" XDG_DATA_HOME="$work/home/data" \
        XDG_STATE_HOME="$work/home/state" XDG_RUNTIME_DIR="$work/home/runtime" DBUS_SESSION_BUS_ADDRESS=disabled: \
        QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8 "$program" --lang en --listen "127.0.0.1:$port" "$@"
    wait_for program "listening on"
    wait_for_window
    timeout 5 xdotool windowactivate --sync "$window" 2>/dev/null || true
}

# A window that comes or goes while xdotool searches makes it fail: asked again.
wait_for_window() {
    local try
    for ((try = 0; try < 300; ++try)); do
        window=$(xdotool search --onlyvisible --name '^Signalbox' 2>/dev/null | tail -n 1) || true
        [[ -z $window ]] || return 0
        sleep 0.1
    done
    fail "no window in 30 s"
}

clients() { # SCENE
    start clients /usr/bin/python3 "$root/tests/screenshots_clients.py" "$1" "$url"
    wait_for clients ready
}

keys() { xdotool key --clearmodifiers --delay 60 "$@"; }
text() { xdotool type --clearmodifiers --delay 15 "$1"; }

# picture NAME: when the window has come to rest.
picture() {
    sleep 1.5
    import -window root "$pictures/$1.png"
    say "build/screenshots/$1.png"
}

# filter WORDS: and the first row that is left is selected.
filter() {
    keys ctrl+f
    text "$1"
    sleep 0.6
    keys ctrl+3 Home
}

shot_first_start() {
    open light inspect
    picture first-start
}
shot_empty() {
    open light inspect
    clients three
    keys ctrl+l
    picture empty
}
shot_inspect_light() {
    open light inspect --demo
    clients three
    filter price
    picture inspect-light
}
shot_inspect_dark() {
    open dark inspect --demo
    clients three
    filter price
    picture inspect-dark
}
shot_operate_light() {
    open light operate --demo
    clients three
    picture operate-light
}
shot_operate_dark() {
    open dark operate --demo
    clients three
    picture operate-dark
}
shot_high_contrast() {
    open "high contrast" inspect --demo
    clients three
    filter price
    picture high-contrast
}
shot_fragments() {
    open light inspect
    clients fragments
    filter story
    keys Down
    picture fragments
}
shot_fan() {
    open light inspect --set limits.queue_stall_timeout=60s # it is to be seen waiting
    clients fan
    filter picture
    picture fan
}
shot_refusal() {
    open light inspect
    clients refusal
    filter shop.example
    picture refusal
}
shot_nobody() {
    open light inspect
    clients three
    keys ctrl+4
    text 'Is anybody there?'
    picture nobody
}
shot_sleeping() {
    open light operate
    clients sleeping
    keys ctrl+4
    text 'Dinner is ready'
    keys alt+o # To
    text 'group:red'
    keys Return ctrl+Return
    sleep 6
    picture sleeping
}
shot_large_text() {
    open light inspect --demo
    clients three
    keys ctrl+plus ctrl+plus ctrl+plus ctrl+plus ctrl+plus
    filter price
    picture large-text
}
shot_commands() {
    open light inspect --demo
    clients three
    keys ctrl+k
    text 'lay'
    picture commands
}

services_home() { # with all the examples, one that cannot be read, and one that hangs when it is spoken to
    mkdir -p "$work/services"
    cp "$root"/resources/services/*.js "$work/services"
    printf 'service({\n    basePath: "/orders",\n    upgradePath: "/ws"\n    onOpen() {},\n});\n' >"$work/services/orders.js"
    printf 'service({ basePath: "/stuck", upgradePath: "/ws",\n    onTextMessage() { for (;;) {} } });\n' \
        >"$work/services/stuck.js"
}
shot_services() {
    local theme
    services_home
    for theme in light dark; do
        open "$theme" inspect --set "services.folder=$work/services"
        clients services
        keys ctrl+shift+s End Up
        picture "services-$theme"
        end_processes
    done
    open light inspect
    keys ctrl+shift+s
    picture services-empty
}
shot_scale_two() {
    open light inspect --demo
    clients three
    filter price
    picture scale-two
}
shot_small() {
    open light inspect --demo
    clients three
    filter price
    picture small-inspect
    keys F9
    picture small-operate
    keys F9 ctrl+6
    picture small-charts
}

declare -A screens=([small]=1280x720 [scale_two]=2560x1440) # others: 1440x900
declare -A scales=([scale_two]=2)
all=(first_start empty inspect_light inspect_dark operate_light operate_dark high_contrast fragments fan refusal nobody
    sleeping large_text commands services small scale_two)

install_packages "${screenshot_packages[@]}"
if [[ -z $program ]]; then
    install_packages "${build_packages[@]}" "${window_packages[@]}"
    build_preset release
    program="$root/build/release/bin/signalbox"
fi
program=$(realpath "$program")
mkdir -p "$pictures"
cat >"$work/openbox.xml" <<'END'
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <applications>
    <application class="*" type="normal"><decor>no</decor><maximized>yes</maximized></application>
  </applications>
</openbox_config>
END

shots=("$@")
((${#shots[@]})) || shots=("${all[@]}")
for shot in "${shots[@]}"; do
    shot=${shot//-/_}
    declare -F "shot_$shot" >/dev/null || fail "no shot is called $shot; there are: ${all[*]}"
    export QT_SCALE_FACTOR=${scales[$shot]:-1}
    start_display "${screens[$shot]:-1440x900}"
    "shot_$shot"
    end_processes
    stop_display
done
