#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures Signalbox beside a bare epoll loop, a stock QWebSocketServer broker and Node's ws, on the same work; then what
# an open window costs it:
#   tests/benchmark/run.sh [--rounds N] [--seconds S] [--table brokers|window] [--only TEXT] [--without BROKER]
# The brokers run on core 0, the load on core 1. Every delivery is checked: once, and in order. The window, which is painted
# on the display there is, or on an Xvfb, and capture run on core 1, too, after the load; there the time of the broker's own
# threads alone counts. Results that are worth keeping go into RESULTS.md.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=${SIGNALBOX_BENCHMARK_BUILD:-$root/build/benchmark}
log=$(mktemp)
trap 'rm -f "$log"' EXIT

echo "building (release) in $build" >&2
if ! { cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DSIGNALBOX_TESTS=OFF -DSIGNALBOX_BENCHMARKS=ON \
    -DSIGNALBOX_UNITY=ON -DSIGNALBOX_WITH_WINDOW=ON -DSIGNALBOX_WITH_SERVICES=OFF &&
    cmake --build "$build" --target signalbox signalbox-ui load-generator floor-broker stock-broker; } >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    exit 1
fi

node=
if command -v node >/dev/null 2>&1; then
    for folder in "$build/node" "$root/build/dev/node"; do
        if [ -d "$folder/node_modules/ws" ]; then node=$folder; fi
    done
    if [ -z "$node" ] && command -v npm >/dev/null 2>&1; then
        mkdir -p "$build/node"
        cp "$root/tests/integration/package.json" "$root/tests/integration/package-lock.json" "$build/node/"
        if (cd "$build/node" && npm ci --silent >"$log" 2>&1); then node=$build/node; fi
    fi
fi
[ -n "$node" ] || echo "Node's ws is not there: that column is left out" >&2

ulimit -n "$(ulimit -H -n)" 2>/dev/null || true
python3 -B "$here/measure.py" "$build" ${node:+--node "$node"} "$@"
