# SPDX-License-Identifier: GPL-3.0-or-later
"""The control API: every operation and status of its OpenAPI document is asked for, and every answer has its schema."""

import asyncio
import json
import re
import subprocess
import unittest
from pathlib import Path
from urllib.parse import quote

import websockets

from broker_process import BrokerProcess, BrokerTestCase, need_program
from clients import http_request, until
from raw_client import RawConnection

need_program("curl")

ROOT = "/api/v1"
ENVELOPE = {"action": "say", "message": "hello", "recipients": [{"type": "group", "value": "red"}]}


def operator_token(broker):
    return Path(broker.profile, "state", "operator_token").read_text(encoding="ascii").strip()


def bearer(broker):
    return {"Authorization": "Bearer " + operator_token(broker)}


def call(broker, method, path, body=None, headers=None, token=True):
    if body is not None and not isinstance(body, (str, bytes)):
        body = json.dumps(body)
    fields = {"Content-Type": "application/json"} if body is not None else {}
    return http_request(broker, method, ROOT + path, body=body,
                        headers={**fields, **(bearer(broker) if token else {}), **(headers or {})})


class Document:
    """The OpenAPI document, and whether a value is what one of its schemas says."""

    def __init__(self, text):
        self.json = json.loads(text)
        self.operations = {}
        for path, methods in self.json["paths"].items():
            for method, operation in methods.items():
                self.operations[operation["operationId"]] = (method.upper(), path.removeprefix(ROOT), operation)

    def check(self, value, schema, place="$"):
        """Raises when `value` is not what `schema` describes; members that it does not name are faults, too."""
        if "$ref" in schema:
            name = schema["$ref"].rsplit("/", 1)[1]
            return self.check(value, self.json["components"]["schemas"][name], place)
        if "anyOf" in schema:
            return self._check_any(value, schema["anyOf"], place)
        types = schema.get("type")
        types = types if isinstance(types, list) else [types] if types else []
        if types and not any(self._is(value, name) for name in types):
            raise AssertionError(f"{place} is {value!r}, and not {types}")
        if "const" in schema and value != schema["const"]:
            raise AssertionError(f"{place} is {value!r}, and not {schema['const']!r}")
        if "enum" in schema and value not in schema["enum"]:
            raise AssertionError(f"{place} is {value!r}, and not one of {schema['enum']}")
        if "pattern" in schema and not re.search(schema["pattern"], value):
            raise AssertionError(f"{place} is {value!r}, which is not like {schema['pattern']}")
        if schema.get("format") == "date-time" and not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", value):
            raise AssertionError(f"{place} is {value!r}, which is no time")
        if isinstance(value, list):
            for i, item in enumerate(value):
                self.check(item, schema.get("items", {}), f"{place}[{i}]")
        if isinstance(value, dict):
            self._check_members(value, schema, place)
        return None

    def _check_any(self, value, schemas, place):
        faults = []
        for schema in schemas:
            try:
                return self.check(value, schema, place)
            except AssertionError as fault:
                faults.append(str(fault))
        raise AssertionError("; ".join(faults))

    def _check_members(self, value, schema, place):
        missing = [name for name in schema.get("required", []) if name not in value]
        if missing:
            raise AssertionError(f"{place} lacks {missing}")
        for name, member in value.items():
            known = schema.get("properties", {}).get(name, schema.get("additionalProperties"))
            if known is None and "properties" in schema:
                raise AssertionError(f"{place} has {name!r}, which no schema describes")
            self.check(member, known if isinstance(known, dict) else {}, f"{place}.{name}")

    @staticmethod
    def _is(value, name):
        return {"string": isinstance(value, str), "boolean": isinstance(value, bool), "null": value is None,
                "integer": isinstance(value, int) and not isinstance(value, bool),
                "array": isinstance(value, list), "object": isinstance(value, dict)}[name]


