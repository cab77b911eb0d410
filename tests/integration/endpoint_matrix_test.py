# SPDX-License-Identifier: GPL-3.0-or-later
"""Every HTTP endpoint against everything that a request can have wrong: one table, and each cell has its status and its
documented code. The operations of /api/v1 are checked against their own document (control_test.py)."""

import json
import re
import unittest
from dataclasses import dataclass, field
from pathlib import Path

from broker_process import BrokerTestCase
from clients import ENDPOINT, http_request

README = Path(__file__).resolve().parents[2] / "README.md"
MAX_BODY = 2048
MESSAGE = {"data": "hello", "receivers": {"sockets": ["*"], "tags": None}}
PUSH = {"action": "a", "message": "m", "recipients": [{"type": "all"}]}
ENGINIO = {"payload": "hello", "receivers": [{"objectType": "users", "id": "john"}]}


@dataclass
class Endpoint:
    method: str
    path: str
    status: int = 200  # of a good request
    body: object = None  # of a good request; None: it takes none
    token: bool = False  # it needs the operator token
    allow: str = "GET, HEAD"
    # Bodies that are wrong, each with its status and code.
    not_json: tuple = ()
    wrong: dict = field(default_factory=dict)

    def __str__(self):
        return f"{self.method} {self.path}"


NOT_ENVELOPE = (400, "envelope.not_json")
NOT_MANAGED = (422, "NotJson")
ENDPOINTS = (
    Endpoint("GET", "/"),
    Endpoint("GET", "/healthz"),
    Endpoint("GET", "/readyz"),
    Endpoint("GET", "/demo", 308),
    Endpoint("GET", "/demo/"),
    Endpoint("GET", "/signalbox.js"),
    Endpoint("GET", "/webconnection-websocket.js"),
    Endpoint("GET", "/status.css"),
    Endpoint("GET", "/ws", 426, allow="GET"),
    Endpoint("GET", "/echo", 426, allow="GET"),
    Endpoint("GET", "/raw", 426, allow="GET"),
    Endpoint("GET", "/app/__initializeSocket.wc", 426, allow="GET"),
    Endpoint("GET", "/metrics", token=True),
    Endpoint("POST", ENDPOINT, body=PUSH, allow="POST", not_json=NOT_ENVELOPE, wrong={
        "missing action": ({"message": "m"}, 400, "envelope.missing_action"),
        "action of another type": ({**PUSH, "action": 1}, 400, "envelope.wrong_type"),
        "recipients of another type": ({**PUSH, "recipients": "all"}, 400, "envelope.wrong_type"),
        "a recipient without a type": ({**PUSH, "recipients": [{"value": "x"}]}, 400, "envelope.bad_recipient"),
        "a list": ([PUSH], 400, "envelope.not_object")}),
    Endpoint("GET", "/v1"),
    Endpoint("GET", "/v1/websocket_uri", allow="GET"),
    Endpoint("POST", "/v1/messages", 201, body=MESSAGE, allow="POST", not_json=NOT_MANAGED, wrong={
        "missing data": ({"receivers": MESSAGE["receivers"]}, 422, "Missing"),
        "missing receivers": ({"data": "x"}, 422, "Missing"),
        "data of another type": ({**MESSAGE, "data": {}}, 422, "WrongType"),
        "blank data": ({**MESSAGE, "data": " "}, 422, "Blank"),
        "a list": ([MESSAGE], 422, "NotObject")}),
    Endpoint("POST", "/v1/gateways/g1/messages", 201, body=MESSAGE, allow="POST", not_json=NOT_MANAGED),
    Endpoint("GET", "/v1/sockets", token=True, allow="GET, POST"),
    Endpoint("POST", "/v1/sockets", 201, body={"tags": ["red"]}, token=True, allow="GET, POST", not_json=NOT_MANAGED, wrong={
        "tags of another type": ({"tags": "red"}, 422, "WrongType"),
        "a tag of another type": ({"tags": [[]]}, 422, "WrongType"),
        "a list": (["red"], 422, "NotObject")}),
    Endpoint("GET", "/v1/sockets/" + "0" * 64, 404, token=True, allow="GET, DELETE"),
    Endpoint("DELETE", "/v1/sockets/" + "0" * 64, 404, token=True, allow="GET, DELETE"),
    Endpoint("POST", "/v1/webhook_receivers/enginio", 201, body=ENGINIO, token=True, allow="POST", not_json=NOT_MANAGED, wrong={
        "missing payload": ({"receivers": []}, 422, "Missing"),
        "missing receivers": ({"payload": "x"}, 422, "Missing"),
        "payload of another type": ({**ENGINIO, "payload": 1}, 422, "WrongType"),
        "a receiver of another type": ({**ENGINIO, "receivers": ["x"]}, 422, "WrongType")}),
    Endpoint("GET", "/v1/configuration", token=True, allow="GET, PUT"),
    Endpoint("PUT", "/v1/configuration", body={"identityProvider": "none"}, token=True, allow="GET, PUT", not_json=NOT_MANAGED, wrong={
        "what the file sets": ({"identityProvider": "eds"}, 422, "ReadOnly"),
        "a list": ([], 422, "NotObject")}),
    Endpoint("GET", "/api/v1", token=True),
)


