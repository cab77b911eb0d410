# SPDX-License-Identifier: GPL-3.0-or-later
"""The opening handshake (RFC 6455 section 4), and who may make it."""

import base64
import resource
import unittest

from broker_process import BrokerTestCase
from clients import Client, counts, http_request, post, to, until
from raw_client import TEXT, Ended, RawConnection, accept_for, frame

KEY = "dGhlIHNhbXBsZSBub25jZQ=="

# The request of the talk that the product replaces an example of, to the letter.
TALK_REQUEST = (b"GET /mychat HTTP/1.1\r\nHost: server.example.com\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                b"Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\nSec-WebSocket-Protocol: chat\r\n"
                b"Sec-WebSocket-Version: 13\r\nOrigin: http://example.com\r\n\r\n")


class Endpoint(BrokerTestCase):
    """A page that asks for `chat` at /mychat is served by three lines of configuration."""

    config = """
[http]
allowed_hosts = ["server.example.com"]
allowed_origins = ["http://example.com"]

[[endpoint]]
path = "/mychat"
subprotocols = ["chat", "chat.v2"]

[[endpoint]]
path = "/copycat"
dialect = "echo"
base_path = "/app"
"""

    async def test_the_key_and_accept_pair_of_the_talk(self):
        with RawConnection(self.broker) as connection:
            connection.send(TALK_REQUEST)
            response = connection.read_response()
        self.assertEqual(101, response.status)
        self.assertEqual("HSmrc0sMlYUkAGmm5OPpG2HaGWk=", response.header("Sec-WebSocket-Accept"))
        self.assertEqual("chat", response.header("Sec-WebSocket-Protocol"))
        self.assertEqual("websocket", response.header("Upgrade").lower())
        self.assertEqual("upgrade", response.header("Connection").lower())

    async def test_upgrade_and_connection_may_be_lists_and_repeat(self):
        spellings = (
            [("Upgrade", "h2c, websocket"), ("Connection", "Upgrade")],
            [("Upgrade", "websocket, h2c"), ("Connection", "keep-alive, Upgrade")],
            [("Upgrade", "h2c"), ("Upgrade", "WebSocket"), ("Connection", "upgrade")],
            [("Connection", "keep-alive"), ("Upgrade", "websocket"), ("Connection", "Upgrade")],
        )
        key = [("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="), ("Sec-WebSocket-Version", "13")]
        for fields in spellings:
            with self.subTest(fields), RawConnection(self.broker) as connection:
                connection.send(connection.request_head("GET", "/app/copycat", [*fields, *key])
                                + frame(TEXT, b"in the same segment"))
                self.assertEqual(101, connection.read_response().status)
                self.assertEqual(b"in the same segment", connection.read_frame().payload)

    async def test_the_clients_first_choice_that_is_known_is_taken(self):
        for offered, chosen in (("chat", "chat"), ("superchat, chat", "chat"), ("chat.v2, chat", "chat.v2"),
                                ("chat, chat.v2", "chat"), ("superchat", None), ("Chat", None)):
            with self.subTest(offered), RawConnection(self.broker) as connection:
                response = connection.handshake("/mychat", [("Sec-WebSocket-Protocol", offered)])
                self.assertEqual((101, chosen), (response.status, response.header("Sec-WebSocket-Protocol")))

    async def test_offers_may_be_split_over_two_fields(self):
        with RawConnection(self.broker) as connection:
            fields = [("Sec-WebSocket-Protocol", "superchat"), ("Sec-WebSocket-Protocol", "chat.v2")]
            self.assertEqual("chat.v2", connection.handshake("/mychat", fields).header("Sec-WebSocket-Protocol"))

    async def test_other_endpoints_choose_none(self):
        with RawConnection(self.broker) as connection:
            response = connection.handshake("/ws", [("Sec-WebSocket-Protocol", "chat")])
            self.assertEqual((101, None), (response.status, response.header("Sec-WebSocket-Protocol")))

    async def test_its_clients_speak_the_envelope(self):
        client = await Client.connect(self.broker, path="/mychat?groupId=talk", subprotocols=["chat"])
        self.assertEqual("chat", client.subprotocol)
        self.assertEqual((1, 1, 0, 0), counts(post(self.broker, {"action": "a", "recipients": to(("group", "talk"))})))
        self.assertEqual("a", (await client.next_json())["action"])
        await client.close()

    async def test_an_endpoint_below_a_base_path(self):
        client = await Client.connect(self.broker, path="/app/copycat")
        await client.send("no envelope")
        self.assertEqual("no envelope", await client.next())
        await client.close()


