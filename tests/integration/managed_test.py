# SPDX-License-Identifier: GPL-3.0-or-later
"""The Managed WebSocket API: every endpoint with what is right and what is wrong, by curl, Python and websockets."""

import asyncio
import base64
import json
import os
import re
import stat
import subprocess
import time
import unittest
import urllib.error
import urllib.request
from pathlib import Path

import websockets

from broker_process import PATIENCE, BrokerProcess, BrokerTestCase, need_program, run_signalbox
from clients import Client, http_request, until

need_program("curl")

JSON = {"Content-Type": "application/json"}
TOKEN = re.compile(r"^[0-9a-f]{64}$")


def operator_token(broker):
    return Path(broker.profile, "state", "operator_token").read_text(encoding="ascii").strip()


def bearer(broker):
    return {"Authorization": "Bearer " + operator_token(broker)}


def call(broker, method, path, body=None, headers=None):
    if body is not None and not isinstance(body, (str, bytes)):
        body = json.dumps(body)
    return http_request(broker, method, path, body=body, headers={**JSON, **(headers or {})})


def message(data="Hello World!", sockets=("*",), tags=None):
    return {"data": data, "receivers": {"sockets": list(sockets) if sockets is not None else None, "tags": tags}}


async def open_uri(uri):
    return Client(await websockets.connect(uri, ping_interval=None, compression=None))


async def refused(uri):
    """The status that a handshake is refused with."""
    try:
        connection = await websockets.connect(uri, ping_interval=None, compression=None)
    except websockets.exceptions.InvalidStatusCode as error:
        return error.status_code
    await connection.close()
    return 101


