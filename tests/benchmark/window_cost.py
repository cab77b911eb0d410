# SPDX-License-Identifier: GPL-3.0-or-later
"""What those who look on cost the broker: its own threads' time for each delivery, without and with a window."""

import contextlib
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from broker_run import FAILURES, LOAD_CORE, load, number, pinned, running, signalbox, started, summary

# name of the row: work, clients, bytes, rate
WORKS = {
    "fan-out to 1,000, 128 B, 20 messages/s": ("paced", 1000, 128, 20),
    "one-to-one, 200 clients, 128 B, 20,000 messages/s": ("sparse", 200, 128, 20_000),
}
SMOKE = {"a little fan-out, paced": ("paced", 20, 128, 50), "a little one-to-one, paced": ("sparse", 20, 128, 500)}
HEADLESS, AGAIN, WINDOW, TAIL = "headless", "headless again", "with the window", "with signalbox tail"
# What the names of the broker's own threads begin with. The others are the window's and capture.
BROKER_THREADS = ("hub", "worker", "webhook", "services")
WATCHER_NICE = 10


def behind_the_load(command):
    return pinned(LOAD_CORE, ["nice", "-n", str(WATCHER_NICE), *command])


@contextlib.contextmanager
def display(build, wanted):
    """The environment of a program with a window, and what shows it: None where there is no window, or no display."""
    environment = dict(os.environ)
    if not (build / "lib/libsignalbox-ui.so").exists():
        yield environment, None
    elif wanted or "DISPLAY" in environment:
        environment["QT_QPA_PLATFORM"] = wanted or "xcb"
        yield environment, wanted or f"xcb on display {environment['DISPLAY']}"
    elif shutil.which("Xvfb"):
        command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
        with started(behind_the_load(command), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
            screen = f":{server.stdout.readline().strip()}"
            yield {**environment, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}, "xcb on Xvfb, 1600 × 1000"
    else:
        yield environment, None


def threads(pid):
    """Names and processor times, in seconds."""
    found = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        with contextlib.suppress(OSError, IndexError):  # it has ended meanwhile
            nanoseconds = int((task / "schedstat").read_text(encoding="utf-8").split()[0])
            found.append((int(task.name), (task / "comm").read_text(encoding="utf-8").strip(), nanoseconds / 1e9))
    return found


def set_apart(pid):
    """The window and capture go to the load's core, where the load comes first."""
    for thread, name, _ in threads(pid):
        if not name.startswith(BROKER_THREADS):
            with contextlib.suppress(ProcessLookupError):
                if (os.cpu_count() or 1) > 1:
                    os.sched_setaffinity(thread, {int(LOAD_CORE)})
                os.setpriority(os.PRIO_PROCESS, thread, WATCHER_NICE)


def capture_time(pid):
    return sum(seconds for _, name, seconds in threads(pid) if name == "capture")


def window_time(pid):
    return sum(seconds for _, name, seconds in threads(pid) if not name.startswith((*BROKER_THREADS, "capture")))


def await_capture(pid):
    """Until it is seen at work, thirty times a second: whoever looks on is attached then."""
    before, deadline = capture_time(pid), time.monotonic() + 30
    while capture_time(pid) - before < 0.0002:
        if time.monotonic() > deadline:
            raise RuntimeError("capture is not at work: nobody is attached")
        time.sleep(0.1)


@contextlib.contextmanager
def watched(build, broker, variant):
    """With whoever looks on, when that is attached."""
    url = f"ws://127.0.0.1:{broker.port}"
    command = behind_the_load([str(build / "bin/signalbox"), "tail", "--profile", broker.profile, "--url", url])
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    set_apart(broker.pid)
    with started(command, **silent) if variant == TAIL else contextlib.nullcontext():
        if variant in (WINDOW, TAIL):
            await_capture(broker.pid)
        yield


def run_once(build, variant, work, seconds, environment):
    command = signalbox(build) if variant == WINDOW else [*signalbox(build), "--no-gui"]
    with running(command, environment) as broker, watched(build, broker, variant):
        capture_before, window_before = capture_time(broker.pid), window_time(broker.pid)
        run = load(build, broker, work, seconds, BROKER_THREADS)
        captured = capture_time(broker.pid) - capture_before
        shown = window_time(broker.pid) - window_before
    if variant in (HEADLESS, AGAIN) and captured > 0.005:
        raise RuntimeError(f"nobody looks on, and capture was at work for {captured * 1000:.1f} ms")
    return {**run, "capture": captured, "window": shown}


@contextlib.contextmanager
def busy_core():
    """Something that spins where nothing else wants to run, so that the load's core is as busy in each run."""
    command = ["chrt", "--idle", "0", "sh", "-c", "while :; do :; done"]
    with started(pinned(LOAD_CORE, command)) if shutil.which("chrt") else contextlib.nullcontext():
        yield


def rises(runs, variant):
    """In percent over the headless run of the same round."""
    return [100 * (of_round[variant]["cost"] / of_round[HEADLESS]["cost"] - 1)
            for of_round in runs if {variant, HEADLESS} <= of_round.keys()]


def table(results, variants):
    lines = ["| work | deliveries/s | " + " | ".join(variants) + " |", "|---" * (len(variants) + 2) + "|"]
    for row, runs in results.items():
        rates = [run["rate"] for of_round in runs for run in of_round.values()]
        cells = [f"{min(rates):,.0f} to {max(rates):,.0f}" if rates else "–"]
        for variant in variants:
            costs = [run[variant]["cost"] for run in runs if variant in run]
            rise = rises(runs, variant) if variant != HEADLESS else []
            cells.append((number(statistics.median(costs)) if costs else "–")
                         + (f" ({statistics.median(rise):+.1f} %)" if rise else ""))
        lines.append(f"| {row} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def measure(build, works, rounds, seconds, platform=None):
    """Prints the table. Whether every run succeeded."""
    results = {row: [{} for _ in range(rounds)] for row in works}
    succeeded = True
    with display(build, platform) as (environment, shown_on), contextlib.nullcontext() if platform else busy_core():
        variants = [HEADLESS, *([WINDOW] if shown_on else []), TAIL, AGAIN]
        for this_round in range(rounds):
            for row, work in works.items():
                for variant in variants if this_round % 2 == 0 else reversed(variants):
                    where = f"round {this_round + 1}, {row}, {variant}"
                    try:
                        run = run_once(build, variant, work, seconds, environment)
                    except FAILURES as error:
                        succeeded = False
                        print(f"{where}: FAILED: {error}", file=sys.stderr)
                        continue
                    results[row][this_round][variant] = run
                    print(f"{where}: {summary(run)}; capture took {run['capture']:.2f} s, "
                          f"the window {run['window']:.2f} s", file=sys.stderr)
    print("The window's cost: µs of the processor time of hub and workers for each delivery, median of "
          f"{rounds} interleaved rounds of {seconds:g} s; in brackets: the median rise over the headless run of the "
          f"same round. Window: {shown_on or 'none built, or no display and no Xvfb'}.\n")
    print(table(results, variants))
    return succeeded
