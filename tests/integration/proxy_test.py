# SPDX-License-Identifier: GPL-3.0-or-later
"""Behind a proxy: nginx and Caddy with the files of resources/examples, and what a client may say of itself without one. Switches of
what is built in."""

import asyncio
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
import unittest
import xml.etree.ElementTree
from pathlib import Path

from broker_process import PATIENCE, AsyncTestCase, BrokerProcess
from clients import ENDPOINT, Client, http_request, post, to
from raw_client import RawConnection

EXAMPLES = Path(__file__).resolve().parents[2] / "resources" / "examples"
NGINX = os.environ.get("SIGNALBOX_NGINX") or shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
CADDY = os.environ.get("SIGNALBOX_CADDY") or shutil.which("caddy")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Proxy:
    """A proxy in front of a broker, with the lines of an example but for ports and what else `replacements` change."""

    def __init__(self, broker, example, replacements):
        self.port = free_port()
        self.folder = Path(tempfile.mkdtemp(prefix="signalbox-proxy-"))
        self.log = self.folder / "error.log"
        text = (EXAMPLES / example).read_text(encoding="utf-8")
        for pattern, replacement in ((r"127\.0\.0\.1:5210", broker.authority), *replacements(self.port)):
            text, count = re.subn(pattern, replacement, text)
            assert count == 1, pattern
        self.snippet = self.folder / example
        self.snippet.write_text(text, encoding="utf-8")

    def start(self, *command, **options):
        self._process = subprocess.Popen(command, **options)
        deadline = time.monotonic() + 20 * PATIENCE
        while not self._accepts():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise AssertionError(self.log.read_text(encoding="utf-8"))
            time.sleep(0.05)

    def _accepts(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    # What a Client and a RawConnection ask of a broker.
    def url(self, path="/ws"):
        return f"ws://127.0.0.1:{self.port}{path}"

    @property
    def authority(self):
        return f"127.0.0.1:{self.port}"

    def stop(self):
        self._process.terminate()
        self._process.wait(20 * PATIENCE)
        shutil.rmtree(self.folder, ignore_errors=True)


class Nginx(Proxy):
    """With a read time-out of a test's patience."""

    def __init__(self, broker, read_timeout):
        super().__init__(broker, "nginx.conf", lambda port: (
            (r"listen 80;", f"listen 127.0.0.1:{port};"), (r"proxy_read_timeout 90s;", f"proxy_read_timeout {read_timeout}s;")))
        temporary = "".join(f"{kind}_temp_path {self.folder}/{kind};\n" for kind in
                            ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        user = "user root;" if os.geteuid() == 0 else ""
        (self.folder / "whole.conf").write_text(
            f"{user}\ndaemon off;\nworker_processes 1;\npid {self.folder}/pid;\nerror_log {self.folder}/error.log;\n"
            f"events {{ }}\nhttp {{\naccess_log off;\n{temporary}include {self.snippet};\n}}\n", encoding="utf-8")
        self.start(NGINX, "-p", str(self.folder), "-c", str(self.folder / "whole.conf"), "-e", str(self.log), stderr=subprocess.DEVNULL)


class Caddy(Proxy):
    """Without TLS, for which it would ask an authority on the Internet."""

    def __init__(self, broker):
        super().__init__(broker, "Caddyfile", lambda port: ((r"(?m)^broker\.example \{", f"http://127.0.0.1:{port} {{"),))
        whole = self.folder / "whole"
        whole.write_text("{\n\tadmin off\n}\n" + self.snippet.read_text(encoding="utf-8"), encoding="utf-8")
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder)}
        with self.log.open("wb") as log:
            self.start(CADDY, "run", "--config", str(whole), "--adapter", "caddyfile", env=environment, stdout=log, stderr=log)


class ProxyTestCase(AsyncTestCase):
    def broker(self, **settings):
        broker = BrokerProcess(settings={key.replace("__", "."): value for key, value in settings.items()})
        self.addAsyncCleanup(self.stop, broker)
        return broker

    async def stop(self, broker):
        await asyncio.to_thread(broker.stop)
        broker.assert_clean()


class BehindAProxy:
    """What each proxy of the examples does."""

    async def test_a_client_upgrades_and_has_its_own_address(self):
        broker = self.broker(http__trusted_proxies="127.0.0.1")
        proxy = self.proxy(broker)
        anna = await Client.connect(proxy, groups=["room"], user="anna", local_addr=("127.0.0.9", 0))
        broker.wait_for_log(r"c1 opened from 127\.0\.0\.9 at /ws, through 127\.0\.0\.1:\d+")
        self.assertEqual(1, post(proxy, {"action": "a", "message": "x", "recipients": to(("group", "room"))}).json()["sent"])
        self.assertEqual("x", (await anna.next_json())["message"])
        await anna.send({"action": "b", "recipients": to("all")})
        self.assertEqual("b", (await anna.next_json())["action"])
        await anna.close()

    async def test_what_a_client_writes_itself_is_not_believed(self):
        broker = self.broker(http__trusted_proxies="127.0.0.1")
        anna = await Client.connect(self.proxy(broker), local_addr=("127.0.0.9", 0),
                                    extra_headers={"X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https"})
        broker.wait_for_log(r"c1 opened from 127\.0\.0\.9 at /ws, through 127\.0\.0\.1:\d+")
        await anna.close()

    async def test_the_largest_body_passes_and_a_larger_one_is_refused(self):
        proxy = self.proxy(self.broker(http__trusted_proxies="127.0.0.1"))
        for filler, status in ((1_048_000, 200), (1_048_600, 413)):
            self.assertEqual(status, post(proxy, {"action": "a", "message": "x" * filler}).status)


