# SPDX-License-Identifier: GPL-3.0-or-later
"""What bash and zsh make of a line that somebody types, with the Tab key: real shells on a terminal of their own."""

import os
import pty
import re
import select
import shutil
import signal
import tempfile
import time
import unittest
from pathlib import Path

from broker_process import PATIENCE, executable

MANUAL = Path(executable()).resolve().parents[1] / "manual"
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|\r|\x07")


class Shell:
    """A shell on a pseudo-terminal; `prompt` ends all that it prints before it reads a line."""

    def __init__(self, folder, command, set_up):
        self.folder = folder
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            environment = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "TERM": "dumb", "COLUMNS": "400", "LINES": "500", "PS1": "$ "}
            os.execve(command[0], command, environment)
        self.marks = 0
        self.run("stty -echo cols 400 rows 500")
        for line in set_up:
            self.run(line)

    def read_until(self, pattern):
        text = ""
        deadline = time.monotonic() + 20 * PATIENCE
        while not re.search(pattern, ESCAPES.sub("", text)):
            ready, _, _ = select.select([self.terminal], [], [], max(0, deadline - time.monotonic()))
            if not ready:
                raise AssertionError(f"{pattern!r} did not come: {text!r}")
            text += os.read(self.terminal, 65536).decode("utf-8", "replace")
        return ESCAPES.sub("", text)

    def write(self, text):
        os.write(self.terminal, text.encode())

    def run(self, line):
        self.marks += 1
        self.write(f"{line}; echo mark-''{self.marks}-\n")
        return self.read_until(rf"mark-{self.marks}-")

    def close(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.terminal)


class Completion:
    """The tests, for each shell. `signalbox` is a function there which prints its arguments, so what Tab wrote is seen."""

    def setUp(self):
        if shutil.which(self.command[0]) is None:
            self.skipTest(f"{self.command[0]} is not installed")
        self.folder = Path(tempfile.mkdtemp(prefix="signalbox-completion-"))
        self.addCleanup(shutil.rmtree, self.folder)
        (self.folder / "here.toml").write_text("", encoding="ascii")
        (self.folder / "subfolder").mkdir()
        self.shell = Shell(self.folder, [shutil.which(self.command[0]), *self.command[1:]],
                           ["signalbox() { printf '<%s>' \"$@\"; echo; }", *self.set_up()])
        self.addCleanup(self.shell.close)

    def completed(self, typed):
        """The arguments after `typed` and one Tab."""
        self.shell.write(f"signalbox {typed}\t")
        self.shell.marks += 1
        self.shell.write(f"\necho mark-''{self.shell.marks}-\n")
        text = self.shell.read_until(rf"mark-{self.shell.marks}-")
        return re.findall(r"<([^<>\n]*)>", text)

    def test_completes_what_is_typed(self):
        for typed, arguments in (("--lis", ["--listen"]), ("--no", ["--no-gui"]), ("--allow-o", ["--allow-origin"]), ("--once", ["--once"]),
                                 ("--log-level de", ["--log-level", "debug"]), ("--log-format=js", ["--log-format=json"]),
                                 ("--lang d", ["--lang", "de"]), ("--config her", ["--config", "here.toml"]),
                                 ("--profile sub", ["--profile", "subfolder"]), ("--demo --prof", ["--demo", "--profile"]),
                                 ("--set limits.max_half", ["--set", "limits.max_half_open="]),
                                 ("--set log.level=w", ["--set", "log.level=warning"]),
                                 ("--set endpoints.echo.enabled=f", ["--set", "endpoints.echo.enabled=false"]),
                                 ("defa", ["default-config"]), ("token sh", ["token", "show"]), ("token ro", ["token", "rotate"]),
                                 ("check-config he", ["check-config", "here.toml"]), ("--no-gui chec", ["--no-gui", "check-config"])):
            with self.subTest(typed):
                found = self.completed(typed)
                # zsh takes a slash away again that nothing follows.
                self.assertEqual(arguments, [argument.removesuffix("/") for argument in found])

    def test_completes_nothing_that_is_not_known(self):
        for typed in ("--nonsense", "--set nonsense.x", "nonsense", "--listen 127"):
            with self.subTest(typed):
                self.assertEqual(typed.split(), self.completed(typed))


class Bash(Completion, unittest.TestCase):
    command = ("bash", "--norc", "--noprofile", "-i")

    def set_up(self):
        return ["bind 'set bell-style none'", f"source {MANUAL}/signalbox.bash"]

    def test_offers_what_fits(self):
        self.shell.write("signalbox --log-\t\t")
        text = self.shell.read_until(r"--log-level[^\n]*\n")
        self.assertIn("--log-format", text)


class Zsh(Completion, unittest.TestCase):
    command = ("zsh", "-f", "-i")

    def set_up(self):
        return ["unsetopt zle_bracketed_paste beep 2>/dev/null", f"fpath=({MANUAL} $fpath)", "autoload -Uz compinit",
                "compinit -u -D"]

    def test_describes_what_fits(self):
        self.shell.write("signalbox --log-\t\t")
        text = self.shell.read_until(r"--log-level[^\n]*\n")
        self.assertIn("error, warning, info or debug", text)


if __name__ == "__main__":
    unittest.main()
