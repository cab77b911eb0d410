# SPDX-License-Identifier: GPL-3.0-or-later
"""XSockets.NET clients: the wire traffic of the published clients as reference/seed-systems.md section 3 records it."""

import asyncio
import json
import re
import unittest

from broker_process import BrokerTestCase
from clients import Client, http_request, to
from xsockets_clients import connect, lower, opened, said, subscribed, upper

GUID = re.compile(r"^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$")


class Format(BrokerTestCase):
    arguments = ("--set", "threads.workers=3")

    async def test_agrees_to_the_subprotocol_on_any_path(self):
        for path in ("/", "/generic", "/app/chat", "/ws", "/raw"):
            client = await connect(self.broker, path)
            self.assertEqual("XSocketsNET", client.subprotocol)
            await client.close()

    async def test_replays_the_traffic_of_the_published_javascript_client_in_both_cases(self):
        # The calls of the reference, one by one: open, subscribe with confirmation, publish, unsubscribe, close.
        for write in (upper, lower):
            client = await connect(self.broker, query="?persistentid=null")
            await client.send(write("generic", "1"))
            controller, topic, data = await said(client)
            self.assertEqual(("generic", "2", "generic"), (controller, topic, data["C"]))
            self.assertRegex(data["CI"], GUID)
            self.assertRegex(data["PI"], GUID)
            await client.send(write("generic", "5", {"T": "chatmessage", "A": True}))
            self.assertEqual(("generic", "__chatmessage", {"T": "chatmessage", "A": True}), await said(client))
            await client.send(write("generic", "chatmessage", {"Text": "Hi"}))
            self.assertEqual(("generic", "chatmessage", {"Text": "Hi"}), await said(client))
            await client.send(write("generic", "6", {"T": "chatmessage", "A": False}))
            await client.send(write("generic", "7", "beat"))
            self.assertEqual(("generic", "8", "beat"), await said(client))
            await client.send(write("generic", "3"))
            self.assertEqual(("generic", "3", None), await said(client))
            await client.close()

    async def test_any_first_message_opens_its_controller(self):
        client = await connect(self.broker)
        await client.send({"t": "foo", "c": "generic", "d": "hi"})  # of the vendor's page about subprotocols
        self.assertEqual("2", (await said(client))[1])
        self.assertEqual(("generic", "foo", "hi"), await said(client))
        await client.send(upper("Chat", "say", 1))
        self.assertEqual(("chat", "2"), (await said(client))[:2])
        self.assertEqual(("chat", "say", 1), await said(client))
        await client.close()

    async def test_the_path_names_the_controller_of_messages_that_name_none(self):
        client = await connect(self.broker, "/app/Chat")
        await client.send({"T": "1"})
        self.assertEqual(("chat", "2"), (await said(client))[:2])
        await client.close()

    async def test_a_message_that_wants_to_be_acknowledged_is(self):
        client = await connect(self.broker, query="?qos=1")
        await opened(client)
        await client.send(upper("generic", "set_a", 1, I=65535, Q=1))
        self.assertEqual({"C": "generic", "T": "9", "D": "null", "I": 65535}, await client.next_json())
        await client.send(upper("generic", "9", I=1, Q=1))  # of nothing that we sent
        await client.send(upper("generic", "say", 2, I=1, Q=1))
        answers = [await client.next_json() for _ in range(2)]
        self.assertEqual({("9", 1), ("say", 1)}, {(answer["T"], answer.get("I")) for answer in answers})
        await client.close()

    async def test_properties_are_read_as_they_were_set(self):
        for write in (upper, lower):
            client = await connect(self.broker)
            await opened(client, "chat")
            await client.send(write("chat", "get_username", ""))
            self.assertEqual(("chat", "get_username", None), await said(client))
            await client.send(write("chat", "set_UserName", "David"))
            await client.send(write("chat", "get_username", ""))
            self.assertEqual(("chat", "get_username", "David"), await said(client))
            await client.close()

    async def test_a_message_in_another_format_ends_the_connection_with_1007(self):
        deep = "[" * 100 + "]" * 100
        for text in ("hello", "[]", '{"action":"say"}', '{"T":"x","I":70000}', '{"T":"x","D":%s}' % deep, '{"T":"x","I":1e99}',
                     '{"T":"x","I":-1}', b"\x01\x02", b"\xff" * 8 + b'{"T":"x"}', b"\x0a" + b"\0" * 7 + b'{"T":"x"}',
                     b"\0" * 8, b"\x02" + b"\0" * 7 + b"[]blob"):
            client = await connect(self.broker)
            await client.send(text)
            code, reason = await client.closed()
            self.assertEqual(1007, code, text)
            self.assertIn("XSockets", reason)

    async def test_a_topic_that_is_not_for_clients_gets_an_error(self):
        client = await connect(self.broker)
        await opened(client)
        for topic in ("0", "2", "10", "11", "12", "13", "14"):
            await client.send(upper("generic", topic))
            controller, error, data = await said(client)
            self.assertEqual(("generic", "4", "xsockets.reserved_topic"), (controller, error, data["code"]))
        for topic, data, code in (("5", 1, "bad_request"), ("6", None, "bad_request"), ("x" * 129, 1, "bad_topic"),
                                  ("5", {"T": ""}, "bad_topic")):
            await client.send(upper("generic", topic, data))
            self.assertEqual("xsockets." + code, (await said(client))[2]["code"])
        await client.send(upper("a/b", "x"))
        self.assertEqual("xsockets.bad_controller", (await said(client))[2]["code"])
        await client.close()

    async def test_a_persistent_id_is_kept_or_the_client_is_told(self):
        guid = "0F8FAD5B-D9CB-469F-A165-70867728950E"
        for name in ("PersistentId", "persistentid"):
            client = await connect(self.broker, query=f"?{name}={guid}")
            self.assertEqual(guid.lower(), (await opened(client))["PI"])
            await client.close()
        client = await connect(self.broker, query="?persistentId=no-guid")
        self.assertRegex((await opened(client))["PI"], GUID)
        self.assertEqual("xsockets.bad_persistent_id", (await said(client))[2]["code"])
        await client.close()


