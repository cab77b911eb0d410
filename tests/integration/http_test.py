# SPDX-License-Identifier: GPL-3.0-or-later
"""HTTP: the broadcast endpoint, the pages, statuses and limits."""

import json
import subprocess
import unittest
from pathlib import Path

from broker_process import PATIENCE, BrokerTestCase, need_program
from clients import ENDPOINT, Client, counts, http_request, post, to
from raw_client import Ended, RawConnection

need_program("curl")

WEB = Path(__file__).resolve().parents[2] / "resources" / "web"
BODY = b'{"action":"a","message":"hi","recipients":[{"type":"group","value":"demo"}]}'
JSON = ("Content-Type", "application/json")


def curl(broker, *arguments, path=ENDPOINT):
    """The status and the body."""
    done = subprocess.run(["curl", "-sS", "--max-time", str(int(20 * PATIENCE)), "-w", "\n%{http_code}", *arguments,
                           broker.http_url(path)], capture_output=True, check=True, timeout=60 * PATIENCE)
    body, _, status = done.stdout.rpartition(b"\n")
    return int(status), body


class Broadcast(BrokerTestCase):
    async def asyncSetUp(self):
        await super().asyncSetUp()
        self.listener = await Client.connect(self.broker, groups=["demo"], user="anna")

    async def asyncTearDown(self):
        await self.listener.close()

    async def test_curl_as_in_the_readme_reaches_the_group(self):
        status, body = curl(self.broker, "-d", BODY.decode())
        self.assertEqual(200, status, body)
        receipt = json.loads(body)
        self.assertEqual((1, 1, 0, 0), tuple(receipt[key] for key in ("recipients", "sent", "queued", "dropped")))
        self.assertRegex(receipt["id"], r"^m\d+$")
        self.assertEqual(BODY.decode(), await self.listener.next())

    async def test_the_aliases_in_any_case_and_below_a_base_path(self):
        for path in (ENDPOINT, "/__broadcastsocket.wc", "/__BROADCASTWEBSOCKET.WC", "/__broadcastwebsocket.wc",
                     "/__BroadcastSocket.wc", "/app/__broadcastWebSocket.wc", "/a/b/__broadcastsocket.wc", ENDPOINT + "?x=1"):
            with self.subTest(path):
                status, body = curl(self.broker, "-d", BODY.decode(), path=path)
                self.assertEqual(200, status, body)
                self.assertEqual(BODY.decode(), await self.listener.next())

    async def test_without_an_origin_any_content_type_is_json(self):
        for value in ("application/json", "application/json; charset=utf-8", "text/plain", "application/x-www-form-urlencoded"):
            with self.subTest(value):
                self.assertEqual(200, post(self.broker, BODY, headers={"Content-Type": value}).status)

    async def test_a_lower_case_foxpro_body(self):
        body = (b'{"action":"chat","groupid":"demo","message":"Hello from FoxPro","recipients":'
                b'[{"type":"group","value":"demo"}],"userid":"RickFox"}')
        self.assertEqual((1, 1, 0, 0), counts(post(self.broker, body)))
        self.assertEqual({"groupId": "demo", "userId": "RickFox"},
                         {key: value for key, value in (await self.listener.next_json()).items() if key.endswith("Id")})

    async def test_several_requests_over_one_connection(self):
        with RawConnection(self.broker) as connection:
            for _ in range(20):
                response = connection.request("POST", ENDPOINT, [JSON], BODY)
                self.assertEqual((200, 1), (response.status, response.json()["sent"]))
            response = connection.request("POST", ENDPOINT, [JSON, ("Connection", "close")], BODY)
            self.assertEqual(200, response.status)
            rest, end = connection.read_to_end()
            self.assertEqual((b"", False), (rest, end.by_reset))

    async def test_pipelined_requests_are_answered_in_order(self):
        with RawConnection(self.broker) as connection:
            bodies = [json.dumps({"action": "a", "message": n, "recipients": to(("group", "demo"))}).encode() for n in range(30)]
            request = b"".join(
                connection.request_head("POST", ENDPOINT, [("Content-Length", len(body))]) + body for body in bodies)
            connection.send(request + connection.request_head("GET", "/healthz"))
            ids = [connection.read_response().json()["id"] for _ in bodies]
            self.assertEqual(200, connection.read_response().status)
            self.assertEqual(sorted(ids, key=lambda text: int(text[1:])), ids)
            self.assertEqual([body.decode() for body in bodies], [await self.listener.next() for _ in bodies])

    async def test_one_byte_at_a_time(self):
        with RawConnection(self.broker) as connection:
            connection.send_byte_by_byte(connection.request_head("POST", ENDPOINT, [("Content-Length", len(BODY))]) + BODY)
            self.assertEqual(200, connection.read_response().status)

    async def test_chunked_bodies(self):
        with RawConnection(self.broker) as connection:
            for chunks in ([BODY], [BODY[:1], BODY[1:40], BODY[40:]], [BODY[n:n + 1] for n in range(len(BODY))]):
                with self.subTest(len(chunks)):
                    connection.send(connection.request_head("POST", ENDPOINT, [("Transfer-Encoding", "chunked")]))
                    for chunk in chunks:
                        connection.send(b"%X;name=value\r\n%s\r\n" % (len(chunk), chunk))
                    connection.send(b"0\r\nX-Trailer: y\r\n\r\n")
                    response = connection.read_response()
                    self.assertEqual((200, 1), (response.status, response.json().get("sent")))

    async def test_a_request_target_in_absolute_form(self):
        with RawConnection(self.broker) as connection:
            target = self.broker.http_url(ENDPOINT)
            self.assertEqual(200, connection.request("POST", target, [JSON], BODY).status)
            self.assertEqual(200, connection.request("POST", target, [JSON], BODY, host="evil.example").status,
                             "the authority of the target stands for Host")
        with RawConnection(self.broker) as connection:
            self.assertEqual(421, connection.request("POST", "http://evil.example" + ENDPOINT, [JSON], BODY).status)

    async def test_expect_100_continue_is_answered_before_the_body(self):
        with RawConnection(self.broker) as connection:
            connection.send(connection.request_head(
                "POST", ENDPOINT, [("Content-Length", len(BODY)), ("Expect", "100-continue")]))
            self.assertEqual(100, connection.read_response().status)
            connection.send(BODY)
            self.assertEqual(200, connection.read_response().status)

    async def test_a_body_just_inside_the_limit_passes(self):
        body = BODY[:-1] + b',"x":"' + b"y" * (1024 * 1024 - len(BODY) - 7) + b'"}'
        self.assertEqual(1024 * 1024, len(body))
        self.assertEqual(200, post(self.broker, body).status)


