# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts a broker, puts load-generator's work on it, and takes what that printed."""

import contextlib
import dataclasses
import datetime
import os
import platform
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SERVER_CORE, LOAD_CORE = "0", "1"
# What a run may fail with; the others go on.
FAILURES = (RuntimeError, subprocess.TimeoutExpired)


@dataclasses.dataclass
class Broker:
    """One that listens. `profile` is the folder of Signalbox's state."""

    pid: int
    port: int
    profile: str


def pinned(core, command):
    can_pin = shutil.which("taskset") and (os.cpu_count() or 1) > 1
    return ["taskset", "-c", core, *command] if can_pin else command


def signalbox(build):
    return [str(build / "bin/signalbox"), "--listen", "127.0.0.1:0", "--set", "threads.workers=1"]


@contextlib.contextmanager
def started(command, **options):
    """A process that ends with the block."""
    process = subprocess.Popen(command, text=True, **options)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextlib.contextmanager
def running(command, environment=None):
    """A broker on its core."""
    with tempfile.TemporaryDirectory() as profile:
        if "--listen" in command:
            command = [*command, "--profile", profile]
        with started(pinned(SERVER_CORE, command), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                     env=environment) as process:
            line = process.stdout.readline()
            while line and not line.startswith("listening on"):
                line = process.stdout.readline()
            found = re.search(r":(\d+)\s*$", line)
            if found is None:
                raise RuntimeError(f"does not listen: {' '.join(command)}")
            yield Broker(process.pid, int(found.group(1)), profile)


def load(build, broker, work, seconds, threads=()):
    """The work on a broker. `threads`: what the names of those begin with whose time is taken; all without."""
    kind, clients, size, rate = work
    command = [str(build / "bin/load-generator"), kind, str(broker.port), str(broker.pid), str(clients), str(size),
               str(seconds), str(rate), *threads]
    run = subprocess.run(pinned(LOAD_CORE, command), capture_output=True, text=True, check=False, timeout=300)
    if run.returncode != 0:
        raise RuntimeError(run.stderr.strip())
    deliveries, took, cost, p50, p99, memory = (float(value) for value in run.stdout.split("\t"))
    return {"cost": {"idle": memory, "flood": p99}.get(kind, cost), "p50": p50, "p99": p99,
            "rate": deliveries / took if took else 0}


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}" if value >= 1 else f"{value:.3f}"


def summary(run):
    return f"{number(run['cost'])}, {run['rate']:,.0f}/s, p50 {run['p50']:,.0f} µs, p99 {run['p99']:,.0f} µs"


def machine():
    model = "?"
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            model = line.split(":")[1].strip()
            break
    commit = subprocess.run(["git", "-C", str(HERE), "describe", "--always", "--dirty"], capture_output=True, text=True,
                            check=False).stdout.strip()
    date = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    load_average = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return (f"{date}, commit {commit}, {os.cpu_count()} × {model}, Linux {platform.release()}; "
            f"load average {load_average}")