class EveryOperation(BrokerTestCase):
    """Goes through the document: each operation with each of its statuses."""

    arguments = ("--set", "threads.workers=3", "--set", "limits.max_groups_per_client=2", "--set", "limits.max_tags_per_client=2",
                 "--set", "limits.max_body=2000", "--set", "limits.max_wrong_tokens=0")

    async def asyncSetUp(self):
        await super().asyncSetUp()
        self.document = Document(call(self.broker, "GET", "/openapi.json").body)
        self.sockets = []
        self.ann = await self.connect("userId=ann&groupId=red&tags=vip")
        self.bob = await self.connect("userId=bob&groupId=red&groupId=a%2Fb")
        self.cat = await self.connect("userId=cat")
        self.dan = await self.connect("userId=dan")
        self.eve = await self.connect("userId=eve&groupId=other")
        gone = await self.connect("userId=gone")
        self.gone = self.id_of("gone")
        await gone.close(4001, "tired")
        await until(lambda: call(self.broker, "GET", f"/ended_clients/{self.gone}").status == 200)

    async def asyncTearDown(self):
        for socket in self.sockets:
            await socket.close()
        await until(lambda: call(self.broker, "GET", "/clients").json()["total"] == 0)

    async def connect(self, query):
        socket = await websockets.connect(self.broker.url("/ws?" + query), ping_interval=None)
        self.sockets.append(socket)
        user = re.search("userId=([a-z]+)", query).group(1)
        await until(lambda: call(self.broker, "GET", f"/clients?user={user}").json()["total"] == 1)
        return socket

    def id_of(self, user):
        return call(self.broker, "GET", f"/clients?user={user}").json()["clients"][0]["id"]

    def some_frame(self):
        """The number of a row that is kept: to look is what begins it, and a push is one."""
        call(self.broker, "GET", "/frames")
        for _ in range(500):
            call(self.broker, "POST", "/messages", ENVELOPE)
            frames = call(self.broker, "GET", "/frames?filter=" + quote('kind == push && action == "say"')).json()["frames"]
            if frames:
                return frames[0]["number"]
        raise AssertionError("no push is kept")

    def cases(self):
        """operationId → list of (status, method-less request: path, body). Statuses that any request has are not here."""
        ann = self.id_of("ann")
        cat = self.id_of("cat")
        nobody = "c999999"
        long = "x" * 129
        return {
            "describe": [(200, "", None)],
            "getDocument": [(200, "/openapi.json", None)],
            "listClients": [(200, "/clients", None), (200, "/clients?search=ANN&muted=false&sort=-user", None),
                            (400, "/clients?limit=0", None), (400, "/clients?cursor=nonsense", None)],
            "getClient": [(200, f"/clients/{ann}", None), (404, f"/clients/{nobody}", None),
                          (404, f"/clients/{self.gone}", None), (404, "/clients/nonsense", None)],
            "listEndedClients": [(200, "/ended_clients", None), (200, "/ended_clients?reason=peer%20closed", None),
                                 (400, "/ended_clients?reason=boredom", None)],
            "getEndedClient": [(200, f"/ended_clients/{self.gone}", None), (404, f"/ended_clients/{ann}", None)],
            "listGroups": [(200, "/groups", None), (400, "/groups?sort=size", None)],
            "getGroup": [(200, "/groups/red", None), (200, "/groups/a%2Fb", None), (404, "/groups/none", None),
                         (400, f"/groups/{long}", None)],
            "listGroupClients": [(200, "/groups/red/clients?limit=1", None), (404, "/groups/none/clients", None),
                                 (400, "/groups/red/clients?group=blue", None)],
            "getDefaultGroup": [(200, "/default_group", None)],
            "listDefaultGroupClients": [(200, "/default_group/clients", None),
                                        (400, "/default_group/clients?offset=-1", None)],
            "getHandshake": [(200, f"/clients/{ann}/handshake", None), (404, f"/clients/{nobody}/handshake", None)],
            "getMembership": [(200, f"/clients/{ann}/groups/red", None), (404, f"/clients/{ann}/groups/blue", None),
                              (400, f"/clients/{ann}/groups/{long}", None)],
            "joinGroup": [(201, f"/clients/{ann}/groups/blue", None), (204, f"/clients/{ann}/groups/blue", None),
                          (409, f"/clients/{ann}/groups/green", None), (404, f"/clients/{nobody}/groups/blue", None),
                          (400, f"/clients/{ann}/groups/%0A", None)],
            "leaveGroup": [(204, f"/clients/{ann}/groups/blue", None), (404, f"/clients/{ann}/groups/blue", None),
                           (404, f"/clients/{self.gone}/groups/blue", None), (400, f"/clients/{ann}/groups/%FF", None)],
            "getTag": [(200, f"/clients/{ann}/tags/vip", None), (404, f"/clients/{ann}/tags/blue", None),
                       (400, f"/clients/{ann}/tags/{long}", None)],
            "addTag": [(201, f"/clients/{ann}/tags/blue", None), (204, f"/clients/{ann}/tags/blue", None),
                       (409, f"/clients/{ann}/tags/green", None), (404, f"/clients/{nobody}/tags/blue", None),
                       (400, f"/clients/{ann}/tags/%0A", None)],
            "removeTag": [(204, f"/clients/{ann}/tags/blue", None), (404, f"/clients/{ann}/tags/blue", None),
                          (400, f"/clients/{ann}/tags/%FF", None)],
            "getMute": [(200, f"/clients/{ann}/mute", None), (404, f"/clients/{nobody}/mute", None)],
            "muteClient": [(200, f"/clients/{ann}/mute", {}), (200, f"/clients/{ann}/mute", None),
                           (200, f"/clients/{ann}/mute", {"seconds": 600}),
                           (200, f"/clients/{ann}/mute", {"until": "2999-01-01T00:00:00+01:00"}),
                           (422, f"/clients/{ann}/mute", {"until": "2001-01-01T00:00:00Z"}),
                           (422, f"/clients/{ann}/mute", {"for": 1}), (422, f"/clients/{ann}/mute", []),
                           (400, f"/clients/{ann}/mute", "{"), (404, f"/clients/{nobody}/mute", {})],
            "unmuteClient": [(204, f"/clients/{ann}/mute", None), (404, f"/clients/{nobody}/mute", None)],
            "sendMessage": [(200, "/messages?detail=1", ENVELOPE), (200, "/messages?preview=true&detail=1", ENVELOPE),
                            (200, "/messages", {"action": "a", "recipients": [{"type": "user", "value": "nobody"}]}),
                            (400, "/messages", {"message": "no action"}), (400, "/messages?preview=true", "{"),
                            (400, "/messages?preview=perhaps", ENVELOPE)],
            "listFrames": [(200, "/frames", None), (200, "/frames?limit=2&filter=" + quote('kind == push && action == "say"'), None),
                           (400, "/frames?filter=colour%3D%3D1", None), (400, "/frames?cursor=x", None)],
            "getFrame": [(200, f"/frames/{self.some_frame()}", None), (404, "/frames/999999", None), (404, "/frames/x", None)],
            "disconnectClient": [(204, f"/clients/{cat}?code=4000&reason=enough", None),
                                 (422, f"/clients/{ann}?code=1005", None),
                                 (422, f"/clients/{ann}?reason=" + "x" * 124, None),
                                 (400, f"/clients/{ann}?code=0", None), (404, f"/clients/{nobody}", None)],
            "removeGroup": [(204, "/groups/a%2Fb", None), (404, "/groups/a%2Fb", None), (400, f"/groups/{long}", None)],
            "disconnectDefaultGroup": [(204, "/default_group/clients", None), (422, "/default_group/clients?code=1006", None),
                                       (404, "/default_group/clients", None), (400, "/default_group/clients?code=x", None)],
            "disconnectGroup": [(204, "/groups/red/clients?code=1001", None), (422, "/groups/other/clients?code=1006", None),
                                (404, "/groups/none/clients", None), (400, f"/groups/{long}/clients", None)],
            "listListeners": [(200, "/listeners", None)],
            "getStatistics": [(200, "/statistics", None)],
            "getConfiguration": [(200, "/configuration", None)],
        }

    async def settled(self, method, path, body, status):
        """A client that is being disconnected is there until it has answered: what is to be gone is waited for."""
        answer = call(self.broker, method, path, body)
        if status == 404 and answer.status == 204:
            await until(lambda: call(self.broker, method, path, body).status == 404)
            answer = call(self.broker, method, path, body)
        return answer

    async def test_every_status_of_every_operation(self):
        cases = self.cases()
        guessed = BrokerProcess(settings={"limits.max_wrong_tokens": 1})
        self.addCleanup(guessed.stop)
        call(guessed, "GET", "", headers={"Authorization": "Bearer wrong"})
        self.assertEqual(set(self.document.operations), set(cases), "an operation has no case, or a case no operation")
        for name in cases:  # in an order in which one leaves to the next what it needs
            method, template, operation = self.document.operations[name]
            seen = self.general_statuses(method, cases[name], operation)
            _, path, body = cases[name][0]
            self.check_answer(call(guessed, method, path, body), operation)  # from an address that is shut out
            seen.add(429)
            for status, path, body in cases[name]:
                with self.subTest(operation=name, path=path):
                    self.assertRegex(path.split("?")[0], "^" + re.sub(r"\{[a-z]+\}", "[^/]+", template) + "$")
                    answer = await self.settled(method, path, body, status)
                    self.assertEqual(status, answer.status, answer.body)
                    self.check_answer(answer, operation)
                    seen.add(status)
            self.assertEqual({int(status) for status in operation["responses"]}, seen, name)

    def check_answer(self, answer, operation):
        described = operation["responses"][str(answer.status)]
        if "content" not in described:
            self.assertEqual(b"", answer.body)
        else:
            self.document.check(answer.json(), described["content"]["application/json"]["schema"])
        if "headers" in described:
            self.assertIn("location", answer.headers)
        if answer.status >= 400:
            self.assertIn(answer.json()["error"]["code"], described["description"].split(", "))

    def general_statuses(self, method, cases, operation):
        """What any operation refuses, and nothing is done by it."""
        _, path, body = cases[0]
        attempts = [(401, {}, path, body, False), (401, {"Authorization": "Bearer wrong"}, path, body, False),
                    (403, {"Origin": "https://shop.example"}, path, body, True),
                    (421, {"Host": "evil.example"}, path, body, True)]
        if method != "GET":
            attempts.append((415, {"Origin": f"http://{self.broker.authority}", "Content-Type": "text/plain"}, path, body, True))
        if "requestBody" in operation:
            attempts.append((413, {}, path, "x" * 2001, True))
        if "?" not in path and not any(p["in"] == "query" for p in operation["parameters"]):
            attempts.append((400, {}, path + "?unknown=1", body, True))
        seen = set()
        for status, headers, target, content, token in attempts:
            with self.subTest(status=status, path=target, headers=headers):
                answer = call(self.broker, method, target, content, headers, token)
                self.assertEqual(status, answer.status, answer.body)
                self.check_answer(answer, operation)
                seen.add(status)
        return seen

    def test_every_other_method_is_refused_with_those_that_are_served(self):
        for path, methods in self.document.json["paths"].items():
            served = {method.upper() for method in methods}
            served |= {"HEAD"} if "GET" in served else set()
            target = path.removeprefix(ROOT).replace("{client}", "c1").replace("{group}", "red").replace("{tag}", "vip")
            for method in {"GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"} - served:
                with self.subTest(path=path, method=method):
                    answer = call(self.broker, method, target, "{}" if method in ("POST", "PUT", "PATCH") else None)
                    self.assertEqual(405, answer.status)
                    self.assertEqual(served, {name.strip() for name in answer.headers["allow"].split(",")})

    def test_nothing_is_told_without_the_token(self):
        for path in ("", "/clients", "/nothing", "/openapi.json", "/clients/c1"):
            for headers in ({}, {"Authorization": "Basic " + operator_token(self.broker)}, {"Authorization": "Bearer "},
                            {"Authorization": "Bearer " + operator_token(self.broker)[:-1]}):
                answer = call(self.broker, "DELETE", path, headers=headers, token=False)
                self.assertEqual(401, answer.status)
                self.assertTrue(answer.headers["www-authenticate"].startswith("Bearer"))

    def test_head_has_the_header_alone(self):
        answer = call(self.broker, "HEAD", "/statistics")
        self.assertEqual((200, b""), (answer.status, answer.body))

    def test_a_path_that_is_none(self):
        for path in ("/nothing", "/clients/c1/nothing", "/groups/red/clients/c1", "/__broadcastWebSocket.wc"):
            answer = call(self.broker, "GET", path)
            self.assertEqual((404, "control.not_found"), (answer.status, answer.json()["error"]["code"]))

    def test_who_is_there(self):
        client = call(self.broker, "GET", "/clients?user=ann").json()["clients"][0]
        self.assertEqual(("ann", ["red"], ["vip"], "/ws", "envelope", False),
                         tuple(client[key] for key in ("user", "groups", "tags", "path", "dialect", "muted")))
        self.assertEqual(client, call(self.broker, "GET", "/clients/" + client["id"]).json())
        ended = call(self.broker, "GET", f"/ended_clients/{self.gone}").json()
        self.assertEqual(("gone", "peer closed", 4001, "tired"),
                         tuple(ended[key] for key in ("user", "reason", "closeCode", "closeReason")))
        self.assertEqual("client.ended", call(self.broker, "GET", f"/clients/{self.gone}").json()["error"]["code"])

    def test_groups_and_their_members(self):
        self.assertEqual([{"name": "a/b", "members": 1}, {"name": "other", "members": 1}, {"name": "red", "members": 2}],
                         call(self.broker, "GET", "/groups").json()["groups"])
        self.assertEqual(["bob"], [c["user"] for c in call(self.broker, "GET", "/groups/a%2Fb/clients").json()["clients"]])
        self.assertEqual({"name": "", "members": 2}, call(self.broker, "GET", "/default_group").json())
        self.assertEqual(["cat", "dan"], [c["user"] for c in call(self.broker, "GET", "/default_group/clients").json()["clients"]])

    async def test_a_client_is_disconnected_with_a_code_and_a_reason(self):
        cat = self.id_of("cat")
        self.assertEqual(204, call(self.broker, "DELETE", f"/clients/{cat}?code=4000&reason=go%20home").status)
        await self.cat.wait_closed()
        self.assertEqual((4000, "go home"), (self.cat.close_code, self.cat.close_reason))
        await until(lambda: call(self.broker, "GET", f"/ended_clients/{cat}").status == 200)
        ended = call(self.broker, "GET", f"/ended_clients/{cat}").json()
        self.assertEqual(("disconnected by the operator", 4000), (ended["reason"], ended["closeCode"]))

    async def test_a_client_joins_and_leaves(self):
        cat = self.id_of("cat")
        path = f"/clients/{cat}/groups/x%2Fy"
        made = call(self.broker, "PUT", path)
        self.assertEqual((201, ROOT + path), (made.status, made.headers["location"]))
        self.assertEqual({"client": cat, "group": "x/y"}, call(self.broker, "GET", path).json())
        receipt = call(self.broker, "POST", "/messages?detail=1",
                       {"action": "a", "recipients": [{"type": "group", "value": "x/y"}]}).json()
        self.assertEqual([{"client": cat, "state": "sent"}], receipt["deliveries"])
        self.assertEqual("a", json.loads(await asyncio.wait_for(self.cat.recv(), 10))["action"])
        self.assertEqual(204, call(self.broker, "DELETE", path).status)
        self.assertEqual(404, call(self.broker, "GET", path).status)
        self.assertEqual("group.not_found", call(self.broker, "GET", "/groups/x%2Fy").json()["error"]["code"])

    async def test_a_tag_selects_from_then_on(self):
        cat = self.id_of("cat")
        path = f"/clients/{cat}/tags/a%20b"
        made = call(self.broker, "PUT", path)
        self.assertEqual((201, ROOT + path), (made.status, made.headers["location"]))
        self.assertEqual(["a b"], call(self.broker, "GET", f"/clients/{cat}").json()["tags"])
        self.assertEqual([cat], [c["id"] for c in call(self.broker, "GET", "/clients?tag=a%20b").json()["clients"]])
        envelope = {"action": "a", "recipients": [{"type": "tag", "value": "a b"}]}
        self.assertEqual(1, call(self.broker, "POST", "/messages", envelope).json()["sent"])
        self.assertEqual(204, call(self.broker, "DELETE", path).status)
        self.assertEqual("tag.not_set", call(self.broker, "GET", path).json()["error"]["code"])
        self.assertEqual(0, call(self.broker, "POST", "/messages", envelope).json()["recipients"])

    async def test_what_a_muted_client_sends_reaches_nobody(self):
        ann = self.id_of("ann")
        self.assertEqual({"muted": True, "mutedUntil": None}, call(self.broker, "PUT", f"/clients/{ann}/mute").json())
        await self.ann.send(json.dumps(ENVELOPE))
        self.assertEqual("client.muted", json.loads(await asyncio.wait_for(self.ann.recv(), 10))["code"])
        self.assertEqual(1, call(self.broker, "GET", "/clients?muted=true").json()["total"])
        self.assertEqual(204, call(self.broker, "DELETE", f"/clients/{ann}/mute").status)
        await self.ann.send(json.dumps(ENVELOPE))
        self.assertEqual("say", json.loads(await asyncio.wait_for(self.bob.recv(), 10))["action"])

    async def test_a_clients_traffic_is_as_new_as_the_question(self):
        ann = self.id_of("ann")
        before = call(self.broker, "GET", f"/clients/{ann}").json()
        for _ in range(3):
            await self.ann.send("{}")
            self.assertEqual("envelope.missing_action", json.loads(await asyncio.wait_for(self.ann.recv(), 10))["code"])
        after = call(self.broker, "GET", f"/clients/{ann}").json()
        self.assertEqual(before["messagesReceived"] + 3, after["messagesReceived"])
        self.assertEqual(before["messagesSent"] + 3, after["messagesSent"])
        self.assertGreaterEqual(after["bytesReceived"], before["bytesReceived"] + 3 * 8)

    async def test_a_preview_sends_nothing(self):
        preview = call(self.broker, "POST", "/messages?preview=true&detail=1", ENVELOPE).json()
        self.assertEqual((2, 5), (preview["reached"], preview["clients"]))
        self.assertEqual(["reached", "reached", "not addressed"], [d["verdict"] for d in preview["decisions"][:3]])
        receipt = call(self.broker, "POST", "/messages", {**ENVELOPE, "action": "real"}).json()
        self.assertEqual((2, 2), (receipt["recipients"], receipt["sent"]))
        self.assertEqual("real", json.loads(await asyncio.wait_for(self.ann.recv(), 10))["action"])
        nobody = call(self.broker, "POST", "/messages?preview=true", {"action": "a", "recipients": [{"type": "group", "value": "Red"}]})
        self.assertIn('"red"', nobody.json()["hint"])

    async def test_frames_that_pass_a_filter(self):
        number = self.some_frame()
        one = call(self.broker, "GET", f"/frames/{number}").json()
        self.assertEqual(("push", "say", ENVELOPE), (one["kind"], one["action"], json.loads(one["payload"])))
        self.assertEqual({"sent"}, {delivery["state"] for delivery in one["deliveries"]})
        for price in (5, 15, 25):
            await self.ann.send(json.dumps({"action": "offer", "message": {"price": price}, "recipients": []}))
        wanted = quote('direction == received && from.user == "ann" && message.price > 10')
        await until(lambda: len(call(self.broker, "GET", f"/frames?filter={wanted}").json()["frames"]) == 2)
        newest = call(self.broker, "GET", f"/frames?limit=1&filter={wanted}").json()
        self.assertIn('"price": 25', newest["frames"][0]["preview"])
        older = call(self.broker, "GET", f"/frames?limit=1&filter={wanted}&cursor={newest['nextCursor']}").json()
        self.assertIn('"price": 15', older["frames"][0]["preview"])
        fault = call(self.broker, "GET", "/frames?filter=colour%3D%3D1").json()["error"]
        self.assertEqual("filter.unknown_field", fault["code"])

    def test_a_handshake_is_shown_without_its_credentials(self):
        handshake = call(self.broker, "GET", f"/clients/{self.id_of('ann')}/handshake").json()
        self.assertTrue(handshake["request"].startswith("GET /ws?userId=ann&groupId=red&tags=vip HTTP/1.1\r\n"))
        self.assertTrue(handshake["response"].startswith("HTTP/1.1 101 "))

    def test_curl_as_the_manual_says(self):
        done = subprocess.run(["curl", "-s", "-H", "Authorization: Bearer " + operator_token(self.broker),
                               f"http://{self.broker.authority}{ROOT}/clients?group=red&sort=-connectedAt&limit=20"],
                              capture_output=True, text=True, timeout=20, check=True)
        self.assertEqual(["bob", "ann"], [client["user"] for client in json.loads(done.stdout)["clients"]])


