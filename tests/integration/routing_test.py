# SPDX-License-Identifier: GPL-3.0-or-later
"""Who gets a message: PRODUCT's rules of recipients, over a socket and over HTTP."""

import json
import re
import unittest

from broker_process import BrokerTestCase
from clients import ENDPOINT, Client, counts, post, texts_before_fence, to, until

EVERYBODY = ("anna", "anna at work", "bert", "carl", "dora", "nameless")

# What is sent, and who gets it. {bert} stands for the id of bert's client.
REACH = [
    ("a group", to(("group", "red")), ("anna", "bert")),
    ("another group", to(("group", "blue")), ("anna at work", "bert", "carl")),
    ("a group of nobody", to(("group", "green")), ()),
    ("a user with two clients", to(("user", "anna")), ("anna", "anna at work")),
    ("a user with one client", to(("user", "carl")), ("carl",)),
    ("a tag", to(("tag", "vip")), ("carl", "dora")),
    ("another tag of one client", to(("tag", "slow lane")), ("carl",)),
    ("a client", to(("client", "{bert}")), ("bert",)),
    ("a client by the alias socket", to(("socket", "{bert}")), ("bert",)),
    ("all", to("all"), EVERYBODY),
    ("all but a user", to("all", ("allButUser", "anna")), ("bert", "carl", "dora", "nameless")),
    ("all but a user, by its alias", to("all", ("allExceptUser", "anna")), ("bert", "carl", "dora", "nameless")),
    ("all but a client", to("all", ("allButClient", "{bert}")), ("anna", "anna at work", "carl", "dora", "nameless")),
    ("a union, each client once", to(("group", "red"), ("group", "blue"), ("user", "bert"), ("tag", "vip")),
     ("anna", "anna at work", "bert", "carl", "dora")),
    ("a union minus a user", to(("group", "red"), ("group", "blue"), ("allButUser", "anna")), ("bert", "carl")),
    ("the exclusion first", to(("allButUser", "bert"), ("group", "blue")), ("anna at work", "carl")),
    ("two exclusions", to("all", ("allButUser", "anna"), ("allButClient", "{bert}")), ("carl", "dora", "nameless")),
    ("only an exclusion means everyone else", to(("allButUser", "bert")),
     ("anna", "anna at work", "carl", "dora", "nameless")),
    ("only exclusions", to(("allButUser", "bert"), ("allButUser", "anna")), ("carl", "dora", "nameless")),
    ("an exclusion of nobody", to(("allButUser", "zoe")), EVERYBODY),
    ("no recipients: the clients without a group", [], ("dora", "nameless")),
    ("types in any case", to(("GROUP", "red"), ("AllbutUser", "bert")), ("anna",)),
    ("names match exactly", to(("group", "Red"), ("user", "ANNA"), ("group", "red ")), ()),
]


def find_client_ids(value):
    """Every client id anywhere in a receipt."""
    if isinstance(value, dict):
        return {found for entry in value.values() for found in find_client_ids(entry)}
    if isinstance(value, list):
        return {found for entry in value for found in find_client_ids(entry)}
    return {value} if isinstance(value, str) and re.fullmatch(r"c\d+", value) else set()


class Population(BrokerTestCase):
    """Six clients; each test connects them anew."""

    async def asyncSetUp(self):
        await super().asyncSetUp()
        self.clients = {
            "anna": await Client.connect(self.broker, user="anna", groups=["red"]),
            "anna at work": await Client.connect(self.broker, user="anna", groups=["blue"]),
            "bert": await Client.connect(self.broker, user="bert", groups=["red", "blue"]),
            "carl": await Client.connect(self.broker, user="carl", groups=["blue"], tags=["vip", "slow lane"]),
            "dora": await Client.connect(self.broker, user="dora", tags=["vip"]),
            "nameless": await Client.connect(self.broker),
        }

    async def asyncTearDown(self):
        for client in self.clients.values():
            await client.close()

    def client_id(self, user):
        answer = post(self.broker, {"action": "who", "recipients": to(("user", user))}, ENDPOINT + "?detail=1")
        self.assertEqual(200, answer.status, answer.body)
        ids = find_client_ids(answer.json())
        self.assertEqual(1, len(ids), answer.body)
        return ids.pop()

    def nobody(self, envelope):
        """Whether a message with these recipients reaches nobody."""
        return counts(post(self.broker, {"action": "a", **envelope})) == (0, 0, 0, 0)

    async def reached(self, sender):
        """The names of those who got something before the fence of `sender`, and what they got."""
        texts = await texts_before_fence(sender, self.clients.values())
        return {name: got for name, got in zip(self.clients, texts) if got}

    def table(self, bert):
        for name, recipients, expected in REACH:
            yield name, json.loads(json.dumps(recipients).replace("{bert}", bert)), sorted(expected)


