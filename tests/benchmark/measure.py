#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs load-generator against each broker in turn and prints a table: medians, and ratios to the floor."""

import argparse
import datetime
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SERVER_CORE, LOAD_CORE = "0", "1"
# name of the row: work, clients, bytes, rate
WORKS = {
    "fan-out to 1,000, 128 B, 16 in flight": ("fanout", 1000, 128, 16),
    "fan-out to 1,000, 1 KiB, 16 in flight": ("fanout", 1000, 1024, 16),
    "fan-out to 5,000, 128 B, 16 in flight": ("fanout", 5000, 128, 16),
    "fan-out to 1,000, 128 B, 50 messages/s": ("paced", 1000, 128, 50),
    "one-to-one, 200 clients, 128 B": ("pairs", 200, 128, 1),
    "echo, 200 clients, 128 B": ("echo", 200, 128, 1),
    "4,000 messages/s among 5,000 connections": ("sparse", 5000, 128, 4000),
    "a quiet pair while one client floods, p99": ("flood", 4, 128, 200),
    "handshake": ("handshakes", 100, 0, 1),
    "memory for each idle connection, bytes": ("idle", 5000, 0, 1),
}

SMOKE = {"a little fan-out": ("fanout", 50, 128, 4), "a little one-to-one": ("pairs", 20, 128, 1)}


def pinned(core, command):
    can_pin = shutil.which("taskset") and (os.cpu_count() or 1) > 1
    return ["taskset", "-c", core, *command] if can_pin else command


def brokers(build, node):
    signalbox = [str(build / "bin/signalbox"), "--no-gui", "--listen", "127.0.0.1:0", "--set", "threads.workers=1"]
    found = {
        "floor": [str(build / "bin/floor-broker")],
        "Signalbox": signalbox,
        "Signalbox, stream qt": [*signalbox, "--set", "transport.stream=qt"],
        "stock QWebSocketServer": [str(build / "bin/stock-broker")],
    }
    if node:
        found["Node ws"] = ["node", str(HERE / "node_broker.mjs"), node]
    return found


def run_once(build, command, work, seconds):
    kind, clients, size, rate = work
    with tempfile.TemporaryDirectory() as profile:
        if "--no-gui" in command:
            command = [*command, "--profile", profile]
        broker = subprocess.Popen(pinned(SERVER_CORE, command), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                  text=True)
        try:
            line = broker.stdout.readline()
            while line and not line.startswith("listening on"):
                line = broker.stdout.readline()
            port = re.search(r":(\d+)\s*$", line).group(1)
            load = subprocess.run(pinned(LOAD_CORE, [str(build / "bin/load-generator"), kind, port, str(broker.pid),
                                                     str(clients), str(size), str(seconds), str(rate)]),
                                  capture_output=True, text=True, check=False, timeout=300)
        finally:
            broker.terminate()
            try:
                broker.wait(10)
            except subprocess.TimeoutExpired:
                broker.kill()
                broker.wait()
    if load.returncode != 0:
        raise RuntimeError(load.stderr.strip())
    deliveries, took, cost, p50, p99, memory = (float(value) for value in load.stdout.split("\t"))
    return {"cost": {"idle": memory, "flood": p99}.get(kind, cost), "p50": p50, "p99": p99, "rate": deliveries / took if took else 0}


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}" if value >= 1 else f"{value:.3f}"


def table(results, names):
    lines = ["| work | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    for row, of_broker in results.items():
        floor = statistics.median(run["cost"] for run in of_broker["floor"]) if of_broker.get("floor") else 0
        cells = []
        for name in names:
            runs = of_broker.get(name)
            if not runs:
                cells.append("–")
                continue
            median = statistics.median(run["cost"] for run in runs)
            ratio = f" ({median / floor:.2f})" if floor and name != "floor" and not re.search("memory|p99", row) else ""
            cells.append(number(median) + ratio)
        lines.append(f"| {row} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def machine():
    model = "?"
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            model = line.split(":")[1].strip()
            break
    commit = subprocess.run(["git", "-C", str(HERE), "describe", "--always", "--dirty"], capture_output=True, text=True,
                            check=False).stdout.strip()
    date = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return f"{date}, commit {commit}, {os.cpu_count()} × {model}, Linux {platform.release()}; load average {load}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=Path)
    parser.add_argument("--node", help="the folder with node_modules/ws")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--only", default="", help="rows with this in their names")
    parser.add_argument("--without", default="", help="no broker with this in its name")
    parser.add_argument("--smoke", action="store_true", help="whether everything arrives, as a test")
    options = parser.parse_args()
    all_brokers = {name: command for name, command in brokers(options.build.resolve(), options.node).items()
                   if not options.without or options.without not in name}
    works = {name: work for name, work in WORKS.items() if options.only in name}
    if options.smoke:
        all_brokers = {name: command for name, command in all_brokers.items() if name.startswith("Signalbox")}
        works, options.rounds, options.seconds = SMOKE, 1, 0.2
    results = {name: {} for name in works}
    failed = False
    for this_round in range(options.rounds):
        for row, work in works.items():
            for name, command in all_brokers.items():
                try:
                    run = run_once(options.build.resolve(), command, work, options.seconds)
                except (RuntimeError, subprocess.TimeoutExpired) as error:
                    failed = True
                    print(f"round {this_round + 1}, {row}, {name}: FAILED: {error}", file=sys.stderr)
                    continue
                results[row].setdefault(name, []).append(run)
                print(f"round {this_round + 1}, {row}, {name}: {number(run['cost'])}, {run['rate']:,.0f}/s, "
                      f"p50 {run['p50']:,.0f} µs, p99 {run['p99']:,.0f} µs", file=sys.stderr)
    print(machine() + "\n")
    print("µs of the broker's processor time for each delivery, median of "
          f"{options.rounds} interleaved rounds of {options.seconds:g} s; in brackets: times the floor.\n")
    print(table(results, list(all_brokers)))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