class Queues(BrokerTestCase):
    async def test_who_does_not_read_is_found_by_its_queue(self):
        silent = RawConnection(self.broker, receive_buffer=4096).open("/ws?groupId=silent&userId=silent")
        self.addCleanup(silent.close)
        message = {"action": "much", "message": "x" * 30_000, "recipients": [{"type": "user", "value": "silent"}]}
        while call(self.broker, "GET", "/clients?queued=true").json()["total"] == 0:
            receipt = call(self.broker, "POST", "/messages", message)
            self.assertEqual((200, 1), (receipt.status, receipt.json().get("recipients")), receipt.body[:200])
        first = call(self.broker, "GET", "/clients?sort=-queuedBytes&limit=1").json()["clients"][0]
        self.assertEqual("silent", first["user"])
        self.assertGreater(first["queuedBytes"], 0)


class ManyClients(BrokerTestCase):
    settings = {"threads.workers": 2, "log.level": "warning"}
    count = 1000

    async def test_a_thousand_clients_by_page(self):
        sockets = []
        for begin in range(0, self.count, 50):
            sockets += await asyncio.gather(*(
                websockets.connect(self.broker.url(f"/ws?userId=user{i % 300:03}&groupId=g{i % 10}"),
                                   ping_interval=None, compression=None) for i in range(begin, begin + 50)))
        await until(lambda: call(self.broker, "GET", "/clients?limit=1").json()["total"] == self.count)
        self.walk("/clients?sort=-user&limit=170", self.count)
        self.walk("/clients?limit=1000", self.count)
        self.walk(f"/groups/{quote('g3')}/clients?sort=connectedAt&limit=7", self.count // 10)
        second = call(self.broker, "GET", "/clients?sort=user&limit=10&offset=10").json()["clients"]
        first = call(self.broker, "GET", "/clients?sort=user&limit=20").json()["clients"]
        self.assertEqual(first[10:], second)
        await asyncio.gather(*(socket.close() for socket in sockets))

    def walk(self, path, total):
        seen = []
        cursor = ""
        while cursor is not None:
            page = call(self.broker, "GET", path + (f"&cursor={cursor}" if cursor else "")).json()
            self.assertEqual(total, page["total"])
            seen += [client["id"] for client in page["clients"]]
            cursor = page["nextCursor"]
        self.assertEqual(total, len(seen))
        self.assertEqual(total, len(set(seen)))


class SwitchedOff(unittest.TestCase):
    def test_there_is_nothing_then(self):
        broker = BrokerProcess(settings={"endpoints.control.enabled": "false"})
        self.assertEqual(404, call(broker, "GET", "/clients").status)
        broker.stop()
        broker.assert_clean()


if __name__ == "__main__":
    unittest.main()
