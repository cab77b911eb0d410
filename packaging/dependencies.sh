# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by packaging/run.sh and tests/run.sh: the packages that Signalbox needs, and the steps that both take.
# The names are those of Debian 12 and Ubuntu 24.04. The caller sets `root`, the top folder of the source tree.
: "${root:?}"

# shellcheck disable=SC2034 # used by the scripts that source this file
build_packages=(cmake ninja-build g++ pkgconf qt6-base-dev qt6-websockets-dev qt6-tools-dev qt6-l10n-tools
    qt6-declarative-dev
    libsimdjson-dev libboost-dev libtomlplusplus-dev libsystemd-dev)
# The window: its icons, its charts, and a font, without which every letter is a box.
# shellcheck disable=SC2034
window_packages=(qt6-svg-dev libqcustomplot-dev qt6-translations-l10n fonts-dejavu-core ${WAYLAND_DISPLAY:+qt6-wayland})
# shellcheck disable=SC2034
test_packages=(python3 python3-websockets python3-prometheus-client curl openssl jq php-cli desktop-file-utils fonts-dejavu-core
    xvfb xauth dbus mandoc zsh)
# tests/screenshots.sh
# shellcheck disable=SC2034
screenshot_packages=(python3 python3-websockets xvfb openbox xdotool imagemagick)

# Progress goes to stderr: what the program prints on stdout can be piped.
say() { printf 'signalbox: %s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

# count_of N WORD: "1 package", "3 packages".
count_of() { printf '%s %s%s' "$1" "$2" "$( (($1 == 1)) || printf s)"; }

# missing_packages PACKAGE…: prints those that are not installed, one a line.
missing_packages() {
    local installed
    # dpkg-query fails when it does not know one of them; it prints the others all the same.
    installed=$(dpkg-query --show --showformat='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null |
        sed -n 's/ installed$//p' || true)
    comm -13 <(sort -u <<<"$installed") <(printf '%s\n' "$@" | sort -u)
}

# has_candidate PACKAGE: apt can install it.
has_candidate() { [[ $(LC_ALL=C apt-cache policy "$1" 2>/dev/null) == *"  Candidate: "[!\(]* ]]; }

# install_packages PACKAGE…: installs what is missing; says nothing when nothing is.
install_packages() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        say "this system has no apt, so nothing was installed. What is needed, by the names that Debian has for it:"
        printf '  %s\n' "$@" >&2
        say "with these installed: cmake --preset release && cmake --build --preset release, then build/release/bin/signalbox"
        exit 1
    fi
    local missing package unobtainable=() as_root=()
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0

    if ((EUID != 0)); then
        command -v sudo >/dev/null ||
            fail "neither root nor sudo, so these cannot be installed; as root: apt-get install ${missing[*]}"
        as_root=(sudo)
    fi
    as_root+=(env DEBIAN_FRONTEND=noninteractive apt-get --quiet -o DPkg::Lock::Timeout=120)
    try_step "reading the lists of packages" "$root/build/apt-update.log" "${as_root[@]}" update ||
        say "apt-get update failed (build/apt-update.log); going on with the lists that are here"
    for package in "${missing[@]}"; do
        has_candidate "$package" || unobtainable+=("$package")
    done
    ((${#unobtainable[@]} == 0)) ||
        fail "apt has no package ${unobtainable[*]}: Debian 12, Ubuntu 24.04 or newer is needed (on Ubuntu with \"universe\")"
    run_step "installing $(count_of ${#missing[@]} package): ${missing[*]}" "$root/build/apt-install.log" \
        "${as_root[@]}" install --yes --no-install-recommends "${missing[@]}"
}

# Passes lines on; on a terminal it also shows how far a build is ("building… 12 of 345").
follow() {
    local text=$1 line shown=0
    while IFS= read -r line; do
        printf '%s\n' "$line"
        if [[ -t 2 && $line =~ ^\[([0-9]+)/([0-9]+)\] ]]; then
            printf '\rsignalbox: %s… %s of %s' "$text" "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" >&2
            shown=1
        fi
    done
    ((shown == 0)) || printf '\n' >&2
}

# try_step TEXT LOG COMMAND…: one line of progress; what the command says goes to LOG. Answers with its status.
try_step() {
    local text=$1 log=$2
    shift 2
    mkdir -p "$(dirname "$log")"
    say "$text…"
    (
        set -o pipefail
        "$@" </dev/null 2>&1 | follow "${text%%:*}" >"$log"
    )
}

# run_step TEXT LOG COMMAND…: the same; on failure it shows the end of LOG and stops the script.
run_step() {
    try_step "$@" && return
    tail -n 40 "$2" >&2
    fail "failed: ${1%%:*}. All that it said is in $2"
}

# build_preset PRESET: configures when needed, and builds; says nothing when everything is up to date.
# Sources are compiled eight at a time, which takes a third of the time when everything is built.
build_preset() {
    local preset=$1 directory="$root/build/$1"
    if command -v ccache >/dev/null; then # what another clone has compiled serves this one, too
        export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_SLOPPINESS=pch_defines,time_macros
        export CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1
    fi
    cd "$root" || exit 1
    if [[ ! -f $directory/build.ninja || CMakePresets.json -nt $directory/build.ninja ]]; then
        run_step "configuring ($preset)" "$directory/configure.log" \
            cmake --preset "$preset" -DSIGNALBOX_UNITY=ON
        touch "$directory/build.ninja" # cmake leaves it as it is when nothing has changed
    fi
    if [[ $(cmake --build --preset "$preset" -- -n 2>/dev/null | tail -n 1) != *"no work to do"* ]]; then
        run_step "building ($preset)" "$directory/build.log" cmake --build --preset "$preset"
    fi
    cd "$OLDPWD" || exit 1
}