class WhoGetsIt(Population):
    async def test_over_a_socket_each_client_reached_gets_the_exact_bytes_once(self):
        bert = self.client_id("bert")
        sender = self.clients["bert"]
        await self.reached(sender)  # the question for the id
        for name, recipients, expected in self.table(bert):
            with self.subTest(name):
                text = json.dumps({"recipients": recipients, "message": name, "action": "say", "mine": [1, None]})
                await sender.send(text)
                self.assertEqual({client: [text] for client in expected}, await self.reached(sender))

    async def test_over_http_the_answer_counts_those_reached(self):
        bert = self.client_id("bert")
        await self.reached(self.clients["bert"])
        for name, recipients, expected in self.table(bert):
            with self.subTest(name):
                body = json.dumps({"action": "say", "message": name, "recipients": recipients})
                answer = post(self.broker, body.encode())
                self.assertEqual(200, answer.status, answer.body)
                self.assertEqual((len(expected), len(expected), 0, 0), counts(answer))
                self.assertEqual({client: [body] for client in expected}, await self.reached(self.clients["bert"]))

    async def test_without_the_key_recipients_the_default_group_is_meant(self):
        sender = self.clients["bert"]
        text = '{"action":"say","message":"hi","groupId":"red"}'
        await sender.send(text)
        self.assertEqual({"dora": [text], "nameless": [text]}, await self.reached(sender))

    async def test_a_sender_gets_its_own_message_unless_excluded(self):
        sender = self.clients["anna"]
        await sender.send({"action": "a", "recipients": to(("group", "red"))})
        self.assertEqual({"anna", "bert"}, set(await self.reached(sender)))
        await sender.send({"action": "a", "recipients": to(("group", "red"), ("allButUser", "anna"))})
        self.assertEqual({"bert"}, set(await self.reached(sender)))

    async def test_a_client_that_left_is_reached_no_more(self):
        await self.clients["bert"].close()
        del self.clients["bert"]
        await until(lambda: self.nobody({"recipients": to(("user", "bert"))}))
        await self.reached(self.clients["carl"])
        await self.clients["carl"].send({"action": "a", "recipients": to(("group", "red"), ("group", "blue"))})
        self.assertEqual({"anna", "anna at work", "carl"}, set(await self.reached(self.clients["carl"])))

    async def test_detail_tells_the_fate_of_each_client(self):
        answer = post(self.broker, {"action": "a", "recipients": to(("group", "blue"))}, ENDPOINT + "?detail=1")
        self.assertEqual((3, 3, 0, 0), counts(answer))
        self.assertEqual(3, len(find_client_ids(answer.json())), answer.body)
        self.assertEqual(set(), find_client_ids(
            post(self.broker, {"action": "a", "recipients": to(("group", "blue"))}).json()))

    async def test_each_message_has_an_id_of_its_own(self):
        ids = {post(self.broker, {"action": "a", "recipients": to("all")}).json()["id"] for _ in range(3)}
        self.assertEqual(3, len(ids))


class ExactBytes(Population):
    TEXTS = [
        ("spaces and order", ' {"message" : "x"  ,\t"action":"a","recipients": [ {"value":"anna","type":"user"} ] }\n'),
        ("unknown keys", '{"action":"a","x":{"y":[1,2,{"z":null}]},"recipients":[{"type":"user","value":"anna","k":1}]}'),
        ("numbers that no double holds",
         '{"action":"a","message":[18446744073709551616,123456789012345678901234567890,1e999,-0.0,1.10],'
         '"recipients":[{"type":"user","value":"anna"}]}'),
        ("escapes", '{"action":"\\u0061\\/","message":"\\ud83d\\ude00 \\t\\"","recipients":[{"type":"user","value":"\\u0061nna"}]}'),
        ("characters of every length", '{"action":"a","message":"é€😀\u2028","recipients":[{"type":"user","value":"anna"}]}'),
        ("JSON in the message", '{"action":"a","message":"{\\"price\\": 12}","recipients":[{"type":"user","value":"anna"}]}'),
        ("any JSON value", '{"action":"a","message":{"deep":[true]},"recipients":[{"type":"user","value":"anna"}]}'),
        ("a claimed user", '{"action":"a","userId":"somebody else","recipients":[{"type":"user","value":"anna"}]}'),
    ]

    async def test_what_is_sent_arrives_byte_for_byte(self):
        for name, text in self.TEXTS:
            with self.subTest(name):
                await self.clients["bert"].send(text)
                answer = post(self.broker, text.encode())
                self.assertEqual(200, answer.status, answer.body)
                self.assertEqual({"anna": [text, text], "anna at work": [text, text]},
                                 await self.reached(self.clients["bert"]))

    async def test_keys_in_another_case_are_put_right_in_place(self):
        sent = ('{"action":"chat","message":"Hi, GroupId","groupid":"red","userid":"bert",'
                '"recipients":[{"type":"user","value":"anna"}],"extraid":1}')
        expected = sent.replace('"groupid"', '"groupId"').replace('"userid"', '"userId"')
        await self.clients["bert"].send(sent)
        self.assertEqual(200, post(self.broker, sent.encode()).status)
        got = await self.reached(self.clients["bert"])
        self.assertEqual({"anna": [expected] * 2, "anna at work": [expected] * 2}, got)

    async def test_a_body_in_capitals_is_understood(self):
        sent = '{"ACTION":"chat","MESSAGE":"x","RECIPIENTS":[{"TYPE":"user","VALUE":"anna"}]}'
        answer = post(self.broker, sent.encode())
        self.assertEqual((2, 2, 0, 0), counts(answer))
        got = json.loads((await self.reached(self.clients["bert"]))["anna"][0])
        self.assertEqual({"action", "message", "recipients"}, set(got))

    async def test_a_message_without_message_passes(self):
        text = '{"action":"ping","recipients":[{"type":"user","value":"anna"}]}'
        await self.clients["bert"].send(text)
        self.assertEqual([text], (await self.reached(self.clients["bert"]))["anna"])