class ComingBack(BrokerTestCase):
    arguments = ("--set", "threads.workers=3")

    async def test_a_client_that_comes_back_finds_its_properties_and_its_storage(self):
        client = await connect(self.broker)
        persistent = (await opened(client, "chat"))["PI"]
        await client.send(upper("chat", "set_username", "David"))
        await client.send(upper("chat", "s1", {"K": "color", "V": '"red"'}))
        self.assertEqual(("chat", "s1:color", {"K": "color", "V": '"red"'}), await said(client))
        await client.close()
        for name in ("PersistentId", "persistentid"):  # and a worker of the broker after the other
            client = await connect(self.broker, query=f"?{name}={persistent}")
            self.assertEqual(persistent, (await opened(client, "chat"))["PI"])
            await client.send(lower("chat", "get_username", ""))
            self.assertEqual(("chat", "get_username", "David"), await said(client))
            await client.send(lower("chat", "s2", {"K": "color"}))
            self.assertEqual(("chat", "s2:color", {"K": "color", "V": '"red"'}), await said(client))
            await client.close()
        other = await connect(self.broker)
        await opened(other, "chat")
        await other.send(upper("chat", "s2", {"K": "color"}))
        self.assertEqual({"K": "color", "V": "null"}, (await said(other))[2])
        await other.close()

    async def test_every_verb_of_storage(self):
        client = await connect(self.broker)
        await opened(client, "chat")
        for topic, data, answer, value in (
            ("s1", {"K": "a", "V": "1"}, "s1:a", "1"), ("S1", {"k": "b", "v": {"x": 2}}, "s1:b", '{"x": 2}'),
            ("s2", {"K": "b"}, "s2:b", '{"x": 2}'), ("s3", {"K": "b"}, "s3:b", "null"),
            ("s2", {"K": "b"}, "s2:b", "null"), ("s4", {"K": "a"}, "s4:a", "null"), ("s2", {"K": "a"}, "s2:a", "null"),
            ("s1", {"K": "c", "V": "3"}, "s1:c", "3"), ("s4", None, "s4", None), ("s2", {"K": "c"}, "s2:c", "null"),
        ):
            await client.send(upper("chat", topic, data))
            controller, name, said_of = await said(client)
            self.assertEqual(("chat", answer), (controller, name))
            self.assertEqual(value, said_of and said_of["V"], topic)
        for topic, data in (("s1", None), ("s2", {}), ("s3", {"K": 1}), ("s1", "x")):
            await client.send(upper("chat", topic, data))
            self.assertEqual("xsockets.bad_request", (await said(client))[2]["code"])
        await client.close()