class Refused(BrokerTestCase):
    def status(self, path="/ws", headers=(), **form):
        with RawConnection(self.broker) as connection:
            response = connection.handshake(path, headers, **form)
        if response.status != 101:
            self.assertIn("error", response.json())
        return response.status

    async def test_an_answer_to_a_good_handshake(self):
        with RawConnection(self.broker) as connection:
            response = connection.handshake("/ws", [("Origin", "http://localhost:3000")], key=KEY)
        self.assertEqual((101, accept_for(KEY)), (response.status, response.header("Sec-WebSocket-Accept")))
        self.assertIsNone(response.header("Access-Control-Allow-Origin"), "Qt's own answer repeats the caller's origin")
        self.assertIsNone(response.header("Sec-WebSocket-Extensions"))

    async def test_a_wrong_version_is_told_the_right_one(self):
        for version in ("12", "8", "14", "0", "13x", "", None):
            with self.subTest(version), RawConnection(self.broker) as connection:
                response = connection.handshake(version=version)
                self.assertEqual((426, "13"), (response.status, response.header("Sec-WebSocket-Version")))

    async def test_a_missing_or_bad_key(self):
        for key in (None, "", "short", "not base64 at all!!!!!!!", base64.b64encode(b"x" * 15).decode(),
                    base64.b64encode(b"x" * 17).decode(), KEY.rstrip("="), KEY + "="):
            with self.subTest(key):
                self.assertEqual(400, self.status(key=key))
        self.assertEqual(400, self.status(headers=[("Sec-WebSocket-Key", KEY)], key=KEY))

    async def test_a_foreign_origin(self):
        for origin in ("https://shop.example", "http://evil.example:5210", "null", "file://", "file:///home/page.html",
                       "chrome-extension://abcdef", "http://localhost.evil.example", "http://127.0.0.1.evil.example",
                       "http://evil.example/localhost", "http://localhost@evil.example", "https://", "nonsense"):
            with self.subTest(origin):
                self.assertEqual(403, self.status(headers=[("Origin", origin)]))

    async def test_two_origins(self):
        headers = [("Origin", "http://localhost"), ("Origin", "https://shop.example")]
        for fields in (headers, headers[::-1]):
            self.assertIn(self.status(headers=fields), (400, 403))

    async def test_an_origin_on_loopback(self):
        for origin in ("http://localhost", "http://localhost:3000", "https://localhost:8443", "http://127.0.0.1:1",
                       "http://[::1]:8080", f"http://{self.broker.authority}"):
            with self.subTest(origin):
                self.assertEqual(101, self.status(headers=[("Origin", origin)]))

    async def test_a_foreign_host_is_rebinding(self):
        for host in ("evil.example", f"evil.example:{self.broker.port}", "localhost.evil.example"):
            with self.subTest(host):
                self.assertEqual(421, self.status(host=host))

    async def test_a_host_on_loopback_with_any_port(self):
        for host in ("localhost", "localhost:1", "127.0.0.1:9999", "[::1]:5210"):
            with self.subTest(host):
                self.assertEqual(101, self.status(host=host))

    async def test_an_unknown_path(self):
        for path in ("/nothing", "/wss", "/ws/x", "/healthz", "/demo/", "/signalbox.js", "/__initializeSocket.wcx"):
            with self.subTest(path):
                self.assertEqual(404, self.status(path))

    async def test_not_a_get(self):
        head = (f"POST /ws HTTP/1.1\r\nHost: {self.broker.authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                f"Sec-WebSocket-Key: {KEY}\r\nSec-WebSocket-Version: 13\r\n\r\n")
        with RawConnection(self.broker) as connection:
            connection.send(head.encode())
            response = connection.read_response()
        self.assertEqual(405, response.status)
        self.assertIn("GET", response.header("Allow"))

    async def test_too_long(self):
        self.assertEqual(431, self.status(headers=[("X-Filler", "x" * 20_000)]))
        self.assertEqual(414, self.status("/ws?groupId=" + "x" * 9_000))

    async def test_names_that_cannot_be(self):
        for query in ("groupId=" + "x" * 129, "userId=a%0Ab", "groupId=%FF", "&".join(f"groupId=g{n}" for n in range(129))):
            with self.subTest(query[:20]):
                self.assertEqual(400, self.status("/ws?" + query))
        self.assertEqual(101, self.status("/ws?" + "&".join(f"groupId=g{n}" for n in range(128))))

    async def test_refusals_are_lines_in_the_log(self):
        self.status(headers=[("Origin", "https://handshakes.example")])
        self.broker.wait_for_log(r"https://handshakes\.example.*allow|allow.*https://handshakes\.example")


class Bytes(BrokerTestCase):
    """How the bytes come makes no difference."""

    async def test_frames_in_the_segment_of_the_handshake_are_not_lost(self):
        with RawConnection(self.broker) as connection:
            connection.send(connection.handshake_head("/echo") + frame(TEXT, b"one") + frame(TEXT, b"two"))
            self.assertEqual(101, connection.read_response().status)
            self.assertEqual([b"one", b"two"], [connection.read_frame().payload for _ in range(2)])
            connection.send_frame(TEXT, b"three")
            self.assertEqual(b"three", connection.read_frame().payload)

    async def test_a_frame_that_begins_in_the_segment_of_the_handshake(self):
        for cut in (1, 2, 5, 6, 8):
            with self.subTest(cut), RawConnection(self.broker) as connection:
                data = frame(TEXT, b"hello")
                connection.send(connection.handshake_head("/echo") + data[:cut])
                self.assertEqual(101, connection.read_response().status)
                connection.send(data[cut:])
                self.assertEqual(b"hello", connection.read_frame().payload)

    async def test_one_byte_at_a_time(self):
        with RawConnection(self.broker) as connection:
            connection.send_byte_by_byte(connection.handshake_head("/echo"))
            self.assertEqual(101, connection.read_response().status)
            connection.send_byte_by_byte(frame(TEXT, "é€😀".encode()) + frame(TEXT, b"x" * 200))
            self.assertEqual("é€😀".encode(), connection.read_frame().payload)
            self.assertEqual(b"x" * 200, connection.read_frame().payload)

    async def test_an_upgrade_on_a_connection_that_served_a_request(self):
        with RawConnection(self.broker) as connection:
            self.assertEqual(200, connection.request("GET", "/healthz").status)
            connection.open("/echo")
            connection.send_frame(TEXT, b"hello")
            self.assertEqual(b"hello", connection.read_frame().payload)


class HalfOpen(BrokerTestCase):
    settings = {"limits.handshake_timeout": "2s", "limits.max_half_open": 600}

    async def test_500_half_open_handshakes_are_cut_and_others_are_served(self):
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(max(soft, 2048), hard), hard))
        before = self.broker.open_descriptors()
        connections = [RawConnection(self.broker, within=30) for _ in range(500)]
        for number, connection in enumerate(connections):
            whole = connection.handshake_head("/ws")
            connection.send(whole[:number % (len(whole) - 1)])
        client = await Client.connect(self.broker, groups=["g"])
        self.assertEqual((1, 1, 0, 0), counts(post(self.broker, {"action": "a", "recipients": to(("group", "g"))})))
        for connection in connections:
            rest, _ = connection.read_to_end()
            self.assertNotIn(b" 101 ", rest)
            connection.close()
        await client.send({"action": "b", "recipients": to(("group", "g"))})
        self.assertEqual(["a", "b"], [(await client.next_json())["action"] for _ in range(2)])
        await client.close()
        self.assertEqual(200, http_request(self.broker, "GET", "/healthz").status)
        self.assertLess(self.broker.open_descriptors(), before + 20)

    async def test_a_slow_loris_has_no_more_time_than_others(self):
        sent = 0
        with RawConnection(self.broker) as connection:
            connection.set_timeout(0.2)
            head = connection.handshake_head("/ws", [("X-Filler", "x" * 1000)])
            ended = False
            while not ended and sent < len(head):  # a byte each 0.2 s would take minutes
                try:
                    connection.send(head[sent:sent + 1])
                    sent += 1
                    connection.read(1)
                    ended = True  # 408: its time is over
                except TimeoutError:
                    pass
                except (Ended, BrokenPipeError, ConnectionResetError):
                    ended = True
        self.assertTrue(ended)
        self.assertLess(sent, 100)


class Full(BrokerTestCase):
    settings = {"limits.max_clients": 2}

    async def test_503_with_retry_after_and_room_again_when_one_leaves(self):
        first = await Client.connect(self.broker)
        second = await Client.connect(self.broker)
        with RawConnection(self.broker) as connection:
            response = connection.handshake()
        self.assertEqual(503, response.status)
        self.assertGreater(int(response.header("Retry-After")), 0)
        await first.close()
        await until(lambda: self.handshake_status() == 101)
        await second.close()

    def handshake_status(self):
        with RawConnection(self.broker) as connection:
            return connection.handshake().status


if __name__ == "__main__":
    unittest.main(verbosity=2)