@unittest.skipIf(CADDY is None, "caddy is not installed")
class BehindCaddy(BehindAProxy, ProxyTestCase):
    def proxy(self, broker):
        caddy = Caddy(broker)
        self.addCleanup(caddy.stop)
        return caddy


@unittest.skipIf(NGINX is None, "nginx is not installed")
class BehindNginx(BehindAProxy, ProxyTestCase):
    def proxy(self, broker, read_timeout=30):
        nginx = Nginx(broker, read_timeout)
        self.addCleanup(nginx.stop)
        return nginx

    async def test_pings_keep_an_idle_connection_open(self):
        broker = self.broker(limits__ping_interval="500ms", limits__pong_timeout="500ms")
        silent = self.broker(limits__ping_interval="0")
        anna = await Client.connect(self.proxy(broker, read_timeout=2))
        ben = await Client.connect(self.proxy(silent, read_timeout=2))
        await ben.closed()  # nginx cuts it off after two seconds without a byte
        await asyncio.sleep(1)
        await anna.send({"action": "still here", "recipients": to("all")})
        self.assertEqual("still here", (await anna.next_json())["action"])
        await anna.close()


class WhoIsBelieved(ProxyTestCase):
    """Without nginx: the test writes what a proxy would."""

    def connect(self, broker, **headers):
        return Client.connect(broker, extra_headers={name.replace("_", "-"): value for name, value in headers.items()})

    async def test_the_right_most_address_that_is_no_proxy(self):
        broker = self.broker(http__trusted_proxies="127.0.0.1,10.0.0.0/8", listener__allow_insecure="true")
        for number, (header, shown) in enumerate((
                ("203.0.113.7", r"203\.0\.113\.7"), ("1.2.3.4, 203.0.113.7, 10.1.1.1", r"203\.0\.113\.7"),
                ("[2001:db8::7]:4711", r"\[2001:db8::7\]:4711"), ("nonsense", r"127\.0\.0\.1:\d+ at")), 1):
            client = await self.connect(broker, X_Forwarded_For=header)
            broker.wait_for_log(rf"c{number} opened from {shown}")
            await client.close()
        broker.wait_for_log(r"the proxy 127\.0\.0\.1:\d+ sends X-Forwarded-For or X-Forwarded-Proto in a form")
        secure = await self.connect(broker, X_Forwarded_For="203.0.113.7", X_Forwarded_Proto="https")
        broker.wait_for_log(r"c5 opened from 203\.0\.113\.7 at /ws, through 127\.0\.0\.1:\d+ with TLS")
        await secure.close()

    async def test_the_address_of_a_socket_has_the_scheme_of_the_proxy(self):
        broker = self.broker(http__trusted_proxies="127.0.0.1")
        for scheme, prefix in (("https", "wss://"), ("http", "ws://")):
            answer = http_request(broker, "GET", "/v1/websocket_uri", headers={"X-Forwarded-Proto": scheme})
            self.assertTrue(answer.json()["uri"].startswith(prefix + "127.0.0.1"), answer.body)

    async def test_others_are_ignored(self):
        for trusted in ("", "10.0.0.0/8"):
            broker = self.broker(http__trusted_proxies=trusted)
            client = await self.connect(broker, X_Forwarded_For="203.0.113.7", X_Forwarded_Proto="https")
            broker.wait_for_log(r"c1 opened from 127\.0\.0\.1:\d+ at /ws")
            await client.close()

    async def test_a_proxy_on_this_machine_does_not_make_its_clients_local(self):
        broker = self.broker(http__trusted_proxies="127.0.0.1")
        for forwarded, status in (("203.0.113.7", 403), ("127.0.0.9", 200)):
            self.assertEqual(status, post(broker, {"action": "a"}, headers={"X-Forwarded-For": forwarded}).status)
        broker.wait_for_log(r"refused a request from 203\.0\.113\.7: 403 http\.origin_required")


class Examples(unittest.TestCase):
    def test_iis_has_well_formed_xml(self):
        root = xml.etree.ElementTree.parse(EXAMPLES / "iis-web.config").getroot()
        urls = [action.get("url") for action in root.iter("action")]
        self.assertEqual(["http://127.0.0.1:5210/{R:1}"] * 2, urls)


class Switches(ProxyTestCase):
    async def test_what_is_switched_off_is_not_found(self):
        off = ("raw", "echo", "broadcast", "managed", "status", "demo", "scripts")
        broker = self.broker(**{f"endpoints__{name}__enabled": "false" for name in off})
        with RawConnection(broker) as connection:
            for method, path in (("GET", "/"), ("GET", "/demo"), ("GET", "/demo/"), ("GET", "/signalbox.js"), ("GET", "/raw"),
                                 ("GET", "/echo"), ("POST", ENDPOINT), ("POST", "/app/__broadcastsocket.wc")):
                with self.subTest(path):
                    response = connection.request(method, path)
                    self.assertEqual((404, "http.not_found"), (response.status, response.json()["error"]["code"]))
            self.assertEqual(404, connection.request("GET", "/v1").status)  # in the shape of that API
            self.assertEqual(200, connection.request("GET", "/healthz").status)
        for path in ("/ws", "/", "/__initializeSocket.wc"):
            client = await Client.connect(broker, path=path)
            await client.close()

    async def test_without_sockets_there_are_still_pushes(self):
        broker = self.broker(endpoints__envelope__enabled="false")
        for path in ("/ws", "/", "/app/__initializeSocket.wc"):
            with self.subTest(path), self.assertRaisesRegex(Exception, "404"):
                await Client.connect(broker, path=path)
        echo = await Client.connect(broker, path="/echo")
        await echo.send("hello")
        self.assertEqual("hello", await echo.next())
        await echo.close()
        self.assertEqual(200, post(broker, {"action": "a"}).status)


if __name__ == "__main__":
    unittest.main()