class Kept(BrokerTestCase):
    arguments = ("--set", "xsockets.keep=50ms", "--set", "xsockets.max_kept_per_client=1KiB")

    async def test_properties_are_forgotten_after_a_while_and_storage_is_not(self):
        client = await connect(self.broker)
        persistent = (await opened(client))["PI"]
        await client.send(upper("generic", "set_a", 1))
        await client.send(upper("generic", "s1", {"K": "k", "V": "1"}))
        self.assertEqual("s1:k", (await said(client))[1])
        await client.close()

        async def found():
            back = await connect(self.broker, query=f"?persistentid={persistent}")
            await opened(back)
            await back.send(upper("generic", "get_a"))
            value = (await said(back))[2]
            await back.send(upper("generic", "s2", {"K": "k"}))
            self.assertEqual("1", (await said(back))[2]["V"])
            await back.close()
            return value

        for _ in range(100):
            if await found() is None:
                return
            await asyncio.sleep(0.1)
        self.fail("the property was kept")

    async def test_storage_that_is_too_large_is_refused(self):
        client = await connect(self.broker)
        await opened(client)
        await client.send(upper("generic", "s1", {"K": "k", "V": json.dumps("x" * 2000)}))
        self.assertEqual("xsockets.storage_full", (await said(client))[2]["code"])
        await client.close()