def managed(path):
    return path == "/v1" or path.startswith("/v1/")


def reason(code):
    """The word of the Managed WebSocket API for a code: "http.body_too_large" is "BodyTooLarge"."""
    return "".join(word.capitalize() for word in code.partition(".")[2].split("_"))


class Matrix(BrokerTestCase):
    settings = {"limits.max_body": MAX_BODY, "limits.max_wrong_tokens": 0}

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.token = Path(cls.broker.profile, "state", "operator_token").read_text(encoding="ascii").strip()
        cls.documented = dict(re.findall(r"^\| `([a-z]+\.[a-z_0-9]+)` \| (\d{3}) \|", README.read_text(encoding="utf-8"), re.M))

    def ask(self, endpoint, *, method=None, body=None, token=True, **headers):
        fields = {"Content-Type": "application/json"} if body is not None else {}
        if endpoint.token and token:
            fields["Authorization"] = "Bearer " + self.token
        fields.update({name.replace("_", "-"): value for name, value in headers.items()})
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
        return http_request(self.broker, method or endpoint.method, endpoint.path, body=body, headers=fields)

    def refused(self, answer, endpoint, status, code):
        """The status, the shape of the body, and that the code stands in the manual with this status."""
        self.assertEqual(status, answer.status, answer.body)
        self.assertEqual("application/json", answer.headers["content-type"].partition(";")[0])
        error = answer.json()["error"]
        if managed(endpoint.path):
            word = reason(code) if "." in code else code
            self.assertEqual(word, error["reason"])
            self.assertTrue(set(error) <= {"reason", "property", "message"}, error)
            sentence = error["message"]
            self.assertIn(str(status), {known for name, known in self.documented.items() if reason(name) == word})
        else:
            self.assertEqual(code, error["code"])
            sentence = error["reason"]
            self.assertEqual(str(status), self.documented.get(code))
        self.assertRegex(sentence, r"^[A-Z`\"a-z].*[.?]$")

    def each(self, check, wanted=lambda endpoint: True):
        for endpoint in filter(wanted, ENDPOINTS):
            with self.subTest(str(endpoint)):
                check(endpoint)

    def test_good(self):
        def check(endpoint):
            answer = self.ask(endpoint, body=endpoint.body)
            self.assertEqual(endpoint.status, answer.status, answer.body)
            self.assertEqual("nosniff", answer.headers["x-content-type-options"])

        self.each(check)

    def test_good_from_a_page_of_this_machine(self):
        def check(endpoint):
            self.assertEqual(endpoint.status, self.ask(endpoint, body=endpoint.body, Content_Type="application/json",
                                                       Origin="http://localhost:3000").status)

        self.each(check)

    def test_bad_json(self):
        def check(endpoint):
            for body in (b"{", b"hello", b"", b'{"a":1} x', b"\xff\xfe"):
                if body == b"" and endpoint.path == "/v1/sockets":
                    continue  # whose body may be left out
                self.refused(self.ask(endpoint, body=body), endpoint, *endpoint.not_json)

        self.each(check, lambda endpoint: endpoint.body is not None)

    def test_wrong_types_and_missing_fields(self):
        def check(endpoint):
            for name, (body, status, code) in endpoint.wrong.items():
                with self.subTest(name):
                    self.refused(self.ask(endpoint, body=body), endpoint, status, code)

        self.each(check)

    def test_wrong_method(self):
        def check(endpoint):
            allowed = endpoint.allow.split(", ")
            for method in ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "get"):
                if method not in allowed:
                    answer = self.ask(endpoint, method=method)
                    self.assertEqual(endpoint.allow, answer.headers.get("allow"), method)
                    if method == "HEAD":
                        self.assertEqual((405, b""), (answer.status, answer.body))
                    else:
                        self.refused(answer, endpoint, 405, "http.method_not_allowed")

        self.each(check)

    def test_too_large(self):
        def check(endpoint):
            # Where no body is wanted a large one is refused all the same: it would have to be read.
            answer = self.ask(endpoint, body=b"x" * (MAX_BODY + 1))
            self.refused(answer, endpoint, 413, "http.body_too_large")

        self.each(check)

    def test_no_token(self):
        def check(endpoint):
            code = ("managed.authorization_required" if managed(endpoint.path) else
                    "http.token_required")
            answer = self.ask(endpoint, body=endpoint.body, token=False)
            self.refused(answer, endpoint, 401, code)
            self.assertTrue(answer.headers["www-authenticate"].startswith("Bearer"))

        self.each(check, lambda endpoint: endpoint.token)

    def test_wrong_token(self):
        def check(endpoint):
            code = ("managed.access_denied" if managed(endpoint.path) else
                    "http.token_refused")
            for value in ("Bearer " + self.token[:-1] + "x", "Bearer", "Basic " + self.token, self.token):
                answer = self.ask(endpoint, body=endpoint.body, token=False, Authorization=value)
                self.refused(answer, endpoint, 401, code)

        self.each(check, lambda endpoint: endpoint.token)

    def test_a_token_that_nobody_asked_for_does_no_harm(self):
        def check(endpoint):
            self.assertEqual(endpoint.status, self.ask(endpoint, body=endpoint.body, Authorization="Bearer wrong").status)

        self.each(check, lambda endpoint: not endpoint.token)

    def test_foreign_origin(self):
        def check(endpoint):
            for origin in ("https://shop.example", "null", "http://localhost.shop.example"):
                self.refused(self.ask(endpoint, body=endpoint.body, Origin=origin), endpoint, 403, "http.origin_refused")

        self.each(check)

    def test_foreign_host(self):
        def check(endpoint):
            for host in ("shop.example", f"localhost.shop.example:{self.broker.port}"):
                self.refused(self.ask(endpoint, body=endpoint.body, Host=host), endpoint, 421, "http.host_refused")

        self.each(check)

    def test_a_write_of_a_page_that_is_not_declared_as_json(self):
        def check(endpoint):
            for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
                self.refused(self.ask(endpoint, body=endpoint.body or b"", Content_Type=kind, Origin="http://localhost:3000"),
                             endpoint, 415, "http.json_required")

        self.each(check, lambda endpoint: endpoint.method in ("POST", "PUT", "DELETE"))

    def test_wrong_things_add_up_to_the_safest_refusal(self):
        def check(endpoint):
            answer = self.ask(endpoint, method="PATCH", body=b"{", token=False, Origin="https://shop.example", Host="shop.example")
            self.refused(answer, endpoint, 421, "http.host_refused")

        self.each(check)

    def test_nothing_of_it_was_delivered_or_logged(self):
        self.assertNotIn(self.token, self.broker.log())


if __name__ == "__main__":
    unittest.main()
