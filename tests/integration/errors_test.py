# SPDX-License-Identifier: GPL-3.0-or-later
"""Malformed messages: each is answered with its code, over a socket and over HTTP, and the connection stays."""

import json
import unittest

from broker_process import BrokerTestCase
from clients import Client, post, texts_before_fence

MANY_RECIPIENTS = json.dumps({"action": "a", "recipients": [{"type": "group", "value": f"g{n}"} for n in range(1001)]})
MANY_KEYS = json.dumps({"action": "a", "message": {f"k{n}": n for n in range(1001)}})

MALFORMED = [
    ("nothing", "", "not_json"),
    ("plain text", "hello", "not_json"),
    ("a broken literal", '{"action":"a","message":tru}', "not_json"),
    ("text behind the object", '{"action":"a"} x', "not_json"),
    ("a second object", '{"action":"a"}{"action":"b"}', "not_json"),
    ("a missing bracket", '{"action":"a"', "not_json"),
    ("a raw control character", '{"action":"a","message":"\x01"}', "not_json"),
    ("a broken number", '{"action":"a","message":01}', "not_json"),
    ("a number with two points", '{"action":"a","message":[18446744073709551616,1.2.3]}', "not_json"),
    ("a list", '[{"action":"a"}]', "not_object"),
    ("a string", '"action"', "not_object"),
    ("a number", "5", "not_object"),
    ("null", "null", "not_object"),
    ("an object without keys", "{}", "missing_action"),
    ("no action", '{"message":"x","recipients":[]}', "missing_action"),
    ("the same key twice", '{"action":"a","action":"a"}', "duplicate_key"),
    ("two keys equal but for case", '{"action":"a","groupId":"x","groupid":"x"}', "duplicate_key"),
    ("a recipient with two types", '{"action":"a","recipients":[{"type":"all","Type":"all"}]}', "duplicate_key"),
    ("an action that is a number", '{"action":1}', "wrong_type"),
    ("an action that is null", '{"action":null}', "wrong_type"),
    ("a user that is a number", '{"action":"a","userId":7}', "wrong_type"),
    ("a group that is a list", '{"action":"a","groupId":["x"]}', "wrong_type"),
    ("recipients that are an object", '{"action":"a","recipients":{"type":"all"}}', "wrong_type"),
    ("recipients that are text", '{"action":"a","recipients":"all"}', "wrong_type"),
    ("an action of the broker", '{"action":"$join","message":"x"}', "reserved_action"),
    ("the broker's own error", '{"action":"$error"}', "reserved_action"),
    ("an unknown type", '{"action":"a","recipients":[{"type":"nobody","value":"x"}]}', "bad_recipient"),
    ("one unknown type among good ones",
     '{"action":"a","recipients":[{"type":"all"},{"type":"everyone","value":"x"}]}', "bad_recipient"),
    ("a recipient without value", '{"action":"a","recipients":[{"type":"group"}]}', "bad_recipient"),
    ("a recipient without type", '{"action":"a","recipients":[{"value":"x"}]}', "bad_recipient"),
    ("too many recipients", MANY_RECIPIENTS, "too_many_recipients"),
    ("a name of 129 bytes", '{"action":"a","recipients":[{"type":"group","value":"%s"}]}' % ("x" * 129), "name_invalid"),
    ("a name of 65 letters of two bytes",
     '{"action":"a","recipients":[{"type":"user","value":"%s"}]}' % ("é" * 65), "name_invalid"),
    ("a control character in a name", '{"action":"a","recipients":[{"type":"group","value":"a\\nb"}]}', "name_invalid"),
    ("65 levels", '{"action":"a","message":%s1%s}' % ("[" * 64, "]" * 64), "too_deep"),
    ("100,000 levels", '{"action":"a","message":%s%s}' % ("[" * 100_000, "]" * 100_000), "too_deep"),
    ("too many keys", MANY_KEYS, "too_many_keys"),
    ("half a surrogate pair", '{"action":"a","message":"\\ud83d"}', "lone_surrogate"),
    ("the other half", '{"action":"a","message":"x\\ude00y"}', "lone_surrogate"),
    ("a surrogate in a key", '{"action":"a","\\ud800":1}', "lone_surrogate"),
]

AT_THE_LIMIT = [
    ("64 levels", '{"action":"a","message":%s1%s}' % ("[" * 63, "]" * 63)),
    ("1,000 recipients",
     json.dumps({"action": "a", "recipients": [{"type": "group", "value": f"g{n}"} for n in range(1000)]})),
    ("a name of 128 bytes", '{"action":"a","recipients":[{"type":"group","value":"%s"}]}' % ("x" * 128)),
]


class Malformed(BrokerTestCase):
    async def test_over_a_socket_each_is_answered_and_the_connection_stays(self):
        for name, text, code in MALFORMED:
            with self.subTest(name):
                client = await Client.connect(self.broker)
                self.addAsyncCleanup(client.close)
                await client.send(text)
                answer = await client.next_json()
                self.assertEqual(("$error", f"envelope.{code}"), (answer["action"], answer.get("code")), answer)
                self.assertGreater(len(answer["message"].split()), 2, "a sentence that teaches")
                await client.send('{"action":"still here"}')
                self.assertEqual("still here", (await client.next_json())["action"])

    async def test_over_http_each_is_answered_with_400_and_the_same_code(self):
        for name, text, code in MALFORMED:
            with self.subTest(name):
                answer = post(self.broker, text.encode())
                self.assertEqual(400, answer.status, answer.body)
                error = answer.json()["error"]
                self.assertEqual(f"envelope.{code}", error["code"])
                self.assertGreater(len(error["reason"].split()), 2)

    async def test_bytes_that_are_no_utf8_are_refused_over_http(self):
        answer = post(self.broker, b'{"action":"a","message":"\xff"}')
        self.assertEqual((400, "envelope.not_json"), (answer.status, answer.json()["error"]["code"]))

    async def test_what_is_refused_reaches_nobody(self):
        listener = await Client.connect(self.broker)
        sender = await Client.connect(self.broker)
        for _, text, _ in MALFORMED:
            await sender.send(text)
            post(self.broker, text.encode())
        (got,) = await texts_before_fence(sender, [listener])
        self.assertEqual([], got)
        await listener.close()
        await sender.close()

    async def test_a_binary_message_is_answered_in_words(self):
        client = await Client.connect(self.broker)
        await client.send(b'{"action":"a"}')
        answer = await client.next_json()
        self.assertEqual(("$error", "envelope.binary_not_supported"), (answer["action"], answer["code"]))
        await client.close()

    async def test_what_is_just_inside_the_limits_passes(self):
        for name, text in AT_THE_LIMIT:
            with self.subTest(name):
                answer = post(self.broker, text.encode())
                self.assertEqual(200, answer.status, answer.body)

    async def test_plain_text_is_told_where_to_go(self):
        client = await Client.connect(self.broker)
        await client.send("hello")
        self.assertIn("/echo", (await client.next_json())["message"])
        await client.close()


if __name__ == "__main__":
    unittest.main(verbosity=2)
