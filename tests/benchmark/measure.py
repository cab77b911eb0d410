#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs load-generator against each broker in turn and prints a table: medians, and ratios to the floor. After it comes
that of window_cost.py."""

import argparse
import re
import statistics
import sys
from pathlib import Path

import window_cost
from broker_run import FAILURES, HERE, load, machine, number, running, signalbox, summary

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
    "memory for each of 10,000 idle connections, bytes": ("idle", 10_000, 0, 1),
}
# The stock broker takes minutes to open so many: each takes it longer than the one before.
MOST_CLIENTS_OF_OTHERS = 5000

SMOKE = {"a little fan-out": ("fanout", 50, 128, 4), "a little one-to-one": ("pairs", 20, 128, 1),
         "memory for each of 50 idle connections, bytes": ("idle", 50, 0, 1)}


def brokers(build, node):
    headless = [*signalbox(build), "--no-gui"]
    found = {
        "floor": [str(build / "bin/floor-broker")],
        "Signalbox": headless,
        "Signalbox, stream qt": [*headless, "--set", "transport.stream=qt"],
        "stock QWebSocketServer": [str(build / "bin/stock-broker")],
    }
    if node:
        found["Node ws"] = ["node", str(HERE / "node_broker.mjs"), node]
    return found


def run_once(build, command, work, seconds):
    with running(command) as broker:
        return load(build, broker, work, seconds)


def table(results, works, names):
    lines = ["| work | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    for row, of_broker in results.items():
        kind, clients = works[row][:2]
        floor = statistics.median(run["cost"] for run in of_broker["floor"]) if of_broker.get("floor") else 0
        cells = []
        for name in names:
            runs = of_broker.get(name)
            if not runs:
                cells.append("–")
                continue
            median = statistics.median(run["cost"] for run in runs)
            note = ""
            if kind == "idle":
                note = f" ({median * clients / 1e6:.1f} MB)"
            elif floor and name != "floor" and kind != "flood":
                note = f" ({median / floor:.2f})"
            cells.append(number(median) + note)
        lines.append(f"| {row} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def measure_brokers(build, works, commands, rounds, seconds):
    """Prints the table. Whether every run succeeded."""
    results = {name: {} for name in works}
    succeeded = True
    for this_round in range(rounds):
        for row, work in works.items():
            for name, command in commands.items():
                if work[1] > MOST_CLIENTS_OF_OTHERS and not name.startswith(("floor", "Signalbox")):
                    continue
                where = f"round {this_round + 1}, {row}, {name}"
                try:
                    run = run_once(build, command, work, seconds)
                except FAILURES as error:
                    succeeded = False
                    print(f"{where}: FAILED: {error}", file=sys.stderr)
                    continue
                results[row].setdefault(name, []).append(run)
                print(f"{where}: {summary(run)}", file=sys.stderr)
    print("µs of the broker's processor time for each delivery, median of "
          f"{rounds} interleaved rounds of {seconds:g} s; in brackets: times the floor, and what all idle connections "
          "take above the empty broker.\n")
    print(table(results, works, list(commands)) + "\n")
    return succeeded


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=Path)
    parser.add_argument("--node", help="the folder with node_modules/ws")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--table", choices=("brokers", "window"), help="only this one")
    parser.add_argument("--only", default="", help="rows with this in their names")
    parser.add_argument("--without", default="", help="no broker with this in its name")
    parser.add_argument("--smoke", action="store_true", help="whether everything arrives, as a test")
    options = parser.parse_args()
    build = options.build.resolve()
    commands = {name: command for name, command in brokers(build, options.node).items()
                if not options.without or options.without not in name}
    platform = None
    works, window_works = ({name: work for name, work in all_works.items() if options.only in name}
                           for all_works in (WORKS, window_cost.WORKS))
    if options.smoke:
        commands = {name: command for name, command in commands.items() if name.startswith("Signalbox")}
        works, window_works, options.rounds, options.seconds = SMOKE, window_cost.SMOKE, 1, 0.2
        platform = "offscreen"
    print(machine() + "\n")
    succeeded = True
    if works and options.table != "window":
        succeeded = measure_brokers(build, works, commands, options.rounds, options.seconds)
    if window_works and options.table != "brokers":
        succeeded = window_cost.measure(build, window_works, options.rounds, options.seconds, platform) and succeeded
    return 0 if succeeded else 1


if __name__ == "__main__":
    sys.exit(main())
