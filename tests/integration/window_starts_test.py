# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts of the program with its window: a second one beside the first, and one on a desktop that is stuck."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
import unittest
from pathlib import Path

from broker_process import PATIENCE, executable, skip_program

LISTENING = "listening on ws://127.0.0.1:"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class WindowStarts(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="signalbox-test-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.port = free_port()
        self.environment = {name: value for name, value in os.environ.items()
                            if not name.startswith(("XDG_", "DBUS_", "WAYLAND_", "DISPLAY"))}
        runtime = Path(self.folder, "runtime")
        runtime.mkdir(mode=0o700)
        self.environment |= {"HOME": self.folder, "XDG_RUNTIME_DIR": str(runtime), "QT_QPA_PLATFORM": "offscreen",
                             "DBUS_SESSION_BUS_ADDRESS": "disabled:", "LC_ALL": "C.UTF-8"}

    def command(self, *arguments, port=None):
        return [executable(), "--listen", f"127.0.0.1:{self.port if port is None else port}", *arguments]

    def start(self, *arguments, port=None):
        process = subprocess.Popen(self.command(*arguments, port=port), env=self.environment, text=True,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(self.end, process)
        return process

    def start_listening(self, *arguments, port=None):
        process = self.start(*arguments, port=port)
        impatience = threading.Timer(20 * PATIENCE, process.kill)
        impatience.start()
        line = process.stdout.readline()
        impatience.cancel()
        self.assertIn(LISTENING, line, line or process.stderr.read())
        return process

    @staticmethod
    def end(process):
        if process.poll() is None:
            process.kill()
        process.communicate()

    def stop(self, process):
        process.send_signal(signal.SIGTERM)
        _, log = process.communicate(timeout=20 * PATIENCE)
        self.assertEqual(0, process.returncode, log)

    def test_a_second_start_shows_the_window_of_the_first_and_ends(self):
        first = self.start_listening()
        done = subprocess.run(self.command(), env=self.environment, capture_output=True, text=True,
                              timeout=20 * PATIENCE, check=False)
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn("runs already", done.stderr)
        self.assertEqual("", done.stdout)
        self.assertIsNone(first.poll())
        self.stop(first)

    def test_after_the_first_has_ended_or_was_killed_the_next_is_the_first(self):
        first = self.start_listening()
        first.kill()
        first.wait()
        second = self.start_listening()
        self.stop(second)
        self.stop(self.start_listening())

    def test_one_without_a_window_and_one_on_another_port_go_their_own_way(self):
        first = self.start_listening()
        for arguments in (["--no-gui"], []):
            with self.subTest(arguments):
                other = self.start_listening(*arguments, port=free_port())
                self.assertIsNone(first.poll())
                self.stop(other)
        self.stop(first)

    def test_a_bus_that_never_answers_does_not_hold_the_start_up(self):
        path = Path(self.folder, "bus")
        with socket.socket(socket.AF_UNIX) as bus:
            bus.bind(str(path))
            bus.listen()  # the kernel takes connections, nobody reads
            self.environment["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={path}"
            before = time.monotonic()
            program = self.start_listening()
            self.assertLess(time.monotonic() - before, 10 * PATIENCE)
            program.send_signal(signal.SIGTERM)
            _, log = program.communicate(timeout=20 * PATIENCE)
        self.assertEqual(0, program.returncode, log)
        self.assertIn("message bus does not answer", log)

    def test_attached_to_a_broker_it_ends_well_and_leaves_that_alone(self):
        broker = self.start_listening("--no-gui", "--profile", self.folder)
        attached = subprocess.Popen([executable(), "--attach", f"ws://127.0.0.1:{self.port}", "--token-file",
                                     str(Path(self.folder, "state", "operator_token")), "--profile",
                                     str(Path(self.folder, "other"))], env=self.environment, text=True,
                                    stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self.addCleanup(self.end, attached)
        for line in broker.stderr:
            if "a console from" in line:
                break
        time.sleep(0.5 * PATIENCE)  # it is open
        attached.send_signal(signal.SIGTERM)
        self.assertEqual(attached.wait(20 * PATIENCE), 0, attached.stderr.read())
        self.assertIsNone(broker.poll())

    def test_it_says_why_it_cannot_attach(self):
        failed = subprocess.run([executable(), "--attach", f"ws://127.0.0.1:{self.port}", "--profile", self.folder],
                                env=self.environment, capture_output=True, text=True, timeout=20 * PATIENCE, check=False)
        self.assertEqual(failed.returncode, 1)
        self.assertIn("token", failed.stderr)


if __name__ == "__main__":
    if "window" not in subprocess.run([executable(), "--version"], capture_output=True, text=True, check=False).stdout:
        skip_program("this build has no window")
    unittest.main(verbosity=2)
