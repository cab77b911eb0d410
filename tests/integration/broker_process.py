# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the real executable on a free port with a profile of its own, and ends it."""

import asyncio
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

SKIPPED = 77  # ctest's SKIP_RETURN_CODE
PATIENCE = float(os.environ.get("SIGNALBOX_TEST_PATIENCE", "1"))  # larger for builds with sanitizers
SANITIZER_REPORT = re.compile(r"ERROR: \w+Sanitizer|WARNING: ThreadSanitizer|runtime error:")
LISTENING = re.compile(r"^listening on ws://(\[[^\]]+\]|[^:/\s]+):(\d+)$")


def skip_program(reason):
    """Ends the whole test program as skipped."""
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def need_program(name):
    if shutil.which(name) is None:
        skip_program(f"{name} is not installed")


def executable():
    path = os.environ.get("SIGNALBOX_EXECUTABLE")
    if not path:
        sys.exit("SIGNALBOX_EXECUTABLE names no program to test")
    return path


def run_signalbox(*arguments, environment=None, text_in=None, within=20):
    """Runs a command that ends by itself; `environment` stands for the whole of it."""
    return subprocess.run([executable(), *arguments], env=environment, input=text_in, capture_output=True, text=True,
                          timeout=within * PATIENCE, check=False)


class BrokerProcess:
    """One `signalbox --no-gui`. `settings` become --set, `config` is the text of a configuration file."""

    def __init__(self, *arguments, settings=None, config=None, listen=("127.0.0.1:0",), environment=None):
        self.profile = tempfile.mkdtemp(prefix="signalbox-test-")
        self.ports = []
        self.status = None
        command = [executable(), "--no-gui", "--profile", self.profile]
        for address in listen:
            command += ["--listen", address]
        if config is not None:
            file = Path(self.profile, "test.toml")
            file.write_text(config, encoding="utf-8")
            command += ["--config", str(file)]
        for key, value in (settings or {}).items():
            command += ["--set", f"{key}={value}"]
        self._lines = {"stdout": [], "stderr": []}
        self._news = threading.Condition()
        self._process = subprocess.Popen([*command, *arguments], env=environment, stdin=subprocess.DEVNULL,
                                         stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self._readers = [self._read("stdout"), self._read("stderr")]
        try:
            self._wait_until_listening(len(listen))
        except BaseException:
            self.kill()
            raise

    @property
    def pid(self):
        return self._process.pid

    @property
    def port(self):
        return self.ports[0]

    @property
    def authority(self):
        return f"127.0.0.1:{self.port}"

    def url(self, path="/ws"):
        return f"ws://{self.authority}{path}"

    def http_url(self, path="/"):
        return f"http://{self.authority}{path}"

    def output(self):
        return self._text("stdout")

    def log(self):
        return self._text("stderr")

    def wait_for_log(self, pattern, within=10, count=1, since=0):
        """Returns once `pattern` occurs `count` times in the log behind its character `since`."""
        deadline = time.monotonic() + within * PATIENCE
        while len(re.findall(pattern, self.log()[since:])) < count:
            with self._news:
                rest = deadline - time.monotonic()
                if rest <= 0:
                    raise AssertionError(f"{pattern!r} is not {count} times in the log:\n{self.log()}")
                self._news.wait(min(rest, 0.2))

    def resident_bytes(self):
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        return int(re.search(r"VmRSS:\s+(\d+) kB", status).group(1)) * 1024

    def open_descriptors(self):
        return len(os.listdir(f"/proc/{self.pid}/fd"))

    def is_running(self):
        return self._process.poll() is None

    def send_signal(self, number):
        self._process.send_signal(number)

    def wait(self, within=10):
        """The exit status; a broker that is late is killed, and that is a failure."""
        try:
            self.status = self._process.wait(within * PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"still running after {within * PATIENCE} s; its log:\n{self.log()}") from None
        self._clean_up()
        return self.status

    def stop(self, within=10):
        """SIGTERM, then the exit status."""
        if self.is_running():
            self.send_signal(signal.SIGTERM)
        return self.wait(within)

    def kill(self):
        if self.is_running():
            self._process.kill()
        self.status = self._process.wait()
        self._clean_up()

    def assert_clean(self):
        """Status 0 and no report of a sanitizer."""
        log = self.log()
        if self.status != 0:
            raise AssertionError(f"exit status {self.status}; the log:\n{log}")
        if SANITIZER_REPORT.search(log):
            raise AssertionError(f"a sanitizer reports:\n{log}")

    def _read(self, name):
        stream = getattr(self._process, name)

        def loop():
            for line in stream:
                with self._news:
                    self._lines[name].append(line.decode("utf-8", "replace").rstrip("\n"))
                    self._news.notify_all()
            stream.close()

        thread = threading.Thread(target=loop, daemon=True)
        thread.start()
        return thread

    def _text(self, name):
        with self._news:
            return "\n".join(self._lines[name])

    def _wait_until_listening(self, listeners):
        deadline = time.monotonic() + 30 * PATIENCE
        while True:
            found = [LISTENING.match(line) for line in self.output().splitlines()]
            self.ports = [int(match.group(2)) for match in found if match]
            if len(self.ports) == listeners:
                return
            if not self.is_running():
                raise AssertionError(f"exit status {self._process.returncode} at the start; its log:\n{self.log()}")
            if time.monotonic() > deadline:
                raise AssertionError(f"does not listen; stdout: {self.output()!r}; its log:\n{self.log()}")
            with self._news:
                self._news.wait(0.1)

    def _clean_up(self):
        for reader in self._readers:
            reader.join(5)
        shutil.rmtree(self.profile, ignore_errors=True)


class AsyncTestCase(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        asyncio.get_running_loop().set_debug(False)  # unittest turns it on; it makes 200 clients slow


class BrokerTestCase(AsyncTestCase):
    """Tests that share one broker; it must end with status 0 after them."""

    arguments = ()
    settings = {}
    config = None

    @classmethod
    def setUpClass(cls):
        cls.broker = BrokerProcess(*cls.arguments, settings=cls.settings, config=cls.config)

    @classmethod
    def tearDownClass(cls):
        cls.broker.stop()
        cls.broker.assert_clean()
