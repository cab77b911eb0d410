# SPDX-License-Identifier: GPL-3.0-or-later
"""signalbox send and signalbox tail, with a broker of the same profile and with one that comes and goes."""

import asyncio
import json
import re
import shutil
import signal
import subprocess
import threading
import time
import unittest
from pathlib import Path

from broker_process import PATIENCE, AsyncTestCase, BrokerProcess, executable, run_signalbox
from clients import Client, http_request
from raw_client import TEXT, RawConnection, frame


def where(broker):
    return ["--url", f"ws://{broker.authority}", "--profile", broker.profile]


def send(broker, *arguments, text_in=None):
    return run_signalbox("send", *where(broker), *arguments, text_in=text_in)


class Tail:
    """A tail that runs, and its lines so far."""

    def __init__(self, broker, *arguments):
        self._out = Path(broker.profile, f"tail-{time.monotonic_ns()}.out")
        self._err = Path(str(self._out) + ".err")
        with open(self._out, "wb") as out, open(self._err, "wb") as err:
            self.process = subprocess.Popen([executable(), "tail", *where(broker), *arguments],
                                            stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        broker.wait_for_log("a console from")
        time.sleep(0.2 * PATIENCE)  # it is there; a moment later it is attached

    def lines(self):
        return self._out.read_text(encoding="utf-8").splitlines()

    def errors(self):
        return self._err.read_text(encoding="utf-8")

    def wait_for(self, found, within=10):
        deadline = time.monotonic() + within * PATIENCE
        while not found(self):
            if time.monotonic() > deadline:
                raise AssertionError(f"did not come; stdout {self.lines()[-5:]}, stderr {self.errors()[-500:]}")
            time.sleep(0.02)

    def end(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(10 * PATIENCE)


class Lines:
    """What a program prints into a pipe, read as it comes."""

    def __init__(self, pipe):
        self._lines = []
        self._last = time.monotonic()
        self._reader = threading.Thread(target=self._read, args=(pipe,), daemon=True)
        self._reader.start()

    def _read(self, pipe):
        with pipe:
            for line in pipe:
                self._lines.append(line)
                self._last = time.monotonic()

    def wait_until_quiet(self, seconds=0.5, within=60):
        deadline = time.monotonic() + within * PATIENCE
        while not self._lines or time.monotonic() - self._last < seconds * PATIENCE:
            if time.monotonic() > deadline:
                raise AssertionError(f"{len(self._lines)} lines, and not quiet yet")
            time.sleep(0.02)

    def wait_for(self, found, within=10):
        deadline = time.monotonic() + within * PATIENCE
        while not found(self._lines[-1]):
            if time.monotonic() > deadline:
                raise AssertionError(f"did not come; the last of {len(self._lines)}: {self._lines[-1][:300]}")
            time.sleep(0.02)

    def all(self, within=10):
        """Every line, once the program has closed its end."""
        self._reader.join(within * PATIENCE)
        assert not self._reader.is_alive(), "the pipe is still open"
        return self._lines


class OwnBroker(AsyncTestCase):
    """Each test has a broker of its own, which must end well."""

    def start_broker(self, **options):
        broker = BrokerProcess(**options)
        self.addCleanup(self._end, broker)
        return broker

    @staticmethod
    def _end(broker):
        broker.stop()
        broker.assert_clean()


class Send(OwnBroker):
    async def test_a_message_reaches_a_group_and_prints_its_receipt(self):
        broker = self.start_broker()
        ops = await Client.connect(broker, groups=["ops"])
        sent = send(broker, "--group", "ops", "--message", "hello")
        self.assertEqual((sent.returncode, sent.stdout), (0, "m1: 1 recipients, 1 sent, 0 queued, 0 dropped\n"))
        self.assertEqual((await ops.next_json())["message"], "hello")

    async def test_the_message_comes_from_a_file_or_the_standard_input(self):
        broker = self.start_broker()
        everyone = await Client.connect(broker)
        file = Path(broker.profile, "note.json")
        file.write_text('{"a": "ä"}\n', encoding="utf-8")
        self.assertEqual(send(broker, "--all", "--message", f"@{file}").returncode, 0)
        self.assertEqual(send(broker, "--all", "--message", "-", text_in="two\nlines\n").returncode, 0)
        self.assertEqual((await everyone.next_json())["message"], '{"a": "ä"}')
        self.assertEqual((await everyone.next_json())["message"], "two\nlines")
        missing = send(broker, "--all", "--message", "@/no/such/file")
        self.assertEqual(missing.returncode, 1)
        self.assertIn("/no/such/file", missing.stderr)

    async def test_a_row_of_messages_has_its_variables_filled_in(self):
        broker = self.start_broker()
        everyone = await Client.connect(broker)
        sent = send(broker, "--all", "--action", "tick", "--message", "n {{count}}", "--count", "3", "--interval", "20ms",
                    "--json")
        self.assertEqual(sent.returncode, 0)
        self.assertEqual([json.loads(line)["sent"] for line in sent.stdout.splitlines()], [1, 1, 1])
        self.assertEqual([await everyone.next_json() for _ in range(3)],
                         [{"action": "tick", "message": f"n {n}", "recipients": [{"type": "all"}]} for n in (1, 2, 3)])
        self.assertIn("sent 3 of 3 messages: 3 recipients, 3 sent", sent.stderr)

    def test_nobody_there_is_a_failure_only_where_it_is_asked_for(self):
        broker = self.start_broker()
        self.assertEqual(send(broker, "--user", "ann", "--message", "x").returncode, 0)
        required = send(broker, "--user", "ann", "--message", "x", "--require-recipients")
        self.assertEqual(required.returncode, 1)
        self.assertIn("nobody", required.stderr)

    def test_what_the_broker_refuses_is_said(self):
        broker = self.start_broker()
        refused = send(broker, "--group", "x" * 200, "--message", "x")
        self.assertEqual((refused.returncode, refused.stdout), (1, ""))
        self.assertIn("128", refused.stderr)

    def test_a_wrong_token_and_no_broker_are_told_apart(self):
        broker = self.start_broker()
        other = Path(broker.profile, "other-token")
        other.write_text("0" * 64, encoding="ascii")
        began = time.monotonic()
        wrong = run_signalbox("send", "--url", f"ws://{broker.authority}", "--token-file", str(other), "--message", "x")
        self.assertEqual(wrong.returncode, 1)
        self.assertIn("refused the operator token", wrong.stderr)
        nobody = run_signalbox("send", "--url", "ws://127.0.0.1:1", "--token-file", str(other), "--message", "x")
        self.assertEqual(nobody.returncode, 1)
        self.assertIn("Cannot reach ws://127.0.0.1:1", nobody.stderr)
        self.assertLess(time.monotonic() - began, 10 * PATIENCE)  # a refused handshake is not waited out

    def test_an_interrupt_ends_it_with_the_sums(self):
        broker = self.start_broker()
        process = subprocess.Popen([executable(), "send", *where(broker), "--all", "--message", "x", "--count", "100",
                                    "--interval", "100ms"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=10 * PATIENCE)
        self.assertEqual(process.returncode, 0)
        self.assertRegex(errors.splitlines()[-1], r"sent [1-9]\d? of 100 messages: 0 recipients")


class TailTests(OwnBroker):
    async def test_each_frame_is_a_line(self):
        broker = self.start_broker()
        tail = Tail(broker)
        one = await Client.connect(broker, user="ann")
        await one.send('{"action":"say","message":"hello\\u001b[31m"}')
        tail.wait_for(lambda tail: any("say" in line for line in tail.lines()))
        self.assertTrue(any("opened" in line and "/ws?userId=ann" in line for line in tail.lines()))
        self.assertNotIn("\x1b", "".join(tail.lines()))
        self.assertEqual(tail.end(), 0)

    async def test_json_lines_have_the_whole_payload_and_pass_jq(self):
        if shutil.which("jq") is None:
            self.skipTest("jq is not installed")
        broker = self.start_broker()
        tail = Tail(broker, "--json")
        one = await Client.connect(broker, user="ann")
        long = "x" * 5000
        await one.send(json.dumps({"action": "quote", "message": json.dumps({"price": 12, "long": long})}))
        tail.wait_for(lambda tail: any('"quote"' in line for line in tail.lines()))
        tail.end()
        found = subprocess.run(["jq", "-c", 'select(.action == "quote" and .direction == "received") | .message.price, '
                                '(.message.long | length), .client'], input="\n".join(tail.lines()), capture_output=True,
                               text=True, check=True)
        self.assertEqual(found.stdout.split(), ["12", "5000", '"c1"'])

    async def test_a_filter_lets_through_what_passes(self):
        broker = self.start_broker()
        tail = Tail(broker, "--json", "--filter", "direction == received && message.price > 10")
        one = await Client.connect(broker)
        for price in (5, 15, 10, 11):
            await one.send(json.dumps({"action": "quote", "message": json.dumps({"pad": "x" * 500, "price": price})}))
        tail.wait_for(lambda tail: len(tail.lines()) >= 2)
        self.assertEqual(tail.end(), 0)
        self.assertEqual([json.loads(line)["message"]["price"] for line in tail.lines()], [15, 11])

    def test_a_filter_that_means_nothing_is_said(self):
        broker = self.start_broker()
        failed = run_signalbox("tail", *where(broker), "--filter", "dirction == received")
        self.assertEqual(failed.returncode, 2)
        self.assertIn("direction", failed.stderr)

    async def test_it_goes_on_with_a_broker_that_was_started_anew(self):
        broker = self.start_broker()
        tail = Tail(broker, "--json")
        send(broker, "--all", "--message", "before")
        tail.wait_for(lambda tail: any('"before"' in line for line in tail.lines()))
        broker.send_signal(signal.SIGTERM)
        tail.wait_for(lambda tail: "Waiting for the broker" in tail.errors())
        again = subprocess.Popen([executable(), "--no-gui", "--profile", broker.profile, "--listen", broker.authority],
                                 stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            tail.wait_for(lambda tail: "the broker is back" in tail.errors(), within=20)
            time.sleep(0.2 * PATIENCE)
            send(broker, "--all", "--message", "after")
            tail.wait_for(lambda tail: any('"after"' in line for line in tail.lines()))
            self.assertEqual(sum('"before"' in line for line in tail.lines()), 1)
            self.assertEqual(tail.end(), 0)
        finally:
            again.terminate()
            self.assertEqual(again.wait(10 * PATIENCE), 0)

    async def test_a_reader_that_has_enough_ends_it(self):
        broker = self.start_broker()
        process = subprocess.Popen(f'"{executable()}" tail {" ".join(where(broker))} | head -n 1', shell=True,
                                   stdout=subprocess.PIPE, text=True)
        broker.wait_for_log("a console from")
        for _ in range(50):
            http_request(broker, "POST", "/__broadcastWebSocket.wc", body='{"action":"a"}')
            time.sleep(0.02)
            if process.poll() is not None:
                break
        output, _ = process.communicate(timeout=10 * PATIENCE)
        self.assertEqual(len(output.splitlines()), 1)

    async def test_what_is_not_read_in_time_is_counted_and_holds_nobody_up(self):
        broker = self.start_broker(settings={"capture.budget": "4 MiB"})
        process = self.piped([executable(), "tail", *where(broker), "--json"])
        said = Lines(process.stderr)
        broker.wait_for_log("a console from")
        time.sleep(0.2 * PATIENCE)
        one = await Client.connect(broker)
        to_nobody = '{"action":"a","recipients":[{"type":"user","value":"nobody"}],"message":"'
        began = time.monotonic()
        for n in range(30_000):
            await one.send(f'{to_nobody}{"x" * 400}{n}"}}')
        self.assertLess(time.monotonic() - began, 100 * PATIENCE)
        printed = Lines(process.stdout)
        await asyncio.to_thread(printed.wait_until_quiet)  # meanwhile the client sends the rest of what it was given
        await one.send(f'{to_nobody}at last"}}')
        await asyncio.to_thread(printed.wait_for, lambda line: b"at last" in line)
        process.send_signal(signal.SIGINT)
        process.wait(10 * PATIENCE)
        numbers = [json.loads(line)["number"] for line in printed.all()]
        missing = numbers[-1] - numbers[0] + 1 - len(numbers)
        self.assertGreater(missing, 0)
        self.assertIn(f"{missing} frames were not printed".encode(), b"".join(said.all()))

    def test_a_pipe_to_jq_under_20000_frames_a_second_accounts_for_every_frame(self):
        if shutil.which("jq") is None:
            self.skipTest("jq is not installed")
        broker = self.start_broker(settings={"capture.budget": "4 MiB"})
        tail = self.piped([executable(), "tail", *where(broker), "--json", "--filter", "kind == frame"])
        jq = self.piped(["jq", "-c", "--unbuffered", ".payload"], stdin=tail.stdout)
        tail.stdout.close()
        said, printed = Lines(tail.stderr), Lines(jq.stdout)
        broker.wait_for_log("a console from")
        time.sleep(0.2 * PATIENCE)
        with RawConnection(broker) as client:
            self.assertEqual(client.handshake("/raw").status, 101)
            sent = self.send_at(client, 20_000, seconds=3)
            printed.wait_until_quiet()
            client.send(frame(TEXT, b"frame at last"))
            printed.wait_for(lambda line: b"frame at last" in line)
            tail.send_signal(signal.SIGINT)
            self.assertEqual((tail.wait(10 * PATIENCE), jq.wait(10 * PATIENCE)), (0, 0))
        unprinted = re.findall(rb"signalbox: (\d+) frames were not printed", b"".join(said.all()))
        self.assertEqual(sum(b"frame " in line for line in printed.all()) + sum(map(int, unprinted)), sent + 1)

    def piped(self, command, stdin=subprocess.DEVNULL):
        """A program whose outputs are pipes; it does not outlive the test."""
        process = subprocess.Popen(command, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(process.wait, 10)
        self.addCleanup(process.kill)
        return process

    @staticmethod
    def send_at(client, rate, seconds):
        """So many text frames a second; how many."""
        turns = 100 * seconds
        each = [frame(TEXT, f"frame {number} {'x' * 100}".encode()) for number in range(rate // 100)]
        began = time.monotonic()
        for turn in range(1, turns + 1):
            client.send(b"".join(each))
            time.sleep(max(0.0, began + turn / 100 - time.monotonic()))
        return turns * len(each)


if __name__ == "__main__":
    unittest.main()