class Messages(BrokerTestCase):
    arguments = ("--set", "threads.workers=3")

    async def asyncSetUp(self):
        await super().asyncSetUp()
        answer = call(self.broker, "GET", "/v1/websocket_uri")
        self.assertEqual(200, answer.status)
        self.uri = answer.json()
        self.raw = await open_uri(self.uri["uri"])

    async def asyncTearDown(self):
        await self.raw.close()

    def socket(self, tags=()):
        answer = call(self.broker, "POST", "/v1/sockets", {"tags": list(tags)}, bearer(self.broker))
        self.assertEqual(201, answer.status, answer.body)
        return answer.json()

    def test_the_uri_is_as_documented(self):
        self.assertEqual(["expiresAt", "uri", "tags"], list(self.uri))
        self.assertRegex(self.uri["expiresAt"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        self.assertRegex(self.uri["uri"], rf"^ws://127\.0\.0\.1:{self.broker.port}/\?token=[0-9a-f]{{64}}$")
        self.assertEqual([], self.uri["tags"])
        named = call(self.broker, "GET", "/v1/websocket_uri", headers={"Host": "localhost:1234"}).json()["uri"]
        self.assertTrue(named.startswith("ws://localhost:1234/?token="))

    async def test_the_seeds_curl_example_as_corrected(self):
        done = subprocess.run(["curl", "-sS", "-w", "\n%{http_code}", "-XPOST", "-d",
                               '{"data": "Hello World!", "receivers": {"sockets": ["*"], "tags": null}}',
                               self.broker.http_url("/v1/messages")], capture_output=True, check=True, timeout=30 * PATIENCE)
        body, _, status = done.stdout.rpartition(b"\n")
        self.assertEqual(b"201", status)
        self.assertEqual(b'{"data":"Hello World!","receivers":{"sockets": ["*"], "tags": null}}', body)
        self.assertEqual("Hello World!", await self.raw.next())

    def test_the_seeds_curl_example_as_printed_is_refused_with_the_place(self):
        body = '{"data": "Hello World!", \\\n        "receivers": {"sockets": ["*"], tags: null} \\\n        }'
        answer = call(self.broker, "POST", "/v1/messages", body)
        self.assertEqual(422, answer.status)
        error = answer.json()["error"]
        self.assertEqual(["reason", "message"], list(error))
        self.assertEqual("NotJson", error["reason"])
        self.assertIn("line 1, column 26", error["message"])

    async def test_data_arrives_as_it_is(self):
        for written, text in (('"Hello"', "Hello"), ('" x "', " x "), ('"\\u00e4\\n\\ud83d\\ude00"', "ä\n😀"), ("42", "42"),
                              ("12345678901234567890", "12345678901234567890"), ("true", "true"), ("false", "false")):
            with self.subTest(written):
                receivers = '{ "sockets":["*"],\n"tags":[] }'
                answer = call(self.broker, "POST", "/v1/messages", f'{{"receivers":{receivers},"data":{written}}}')
                self.assertEqual(201, answer.status, answer.body)
                echoed = written if written.startswith('"') else f'"{written}"'
                self.assertEqual(f'{{"data":{echoed},"receivers":{receivers}}}', answer.body.decode())
                self.assertEqual(text, await self.raw.next())

    async def test_bytes_as_base64(self):
        data = bytes(range(256))
        answer = call(self.broker, "POST", "/v1/messages", {**message(base64.b64encode(data).decode()), "encoding": "base64"})
        self.assertEqual(201, answer.status, answer.body)
        self.assertEqual("base64", answer.json()["encoding"])
        self.assertEqual(data, await self.raw.next())

    async def test_envelope_clients_get_an_envelope(self):
        client = await Client.connect(self.broker, tags=["mixed"])
        call(self.broker, "POST", "/v1/messages", message('say "hi"', None, ["mixed"]))
        self.assertEqual('{"action":"message","message":"say \\"hi\\""}', await client.next())
        call(self.broker, "POST", "/v1/messages", {**message("AP8=", None, ["mixed"]), "encoding": "base64"})
        self.assertEqual({"action": "message", "message": "AP8=", "encoding": "base64"}, await client.next_json())
        await client.close()

    async def test_sockets_and_tags_are_alternatives_and_each_gets_it_once(self):
        both = self.socket(["red", "blue"])
        red = self.socket(["red"])
        clients = {"both": await open_uri(both["uri"]), "red": await open_uri(red["uri"])}
        await until(lambda: len(call(self.broker, "GET", "/v1/sockets", headers=bearer(self.broker)).json()["results"]) >= 3)
        cases = ((message("1", [both["id"]], ["red"]), {"both", "red"}), (message("2", [red["id"]], []), {"red"}),
                 (message("3", None, ["blue"]), {"both"}), (message("4", None, None), set()), (message("5", [], []), set()),
                 (message("6", ["0" * 64], None), set()), (message("7", ["nobody", red["id"]], ["none"]), {"red"}))
        for body, reached in cases:
            with self.subTest(body):
                self.assertEqual(201, call(self.broker, "POST", "/v1/messages", body).status)
                for name in reached:
                    self.assertEqual(body["data"], await clients[name].next())
        call(self.broker, "POST", "/v1/messages", message("end"))
        for client in (*clients.values(), self.raw):
            self.assertEqual("end", await client.next())  # nothing else came before
            await client.close()

    async def test_an_answer_means_that_every_queue_has_it(self):
        for number in range(200):
            call(self.broker, "POST", "/v1/messages", message(str(number)))
        self.assertEqual([str(number) for number in range(200)], [await self.raw.next() for _ in range(200)])

    def test_wrong_bodies(self):
        wrong = (("", "NotJson", None), ("{", "NotJson", None), ("[]", "NotObject", None), ('{"data":"a","data":"b"}', "RepeatedKey", None),
                 ("[" * 100 + "]" * 100, "TooDeep", None), ({"receivers": {"sockets": [], "tags": []}}, "Missing", "data"),
                 (message(None), "Missing", "data"), (message(""), "Blank", "data"), (message(" \n"), "Blank", "data"),
                 (message({"a": 1}), "WrongType", "data"), (message([1]), "WrongType", "data"), ({"data": "a"}, "Missing", "receivers"),
                 ({"data": "a", "receivers": None}, "Missing", "receivers"), ({"data": "a", "receivers": []}, "WrongType", "receivers"),
                 ({"data": "a", "receivers": {"sockets": ["*"]}}, "Missing", "receivers.tags"),
                 ({"data": "a", "receivers": {"tags": ["*"]}}, "Missing", "receivers.sockets"),
                 (message("a", None, "red"), "WrongType", "receivers.tags"), (message("a", None, [["red"]]), "WrongType", "receivers.tags"),
                 (message("a", None, ["x" * 129]), "BadName", "receivers.tags"), (message("a", ["\n"]), "BadName", "receivers.sockets"),
                 (message("a", None, [str(n) for n in range(1001)]), "TooMany", "receivers.tags"),
                 ({**message("a"), "encoding": "hex"}, "BadEncoding", "encoding"), ({**message("?"), "encoding": "base64"}, "BadEncoding", "data"))
        for body, reason, name in wrong:
            with self.subTest(str(body)[:60]):
                answer = call(self.broker, "POST", "/v1/messages", body)
                self.assertEqual(422, answer.status, answer.body)
                error = answer.json()["error"]
                self.assertEqual((reason, name), (error["reason"], error.get("property")))
                self.assertTrue(error["message"].endswith("."))

    def test_wrong_methods_paths_sizes_and_pages(self):
        for method, path, status, allow in (("GET", "/v1/messages", 405, "POST"), ("POST", "/v1/websocket_uri", 405, "GET"),
                                            ("PUT", "/v1/sockets", 405, "GET, POST"), ("POST", "/v1/sockets/x", 405, "GET, DELETE"),
                                            ("DELETE", "/v1/webhook_receivers/enginio", 405, "POST"), ("POST", "/v1", 405, "GET, HEAD"),
                                            ("GET", "/v1/nothing", 404, None), ("GET", "/v1/webhook_receivers/other", 404, None)):
            with self.subTest(method + path):
                answer = call(self.broker, method, path)
                self.assertEqual((status, allow), (answer.status, answer.headers.get("allow")))
                self.assertEqual(["reason", "message"], list(answer.json()["error"]))
        self.assertEqual((413, "BodyTooLarge"), self.failure("POST", "/v1/messages", "x" * 2_000_000))
        self.assertEqual((403, "OriginRefused"), self.failure("POST", "/v1/messages", message(), {"Origin": "https://shop.example"}))
        self.assertEqual((421, "HostRefused"), self.failure("POST", "/v1/messages", message(), {"Host": "shop.example"}))
        self.assertEqual((415, "JsonRequired"), self.failure("POST", "/v1/messages", message(),
                                                             {"Origin": "http://localhost:1", "Content-Type": "text/plain"}))

    def failure(self, method, path, body=None, headers=None):
        answer = call(self.broker, method, path, body, headers)
        return answer.status, answer.json()["error"]["reason"]

    def test_the_name_of_the_service(self):
        for path in ("/v1", "/v1/", "/v1/gateways/any"):
            with self.subTest(path):
                self.assertEqual((200, b'{"name":"MWS"}'), (call(self.broker, "GET", path).status, call(self.broker, "GET", path).body))

    async def test_a_token_opens_one_socket_once(self):
        self.assertEqual(403, await refused(self.uri["uri"]))
        for wrong in ("0" * 64, "abc", ""):
            with self.subTest(wrong):
                self.assertEqual(403, await refused(self.broker.url(f"/?token={wrong}")))
        uri = call(self.broker, "GET", "/v1/websocket_uri").json()["uri"]
        token = uri.rpartition("=")[2]
        client = await open_uri(self.broker.url(f"/any/path?token={token}"))
        answers = await asyncio.gather(*(refused(self.broker.url(f"/?token={token}")) for _ in range(8)))
        self.assertEqual([403] * 8, answers)
        await client.send("goes to nobody")
        call(self.broker, "POST", "/v1/messages", message("still open"))
        self.assertEqual("still open", await client.next())
        self.assertEqual("still open", await self.raw.next())
        await client.close()

    async def test_of_many_who_try_at_once_one_gets_in(self):
        uri = call(self.broker, "GET", "/v1/websocket_uri").json()["uri"]
        statuses = await asyncio.gather(*(refused(uri) for _ in range(20)))
        self.assertEqual([101] + [403] * 19, sorted(statuses))

    def test_python_urllib(self):
        request = urllib.request.Request(self.broker.http_url("/v1/messages"), data=json.dumps(message("x", None)).encode(), method="POST")
        with urllib.request.urlopen(request, timeout=20 * PATIENCE) as response:
            self.assertEqual(201, response.status)
        with self.assertRaises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(self.broker.http_url("/v1/sockets"), timeout=20 * PATIENCE)
        self.assertEqual(401, caught.exception.code)
        caught.exception.close()


class Administration(BrokerTestCase):
    arguments = ("--set", "threads.workers=2")
    settings = {"limits.max_wrong_tokens": 0}  # they are tried here more often than anybody should

    def admin(self, method, path, body=None):
        return call(self.broker, method, path, body, bearer(self.broker))

    async def test_a_socket_from_reservation_to_end(self):
        answer = self.admin("POST", "/v1/sockets", {"tags": ["players", "level 1"]})
        self.assertEqual(201, answer.status)
        made = answer.json()
        self.assertEqual(["id", "tags", "expiresAt", "uri"], list(made))
        self.assertRegex(made["id"], TOKEN)
        self.assertTrue(made["uri"].endswith("/?token=" + made["id"]))
        self.assertEqual({"results": []}, self.admin("GET", "/v1/sockets").json())  # reserved is not connected
        self.assertEqual(404, self.admin("GET", "/v1/sockets/" + made["id"]).status)
        client = await open_uri(made["uri"])
        await until(lambda: self.admin("GET", "/v1/sockets/" + made["id"]).status == 200)
        one = self.admin("GET", "/v1/sockets/" + made["id"]).json()
        self.assertEqual((["id", "connectedAt", "tags"], ["players", "level 1"]), (list(one), one["tags"]))
        self.assertEqual({"results": [one]}, self.admin("GET", "/v1/sockets").json())
        self.assertEqual((200, b"{}"), (lambda answer: (answer.status, answer.body))(self.admin("DELETE", "/v1/sockets/" + made["id"])))
        self.assertEqual((1000, "closed over the socket API"), await client.closed())
        await until(lambda: self.admin("GET", "/v1/sockets/" + made["id"]).status == 404)
        answer = self.admin("DELETE", "/v1/sockets/" + made["id"])
        self.assertEqual((404, "SocketNotFound"), (answer.status, answer.json()["error"]["reason"]))

    async def test_a_reservation_can_be_taken_back(self):
        made = self.admin("POST", "/v1/sockets").json()
        self.assertEqual([], made["tags"])
        self.assertEqual(200, self.admin("DELETE", "/v1/sockets/" + made["id"]).status)
        self.assertEqual(403, await refused(made["uri"]))

    def test_tags(self):
        self.assertEqual(["1", "a"], self.admin("POST", "/v1/sockets", {"tags": [1, "a", "a"]}).json()["tags"])
        self.assertEqual([], self.admin("POST", "/v1/sockets", {"tags": None}).json()["tags"])
        for tags, reason in (("a", "WrongType"), ([True], "WrongType"), ([""], "BadName"), ([str(n) for n in range(200)], "TooMany")):
            with self.subTest(tags):
                answer = self.admin("POST", "/v1/sockets", {"tags": tags})
                self.assertEqual((422, reason, "tags"), (answer.status, answer.json()["error"]["reason"], answer.json()["error"]["property"]))

    def test_nobody_else_gets_in(self):
        for method, path in (("GET", "/v1/sockets"), ("POST", "/v1/sockets"), ("GET", "/v1/sockets/x"), ("DELETE", "/v1/sockets/x"),
                             ("POST", "/v1/webhook_receivers/enginio"), ("GET", "/v1/configuration"), ("PUT", "/v1/gateways/g/configuration")):
            token = operator_token(self.broker)
            for headers, reason in (({}, "AuthorizationRequired"), ({"Authorization": "Bearer " + "0" * 64}, "AccessDenied"),
                                    ({"Authorization": "Bearer"}, "AccessDenied"), ({"Authorization": "Basic " + token}, "AccessDenied"),
                                    ({"Authorization": "Bearer " + token[:-1]}, "AccessDenied"), ({"Authorization": "Bearer " + token + "0"}, "AccessDenied")):
                with self.subTest((method, path, headers)):
                    answer = call(self.broker, method, path, headers=headers)
                    self.assertEqual((401, reason), (answer.status, answer.json()["error"]["reason"]))
                    self.assertEqual("Bearer", answer.headers["www-authenticate"])
        self.assertNotIn(operator_token(self.broker), self.broker.log())

    async def test_enginio_receivers_become_tags(self):
        made = self.admin("POST", "/v1/sockets", {"tags": ["users.john"]}).json()
        john, other = await open_uri(made["uri"]), await open_uri(self.admin("POST", "/v1/sockets").json()["uri"])
        await until(lambda: len(self.admin("GET", "/v1/sockets").json()["results"]) == 2)
        answer = self.admin("POST", "/v1/webhook_receivers/enginio", {"payload": "one", "receivers": [{"id": "john", "objectType": "users"}]})
        self.assertEqual((201, {"data": "one", "receivers": {"sockets": None, "tags": ["users.john"]}}), (answer.status, answer.json()))
        body = '{"payload":{"meta" : 1},"receivers":[{"id":"*","objectType":"aclSubject"}]}'
        self.assertEqual(201, self.admin("POST", "/v1/webhook_receivers/enginio", body).status)
        self.assertEqual(["one", '{"meta" : 1}'], [await john.next(), await john.next()])
        self.assertEqual('{"meta" : 1}', await other.next())
        for wrong, name in (({"receivers": []}, "payload"), ({"payload": 1, "receivers": []}, "payload"), ({"payload": "a"}, "receivers"),
                            ({"payload": "a", "receivers": ["x"]}, "receivers"), ({"payload": "a", "receivers": [{"id": "x"}]}, "receivers.objectType")):
            with self.subTest(wrong):
                answer = self.admin("POST", "/v1/webhook_receivers/enginio", wrong)
                self.assertEqual((422, name), (answer.status, answer.json()["error"]["property"]))
        await john.close()
        await other.close()

    def test_the_configuration_says_what_is_in_force(self):
        answer = self.admin("GET", "/v1/gateways/g1/configuration")
        shown = {"name": "Signalbox", "identityProvider": "none", "permissions": {"read": ["*"], "write": ["*"]}}
        self.assertEqual((200, shown), (answer.status, answer.json()))
        self.assertEqual(200, self.admin("PUT", "/v1/gateways/g1/configuration", '{"identityProvider":"none"}').status)
        answer = self.admin("PUT", "/v1/gateways/g1/configuration", {"identityProvider": "eds"})
        self.assertEqual((422, "identityProvider"), (answer.status, answer.json()["error"]["property"]))

    def test_the_tokens_file_is_the_owners_alone(self):
        file = Path(self.broker.profile, "state", "operator_token")
        self.assertEqual(0o600, stat.S_IMODE(file.stat().st_mode))
        self.assertRegex(file.read_text(encoding="ascii"), r"^[0-9a-f]{64}\n$")
        self.assertEqual(["operator_token"], [name for name in os.listdir(file.parent) if name.startswith("operator_token")])

    def test_show_and_rotate(self):
        shown = run_signalbox("token", "show", "--profile", self.broker.profile)
        self.assertEqual((0, operator_token(self.broker) + "\n"), (shown.returncode, shown.stdout))
        old = bearer(self.broker)
        rotated = run_signalbox("token", "rotate", "--profile", self.broker.profile)
        self.assertEqual((0, operator_token(self.broker) + "\n"), (rotated.returncode, rotated.stdout))
        self.assertNotEqual(shown.stdout, rotated.stdout)
        deadline = time.monotonic() + 10 * PATIENCE
        while call(self.broker, "GET", "/v1/sockets", headers=old).status != 401:
            self.assertLess(time.monotonic(), deadline)
        self.assertEqual(200, self.admin("GET", "/v1/sockets").status)


class Guessing(BrokerTestCase):
    settings = {"threads.workers": 3, "limits.max_wrong_tokens": 4}

    def test_too_many_wrong_tokens_shut_the_address_out_at_every_worker(self):
        def guess(digit):
            return call(self.broker, "GET", "/v1/sockets", headers={"Authorization": "Bearer " + digit * 64}).status

        for _ in range(20):  # without a token nobody guesses, nor with an old one again and again
            self.assertEqual(401, call(self.broker, "GET", "/v1/sockets").status)
            self.assertEqual(401, guess("0"))
        self.assertEqual([401] * 3, [guess(digit) for digit in "123"])
        for path in ("/v1/sockets", "/metrics") * 3:  # connections go to the workers in turn
            with self.subTest(path):
                answer = call(self.broker, "GET", path, headers=bearer(self.broker))
                self.assertEqual(429, answer.status, answer.body)
                self.assertIn(int(answer.headers["retry-after"]), range(1, 61))
                error = answer.json()["error"]
                self.assertIn(error.get("code", error["reason"]), ("http.too_many_wrong_tokens", "TooManyWrongTokens"))
        self.assertEqual(200, call(self.broker, "GET", "/v1/websocket_uri").status)  # which needs no token
        self.broker.wait_for_log(r"4 different wrong operator tokens within a minute from 127\.0\.0\.1")


class Custom(BrokerTestCase):
    settings = {"managed.access_control": "custom"}

    def test_addresses_and_messages_need_the_token(self):
        for method, path, body, status in (("GET", "/v1/websocket_uri", None, 200), ("POST", "/v1/messages", message(), 201)):
            with self.subTest(path):
                self.assertEqual(401, call(self.broker, method, path, body).status)
                self.assertEqual(401, call(self.broker, method, path, body, {"Authorization": "Bearer x"}).status)
                self.assertEqual(status, call(self.broker, method, path, body, bearer(self.broker)).status)
        self.assertEqual(200, call(self.broker, "GET", "/v1").status)


class Pages(BrokerTestCase):
    arguments = ("--allow-origin", "https://shop.example")

    def test_a_configured_page_may_ask_and_read_refusals_too(self):
        origin = {"Origin": "https://shop.example"}
        asked = http_request(self.broker, "OPTIONS", "/v1/messages", headers={
            **origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization, content-type"})
        self.assertEqual((204, "POST"), (asked.status, asked.headers["access-control-allow-methods"]))
        self.assertIn("Authorization", asked.headers["access-control-allow-headers"])
        for body, status in ((message(), 201), ({}, 422)):
            answer = call(self.broker, "POST", "/v1/messages", body, origin)
            self.assertEqual((status, "https://shop.example"), (answer.status, answer.headers["access-control-allow-origin"]))

    def test_a_configured_page_may_read_refusals_that_come_before_the_body_too(self):
        for method, path, status in (("GET", "/v1/sockets", 401), ("GET", "/v1/none", 404), ("GET", "/v1/messages", 405), ("GET", "/metrics", 401)):
            answer = call(self.broker, method, path, headers={"Origin": "https://shop.example"})
            self.assertEqual((status, "https://shop.example"), (answer.status, answer.headers["access-control-allow-origin"]))
        answer = call(self.broker, "GET", "/v1/sockets", headers={"Origin": "https://other.example"})
        self.assertEqual((403, None), (answer.status, answer.headers.get("access-control-allow-origin")))


class UnsafeToken(unittest.TestCase):
    def test_a_file_that_others_can_read_stops_the_start(self):
        broker = BrokerProcess()
        try:
            file = Path(broker.profile, "state", "operator_token")
            file.chmod(0o644)
            done = run_signalbox("--no-gui", "--profile", broker.profile, "--listen", "127.0.0.1:0")
            self.assertEqual(78, done.returncode)
            self.assertIn("chmod 600", done.stderr)
            self.assertNotIn(file.read_text(encoding="ascii").strip(), done.stderr)
        finally:
            broker.stop()


if __name__ == "__main__":
    unittest.main(verbosity=2)