class Between(BrokerTestCase):
    arguments = ("--set", "threads.workers=3")

    async def test_one_group_of_three_dialects_gets_each_message_in_its_own(self):
        page = await connect(self.broker)
        await opened(page)
        await subscribed(page, "orders")
        envelope = await Client.connect(self.broker, groups=["orders"], user="ann")
        raw = await Client.connect(self.broker, path="/raw", groups=["orders"])
        sender = await connect(self.broker, query="?userId=bob")
        await opened(sender)

        await sender.send(upper("generic", "orders", {"n": 1}))
        self.assertEqual(("generic", "orders", {"n": 1}), await said(page))
        self.assertEqual({"action": "orders", "message": '{"n": 1}', "groupId": "orders", "userId": "bob"},
                         await envelope.next_json())
        self.assertEqual('{"n": 1}', await raw.next())
        self.assertEqual(("generic", "orders", {"n": 1}), await said(sender))  # the reply that invoke() waits for

        await envelope.send({"action": "note", "message": "hello", "recipients": to(("group", "orders"))})
        self.assertEqual(("generic", "orders", "hello"), await said(page))
        self.assertEqual("hello", (await envelope.next_json())["message"])
        self.assertEqual("hello", await raw.next())

        answer = http_request(self.broker, "POST", "/__broadcastWebSocket.wc", body=json.dumps(
            {"action": "note", "message": {"n": 2}, "recipients": to(("group", "orders"))}))
        self.assertEqual(3, answer.json()["recipients"])
        self.assertEqual(("generic", "orders", {"n": 2}), await said(page))
        self.assertEqual({"n": 2}, (await envelope.next_json())["message"])
        self.assertEqual('{"n":2}', (await raw.next()).replace(" ", ""))
        for client in (page, envelope, raw, sender):
            await client.close()

    async def test_only_subscribers_get_what_is_published_and_whoever_sent_it(self):
        first, second, third = [await connect(self.broker) for _ in range(3)]
        for client in (first, second, third):
            await opened(client, "chat")
        await subscribed(second, "say", "chat")
        await first.send(upper("chat", "say", "one"))
        self.assertEqual(("chat", "say", "one"), await said(second))
        self.assertEqual(("chat", "say", "one"), await said(first))
        await second.send(upper("chat", "6", {"T": "say", "A": True}))
        self.assertEqual("__say", (await said(second))[1])
        await first.send(upper("chat", "say", "two"))
        self.assertEqual(("chat", "say", "two"), await said(first))
        for client in (second, third):  # neither got anything before the answer to its ping
            await client.send(upper("chat", "7", 1))
            self.assertEqual(("chat", "8", 1), await said(client))
        for client in (first, second, third):
            await client.close()

    async def test_wildcards_match_levels_of_topics_whoever_sends(self):
        one, rest, sender = [await connect(self.broker) for _ in range(3)]
        for client in (one, rest, sender):
            await opened(client)
        await subscribed(one, "rooms/+")
        await subscribed(one, "rooms/1")  # matches, too: a message comes once
        await subscribed(rest, "#")
        await sender.send(upper("generic", "rooms/1", "a"))
        await sender.send(upper("generic", "rooms/1/doors", "b"))
        await sender.send(upper("chat", "say", "c"))
        self.assertEqual(("generic", "rooms/1", "a"), await said(one))
        for topic, data in (("rooms/1", "a"), ("rooms/1/doors", "b"), ("chat/say", "c")):
            self.assertEqual(("generic", topic, data), await said(rest))
        envelope = await Client.connect(self.broker, groups=["rooms/+"])  # a group of that very name
        await envelope.send({"action": "x", "message": "d", "recipients": to(("group", "rooms/2"))})
        self.assertEqual(("generic", "rooms/2", "d"), await said(one))
        self.assertEqual(("generic", "rooms/2", "d"), await said(rest))
        answer = http_request(self.broker, "POST", "/__broadcastWebSocket.wc", body=json.dumps(
            {"action": "x", "message": "e", "recipients": to(("group", "rooms/2"))}))
        self.assertEqual(2, answer.json()["recipients"])
        for client in (one, rest):
            self.assertEqual("e", (await said(client))[2])
        await one.send(upper("generic", "6", {"T": "rooms/+", "A": True}))
        self.assertEqual("__rooms/+", (await said(one))[1])
        await envelope.send({"action": "x", "message": "f", "recipients": to(("group", "rooms/2"))})
        self.assertEqual("f", (await said(rest))[2])
        await one.send(upper("generic", "7", 1))
        self.assertEqual("8", (await said(one))[1])
        for topic in ("rooms/+", "#", "a/#/b"):
            await one.send(upper("generic", topic, 1))
            self.assertEqual("xsockets.bad_topic", (await said(one))[2]["code"])
        for client in (one, rest, sender, envelope):
            await client.close()

    async def test_a_controllers_topic_is_a_group_below_its_name(self):
        page = await connect(self.broker)
        await opened(page, "chat")
        await subscribed(page, "red", "chat")
        envelope = await Client.connect(self.broker, groups=["chat/red"])
        await envelope.send({"action": "x", "message": "m", "recipients": to(("group", "chat/red"))})
        self.assertEqual(("chat", "red", "m"), await said(page))
        await envelope.send({"action": "shout", "message": "m", "recipients": to("all")})
        self.assertEqual(("generic", "shout", "m"), await said(page))
        await page.send(upper("chat", "3"))
        self.assertEqual("3", (await said(page))[1])
        await page.close()
        await envelope.close()

    async def test_messages_of_one_sender_stay_in_order_and_come_once_while_others_come_and_go(self):
        steady = await connect(self.broker)
        await opened(steady)
        await subscribed(steady, "ticks")
        sender = await connect(self.broker)
        await opened(sender)

        async def churn():
            for _ in range(20):
                passing = await connect(self.broker)
                await opened(passing)
                await subscribed(passing, "ticks")
                await passing.close()

        async def send():
            for number in range(500):
                await sender.send(upper("generic", "ticks", number))
                if number % 20 == 0:
                    await asyncio.sleep(0)

        async def read(client):
            return [(await said(client))[2] for _ in range(500)]

        _, _, here, back = await asyncio.gather(churn(), send(), read(steady), read(sender))
        self.assertEqual(list(range(500)), here)
        self.assertEqual(list(range(500)), back)
        await steady.close()
        await sender.close()


if __name__ == "__main__":
    unittest.main()