class Pages(BrokerTestCase):
    def get(self, path, **headers):
        return http_request(self.broker, "GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})

    async def test_health(self):
        for path in ("/healthz", "/readyz"):
            self.assertEqual(200, self.get(path).status, path)

    async def test_the_status_page_is_html_for_people(self):
        answer = self.get("/", Accept="text/html,*/*;q=0.8")
        self.assertEqual(200, answer.status)
        self.assertTrue(answer.headers["content-type"].startswith("text/html"), answer.headers)
        page = answer.body.decode()
        self.assertNotIn("{{", page)
        self.assertIn(f"ws://{self.broker.authority}", page)
        self.assertIn('href="demo/"', page)

    async def test_the_status_page_is_json_for_programs(self):
        answer = self.get("/", Accept="application/json")
        self.assertTrue(answer.headers["content-type"].startswith("application/json"), answer.headers)
        self.assertEqual("Signalbox", answer.json()["name"])

    async def test_the_status_page_counts_clients(self):
        before = self.get("/", Accept="application/json").json()
        client = await Client.connect(self.broker, groups=["one of a kind"])
        after = self.get("/", Accept="application/json").json()
        self.assertEqual(before["clients"] + 1, after["clients"])
        self.assertEqual(before["groups"] + 1, after["groups"])
        await client.close()

    async def test_files_come_as_they_are_with_their_type(self):
        for path, name, kind in (
                ("/signalbox.js", "signalbox.js", "text/javascript"),
                ("/webconnection-websocket.js", "webconnection-websocket.js", "text/javascript"),
                ("/status.css", "status.css", "text/css"),
                ("/status.js", "status.js", "text/javascript"),
                ("/demo/", "demo/index.html", "text/html"),
                ("/demo/chat.js", "demo/chat.js", "text/javascript"),
                ("/demo/chat.css", "demo/chat.css", "text/css")):
            with self.subTest(path):
                answer = self.get(path)
                self.assertEqual(200, answer.status)
                self.assertEqual((WEB / name).read_bytes(), answer.body)
                self.assertTrue(answer.headers["content-type"].startswith(kind), answer.headers)

    async def test_pages_carry_a_strict_content_security_policy(self):
        for path in ("/", "/demo/"):
            policy = self.get(path, Accept="text/html").headers["content-security-policy"]
            self.assertIn("default-src 'self'", policy)
            self.assertNotIn("unsafe", policy)

    async def test_head_is_answered_without_a_body(self):
        with RawConnection(self.broker) as connection:
            for path in ("/signalbox.js", "/healthz", "/"):
                response = connection.request("HEAD", path)
                self.assertEqual(200, response.status, path)
                self.assertGreater(int(response.header("Content-Length")), 0, path)
            self.assertEqual(200, connection.request("GET", "/healthz").status, "no body of a HEAD is in the way")

    async def test_nothing_else_is_served(self):
        for path in ("/nothing", "/demo/nothing.js", "/demo/../../../../etc/passwd", "/demo/%2e%2e/%2e%2e/etc/passwd",
                     "/demo/..%2f..%2fsignalbox.js", "//etc/passwd", "/signalbox.js/", "/SIGNALBOX.JS%00", "/package.json"):
            with self.subTest(path), RawConnection(self.broker) as connection:
                response = connection.request("GET", path)
                self.assertIn(response.status, (400, 404))
                self.assertNotIn(b"root:", response.body)


class Refusals(BrokerTestCase):
    settings = {"limits.max_body": "64KiB", "http.allowed_origins": "https://good.example",
                "http.allowed_hosts": "broker.example"}

    def refusal(self, method, path, headers=(), body=b"", **form):
        """The answer, which must have the documented shape of an error."""
        with RawConnection(self.broker) as connection:
            response = connection.request(method, path, headers, body, **form)
        if method != "HEAD":
            error = response.json()["error"]
            self.assertRegex(error["code"], r"^[a-z0-9_]+\.[a-z0-9_.]+$")
            self.assertGreater(len(error["reason"].split()), 1)
        return response

    async def test_404(self):
        self.assertEqual(404, self.refusal("GET", "/no/such/thing").status)
        self.assertEqual(404, self.refusal("POST", "/__broadcastWebSocket.wcx", [JSON], BODY).status)

    async def test_405_with_allow(self):
        for method, path, allowed in (("GET", ENDPOINT, "POST"), ("PUT", ENDPOINT, "POST"), ("DELETE", "/", "GET"),
                                      ("POST", "/healthz", "GET"), ("POST", "/demo/", "GET"), ("PUT", "/signalbox.js", "GET"),
                                      ("POST", "/ws", "GET")):
            with self.subTest(f"{method} {path}"):
                response = self.refusal(method, path)
                self.assertEqual(405, response.status)
                self.assertIn(allowed, response.header("Allow").replace(" ", "").split(","))

    async def test_413_for_a_length_that_is_too_great_without_reading_it(self):
        with RawConnection(self.broker) as connection:
            connection.send(connection.request_head("POST", ENDPOINT, [("Content-Length", 64 * 1024 + 1)]))
            self.assertEqual(413, connection.read_response().status)

    async def test_413_for_chunks_that_are_too_many(self):
        with RawConnection(self.broker) as connection:
            connection.send(connection.request_head("POST", ENDPOINT, [("Transfer-Encoding", "chunked")]))
            for _ in range(17):
                connection.send(b"1000\r\n" + b"x" * 4096 + b"\r\n")
            self.assertEqual(413, connection.read_response().status)

    async def test_413_arrives_although_the_body_was_sent(self):
        with RawConnection(self.broker) as connection:
            response = connection.request("POST", ENDPOINT, [JSON], b"x" * (256 * 1024))
            self.assertEqual(413, response.status)

    async def test_414(self):
        self.assertEqual(414, self.refusal("GET", "/" + "x" * 9000).status)

    async def test_431(self):
        self.assertEqual(431, self.refusal("GET", "/healthz", [("X-Filler", "x" * 20_000)]).status)
        self.assertEqual(431, self.refusal("GET", "/healthz", [(f"X-{n}", "x" * 100) for n in range(200)]).status)

    async def test_a_header_just_inside_the_limit_passes(self):
        with RawConnection(self.broker) as connection:
            self.assertEqual(200, connection.request("GET", "/healthz", [("X-Filler", "x" * 15_000)]).status)

    async def test_421_for_a_host_that_is_not_ours(self):
        for host in ("evil.example", "evil.example:5210", "localhost.evil.example", "127.0.0.1.evil.example", "broker.example.evil",
                     "127.0.0.2.nip.example", "user@evil.example"):
            with self.subTest(host):
                self.assertIn(self.refusal("GET", "/healthz", host=host).status, (400, 421))
        self.assertEqual(421, self.refusal("POST", ENDPOINT, [JSON], BODY, host="evil.example").status)

    async def test_hosts_that_are_ours_with_any_port(self):
        with RawConnection(self.broker) as connection:
            for host in ("localhost", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:9999", "[::1]", "[::1]:80", "broker.example:443"):
                self.assertEqual(200, connection.request("GET", "/healthz", host=host).status, host)

    async def test_403_for_a_foreign_origin(self):
        for origin in ("https://shop.example", "null", "file://", "http://localhost.evil.example", "http://good.example",
                       "https://good.example:8443", "https://good.example.evil.example"):
            with self.subTest(origin):
                self.assertEqual(403, self.refusal("POST", ENDPOINT, [("Origin", origin), JSON], BODY).status)
                self.assertEqual(403, self.refusal("GET", "/", [("Origin", origin)]).status)

    async def test_an_allowed_origin_needs_json(self):
        for origin in ("https://good.example", "http://localhost:3000", "http://127.0.0.1", "http://[::1]:1"):
            with self.subTest(origin):
                for kind in ("text/plain", "application/x-www-form-urlencoded", "application/jsonp", "text/json"):
                    headers = [("Origin", origin), ("Content-Type", kind)]
                    self.assertEqual(415, self.refusal("POST", ENDPOINT, headers, BODY).status, kind)
                self.assertEqual(415, self.refusal("POST", ENDPOINT, [("Origin", origin)], BODY).status)
                with RawConnection(self.broker) as connection:
                    headers = [("Origin", origin), ("Content-Type", "Application/JSON; charset=utf-8")]
                    self.assertEqual(200, connection.request("POST", ENDPOINT, headers, BODY).status)

    async def test_a_preflight_of_a_foreign_page_is_refused(self):
        headers = [("Origin", "https://shop.example"), ("Access-Control-Request-Method", "POST")]
        response = self.refusal("OPTIONS", ENDPOINT, headers)
        self.assertEqual(403, response.status)
        self.assertIsNone(response.header("Access-Control-Allow-Origin"))

    async def test_each_refusal_is_a_line_in_the_log_that_names_the_setting(self):
        self.refusal("GET", "/", [("Origin", "https://lines.example")])
        self.broker.wait_for_log(r"https://lines\.example.*allow|allow.*https://lines\.example")
        self.refusal("GET", "/", host="hosts.example")
        self.broker.wait_for_log(r"hosts\.example.*allowed_hosts|allowed_hosts.*hosts\.example")

    async def test_no_raw_control_character_reaches_the_log(self):
        with RawConnection(self.broker) as connection:
            connection.send(connection.request_head("GET", "/", [("Origin", "http://x.example/\x1b[31mred")]))
            try:
                connection.read_response()
            except Ended:
                pass
        self.assertEqual(200, http_request(self.broker, "GET", "/healthz").status)
        self.assertNotIn("\x1b", self.broker.log())


class TimeOuts(BrokerTestCase):
    settings = {"limits.handshake_timeout": "500ms", "limits.idle_http_timeout": "500ms", "limits.frame_timeout": "500ms"}

    async def test_a_request_that_does_not_end_is_cut(self):
        with RawConnection(self.broker) as connection:
            connection.send(b"GET / HTTP/1.1\r\nHost: lo")
            connection.read_to_end()

    async def test_a_body_that_does_not_end_is_cut(self):
        with RawConnection(self.broker, within=60) as connection:
            connection.send(connection.request_head("POST", ENDPOINT, [("Content-Length", 100)]) + b"{")
            connection.read_to_end()

    async def test_an_idle_connection_is_ended_without_a_reset(self):
        with RawConnection(self.broker) as connection:
            self.assertEqual(200, connection.request("GET", "/healthz").status)
            rest, end = connection.read_to_end()
            self.assertFalse(end.by_reset, rest)


if __name__ == "__main__":
    unittest.main(verbosity=2)
