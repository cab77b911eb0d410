# SPDX-License-Identifier: GPL-3.0-or-later
"""Options, configuration, exit statuses, and what is printed where."""

import json
import os
import re
import signal
import socket
import tempfile
import unittest
from pathlib import Path

from broker_process import AsyncTestCase, BrokerProcess, run_signalbox
from clients import Client, counts, http_request, post, to, until
from raw_client import RawConnection


class Status(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="signalbox-test-")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def run_headless(self, *arguments, **options):
        return run_signalbox("--no-gui", "--profile", self.folder, *arguments, **options)

    def write(self, text):
        path = Path(self.folder, "bad.toml")
        path.write_text(text, encoding="utf-8")
        return str(path)

    def assert_status(self, status, done):
        self.assertEqual(status, done.returncode, f"stdout: {done.stdout}\nstderr: {done.stderr}")

    def test_help_and_version(self):
        for option in ("--help", "-h"):
            done = run_signalbox(option)
            self.assert_status(0, done)
            for word in ("--no-gui", "--listen", "--profile", "--set", "--config"):
                self.assertIn(word, done.stdout)
        for option in ("--version", "-v"):
            done = run_signalbox(option)
            self.assert_status(0, done)
            self.assertRegex(done.stdout, r"\d+\.\d+\.\d+")

    def test_2_for_wrong_usage(self):
        for arguments in (["--no-such-option"], ["no-such-command"], ["--listen"], ["--listen", "nonsense"],
                          ["--log-level", "loud"], ["--set", "nonsense"]):
            with self.subTest(arguments):
                done = self.run_headless(*arguments)
                self.assert_status(2, done)
                self.assertEqual("", done.stdout)
                self.assertNotEqual("", done.stderr)

    def test_3_for_an_address_in_use(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            done = self.run_headless("--listen", f"127.0.0.1:{port}")
        self.assert_status(3, done)
        self.assertIn(str(port), done.stderr)
        self.assertNotIn("listening on", done.stdout)

    def test_78_for_a_bad_configuration(self):
        for name, text, words in (
                ("no TOML", "[limits\n", ["bad.toml", "1"]),
                ("an unknown key", "[limits]\nmax_mesage = 5\n", ["bad.toml", "2", "max_message"]),
                ("an unknown section", "\n[limit]\nmax_message = 5000\n", ["bad.toml", "limits"]),
                ("a wrong type", "[limits]\nmax_message = true\n", ["bad.toml", "2", "max_message"]),
                ("a wrong unit", '[limits]\nping_interval = "5 parsecs"\n', ["bad.toml", "2", "ping_interval"]),
                ("a value out of range", '[limits]\nmax_message = "1 byte"\n', ["bad.toml", "2", "max_message"])):
            with self.subTest(name):
                path = self.write(text)
                for done in (self.run_headless("--listen", "127.0.0.1:0", "--config", path), run_signalbox("check-config", path)):
                    self.assert_status(78, done)
                    for word in words:
                        self.assertIn(word, done.stderr + done.stdout)

    def test_2_for_a_bad_setting_on_the_command_line_and_78_for_a_bad_environment(self):
        self.assert_status(2, self.run_headless("--listen", "127.0.0.1:0", "--set", "limits.no_such_key=1"))
        environment = {**os.environ, "SIGNALBOX_LIMITS_MAX_MESSAGE": "much"}
        self.assert_status(78, self.run_headless("--listen", "127.0.0.1:0", environment=environment))

    def test_a_missing_configuration_file_is_said(self):
        done = self.run_headless("--listen", "127.0.0.1:0", "--config", "/nonexistent/x.toml")
        self.assertIn(done.returncode, (2, 78))
        self.assertIn("/nonexistent/x.toml", done.stderr)

    def test_listening_beyond_loopback_needs_an_option(self):
        for address in ("0.0.0.0:0", "[::]:0"):
            with self.subTest(address):
                done = self.run_headless("--listen", address)
                self.assertNotEqual(0, done.returncode)
                self.assertIn("--allow-insecure", done.stderr)
                self.assertNotIn("listening on", done.stdout)

    def test_the_default_configuration_is_a_good_one(self):
        done = run_signalbox("default-config")
        self.assert_status(0, done)
        for key in ("handshake_timeout", "max_message", "max_queue", "ping_interval", "workers", "allowed_origins"):
            self.assertIn(key, done.stdout)
        self.assert_status(0, run_signalbox("check-config", self.write(done.stdout)))
        uncommented = re.sub(r"^#(\w+ = )", r"\1", done.stdout, flags=re.MULTILINE)
        self.assertNotEqual(done.stdout, uncommented)
        self.assert_status(0, run_signalbox("check-config", self.write(uncommented)))

    def test_the_command_line_is_stronger_than_the_environment_and_that_than_the_file(self):
        file = self.write("[limits]\nmax_body = 1111111\nmax_recipients = 111\nmax_clients = 11\n")
        environment = {**os.environ, "SIGNALBOX_LIMITS_MAX_BODY": "2222222", "SIGNALBOX_LIMITS_MAX_RECIPIENTS": "222"}
        done = run_signalbox("print-config", "--config", file, "--set", "limits.max_body=3333333", environment=environment)
        self.assert_status(0, done)
        for key, value in (("max_body", "3333333"), ("max_recipients", "222"), ("max_clients", "11"), ("max_half_open", "1000")):
            self.assertRegex(done.stdout, rf"{key}\W+{value}\b")

    def test_the_demo_sends_one_broadcast_and_ends(self):
        done = self.run_headless("--listen", "127.0.0.1:0", "--demo", "--once", within=60)
        self.assert_status(0, done)
        self.assertIn("listening on ws://127.0.0.1:", done.stdout)
        self.assertRegex(done.stdout, r"\b[23]\b")


class Running(AsyncTestCase):
    def start(self, *arguments, **options):
        broker = BrokerProcess(*arguments, **options)
        self.addCleanup(lambda: broker.is_running() and broker.kill())
        return broker

    def stop(self, broker):
        broker.stop()
        broker.assert_clean()

    async def test_stdout_has_the_listeners_and_nothing_else(self):
        broker = self.start(listen=("127.0.0.1:0", "127.0.0.2:0"))
        self.assertEqual(1, len(set(broker.ports)), "one free port for all addresses")
        self.assertEqual("Signalbox", self.status_at(broker.ports[0]))
        self.stop(broker)
        port = broker.ports[0]
        self.assertEqual([f"listening on ws://127.0.0.{host}:{port}" for host in (1, 2)], broker.output().splitlines())

    @staticmethod
    def status_at(port):
        class At:
            pass

        at = At()
        at.port = port
        return http_request(at, "GET", "/", headers={"Accept": "application/json"}).json()["name"]

    @unittest.skipUnless(socket.has_ipv6 and os.path.exists("/proc/net/if_inet6")
                         and "00000000000000000000000000000001" in Path("/proc/net/if_inet6").read_text(encoding="ascii"),
                         "this machine has no ::1")
    async def test_ipv6_loopback(self):
        broker = self.start(listen=("[::1]:0",))
        self.assertIn(f"listening on ws://[::1]:{broker.port}", broker.output())
        with socket.create_connection(("::1", broker.port), timeout=10) as connection:
            connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: [::1]\r\nConnection: close\r\n\r\n")
            self.assertTrue(connection.recv(100).startswith(b"HTTP/1.1 200"))
        self.stop(broker)

    async def test_with_an_empty_environment(self):
        # Empty but for what a sanitizer's run-time reads before main(): the program itself sees no variable of its own.
        broker = self.start(environment={name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")})
        client = await Client.connect(broker, groups=["g"])
        self.assertEqual((1, 1, 0, 0), counts(post(broker, {"action": "a", "recipients": to(("group", "g"))})))
        await client.close()
        self.stop(broker)

    async def test_an_origin_that_is_allowed_on_the_command_line(self):
        broker = self.start("--allow-origin", "https://shop.example")
        for origin, status in (("https://shop.example", 101), ("https://other.example", 403)):
            with RawConnection(broker) as connection:
                self.assertEqual(status, connection.handshake("/ws", [("Origin", origin)]).status, origin)
        self.stop(broker)

    async def test_an_origin_that_was_allowed_always_is_a_line_of_a_file(self):
        broker = self.start()
        file = Path(broker.profile, "state", "allowed_origins")
        file.parent.mkdir(exist_ok=True)

        def status():
            with RawConnection(broker) as connection:
                return connection.handshake("/ws", [("Origin", "https://shop.example")]).status

        self.assertEqual(403, status())
        for text, expected in (("# ours\nhttps://shop.example\n", 101), ("# ours\n", 403)):
            file.write_text(text, encoding="utf-8")
            broker.send_signal(signal.SIGHUP)
            await until(lambda expected=expected: status() == expected)
        self.stop(broker)

    async def test_the_log_tells_what_the_window_would_show(self):
        broker = self.start(settings={"log.status_interval": "300ms"})
        client = await Client.connect(broker, user="log-user", groups=["log-group"])
        broker.wait_for_log("log-user")
        known = len(broker.log())
        post(broker, {"action": "a", "message": "secret content", "recipients": to(("group", "log-group"))})
        broker.wait_for_log(r"\bm\d+\b|recipients|sent", since=known)
        known = len(broker.log())
        await client.close(4000, "enough")
        broker.wait_for_log("4000|enough", since=known)
        known = len(broker.log())
        broker.wait_for_log(r"(?i)status|clients", since=known)  # the next status line
        self.stop(broker)
        self.assertNotIn("secret content", broker.log())

    async def test_the_log_can_be_json(self):
        broker = self.start("--log-format", "json", "--log-level", "info")
        client = await Client.connect(broker, user='quote " \u202e user')
        broker.wait_for_log("quote")
        await client.close()
        self.stop(broker)
        for line in broker.log().splitlines():
            self.assertIsInstance(json.loads(line), dict)
        self.assertNotIn("\u202e", broker.log())


if __name__ == "__main__":
    unittest.main(verbosity=2)