class Hints(Population):
    def hint(self, envelope):
        answer = post(self.broker, {"action": "a", **envelope})
        self.assertEqual((0, 0, 0, 0), counts(answer))
        return answer.json()["hint"]

    async def test_trailing_blanks_are_named(self):
        hint = self.hint({"recipients": to(("group", "red" + " " * 7))})
        self.assertIn('"red"', hint)
        self.assertRegex(hint, r"7 trailing blanks")

    async def test_another_case_is_named(self):
        self.assertIn('"red"', self.hint({"recipients": to(("group", "RED"))}))

    async def test_a_user_who_left_is_named_with_the_time(self):
        emil = await Client.connect(self.broker, user="emil")
        await emil.close()
        await until(lambda: self.nobody({"recipients": to(("user", "emil"))}))
        self.assertIn("emil", self.hint({"recipients": to(("user", "emil"))}))

    async def test_no_recipients_is_explained(self):
        for name in ("dora", "nameless"):
            await self.clients.pop(name).close()
        await until(lambda: self.nobody({}))
        self.assertIn("0 of 4", self.hint({}))

    async def test_no_hint_when_somebody_was_reached(self):
        answer = post(self.broker, {"action": "a", "recipients": to(("group", "red"), ("group", "rde"))})
        self.assertNotIn("hint", answer.json())


class Endpoints(BrokerTestCase):
    """The ways to connect that stand for /ws, and how who-one-is is written in the query."""

    async def test_the_old_systems_paths_connect(self):
        for path in ("/ws", "/", "/__initializeSocket.wc", "/__INITIALIZESOCKET.wc", "/app/__initializeSocket.wc"):
            with self.subTest(path):
                client = await Client.connect(self.broker, path=path, groups=["paths"])
                self.assertEqual((1, 1, 0, 0), counts(post(self.broker, {"action": "a", "recipients": to(("group", "paths"))})))
                await client.close()

    async def test_aliases_and_escapes_in_the_query(self):
        client = await Client.connect(self.broker, path="/ws?group=deep%20blue&group=caf%C3%A9&user=Zo%C3%AB%2B1")
        for recipient in (("group", "deep blue"), ("group", "café"), ("user", "Zoë+1")):
            with self.subTest(recipient):
                self.assertEqual((1, 1, 0, 0), counts(post(self.broker, {"action": "a", "recipients": to(recipient)})))
        await client.close()

    async def test_echo_returns_every_message_as_it_came(self):
        client = await Client.connect(self.broker, path="/echo")
        for message in ("hello", "", "{not json", "é€😀", b"\x00\xff\x80", b""):
            with self.subTest(message):
                await client.send(message)
                self.assertEqual(message, await client.next())
        await client.close()

    async def test_a_raw_client_gets_the_message_alone_and_may_not_send(self):
        raw = await Client.connect(self.broker, path="/raw", groups=["mixed"])
        envelope = await Client.connect(self.broker, groups=["mixed"])
        sender = await Client.connect(self.broker)
        cases = (('"Hello \\u00e4\\n"', "Hello \u00e4\n"), ('{"a" : [1, 2]}', '{"a" : [1, 2]}'), ("12345678901234567890", "12345678901234567890"),
                 ("null", "null"), ('""', ""))
        for value, text in cases:
            with self.subTest(value):
                whole = f'{{"action":"a","message":{value},"recipients":[{{"type":"group","value":"mixed"}}]}}'
                await sender.send(whole)
                self.assertEqual(whole, await envelope.next())
                self.assertEqual(text, await raw.next())
        await raw.send('{"action":"a","recipients":[{"type":"all"}]}')
        await raw.send(b"\x00\x01")
        post(self.broker, {"action": "b", "message": "still there", "recipients": to(("group", "mixed"))})
        self.assertEqual("still there", await raw.next())
        self.assertEqual("b", (await envelope.next_json())["action"])
        for client in (raw, envelope, sender):
            await client.close()


if __name__ == "__main__":
    unittest.main(verbosity=2)
