# SPDX-License-Identifier: GPL-3.0-or-later
"""What XSockets clients get for sure: acknowledged, retained and missed messages, and binary ones."""

import asyncio
import json
import re
import unittest

from broker_process import BrokerTestCase
from clients import Client, http_request, to, until
from xsockets_clients import (acknowledge, binary, connect, opened, parts_of, read, said, subscribed, until_answered,
                              upper)

ACKNOWLEDGES = "?qos=1"


def metric(broker, name):
    text = http_request(broker, "GET", "/metrics").body.decode()
    return int(re.search(rf"^{name} (\d+)", text, re.MULTILINE).group(1))


def clients_of(broker):
    return http_request(broker, "GET", "/", headers={"Accept": "application/json"}).json()["clients"]


async def subscriber(broker, topic="ticks", query=ACKNOWLEDGES):
    client = await connect(broker, query=query)
    info = await opened(client)
    await subscribed(client, topic)
    return client, info["PI"]


async def publish(client, topic, data, number=1, **more):
    """With Q 1; returns when the broker has it, and has given it to whoever is there."""
    await client.send(upper("generic", topic, data, I=number, Q=1, **more))
    for _ in range(2):  # the acknowledgement, and the sender's own copy
        await client.next()


class Acknowledged(BrokerTestCase):
    arguments = ("--set", "threads.workers=3", "--set", "xsockets.resend_interval=300ms",
                 "--set", "xsockets.max_unacknowledged=20", "--set", "metrics.access=everyone")

    async def test_a_client_that_drops_acknowledgements_gets_messages_again_in_order(self):
        careless, _ = await subscriber(self.broker)
        plain, _ = await subscriber(self.broker, query="")
        sender = await connect(self.broker)
        await opened(sender)
        for number in (1, 2, 3):
            await publish(sender, "ticks", number, number)
        first = [read(await careless.next()) for _ in range(3)]
        self.assertEqual([1, 2, 3], [message["I"] for message in first])
        self.assertEqual([1, 2, 3], [json.loads(message["D"]) for message in first])
        self.assertEqual({1}, {message["Q"] for message in first})
        self.assertEqual(first, [read(await careless.next()) for _ in range(3)])
        await acknowledge(careless, first[1])
        again = [read(await careless.next()) for _ in range(2)]
        self.assertEqual([first[0], first[2]], again)
        for message in again:
            await acknowledge(careless, message)
        await careless.send(upper("generic", "7", 1))
        while (read(await careless.next()))["T"] != "8":
            pass
        await asyncio.sleep(0.5)  # longer than the interval: nothing comes
        self.assertEqual([], await until_answered(careless))
        downgraded = await until_answered(plain)
        self.assertEqual([None] * 3, [message.get("I") for message in downgraded])
        for client in (careless, plain, sender):
            await client.close()

    async def test_a_client_that_never_acknowledges_hears_of_it_and_slows_nobody(self):
        never, _ = await subscriber(self.broker)
        good, _ = await subscriber(self.broker)
        sender = await connect(self.broker)
        await opened(sender)
        for number in range(1, 31):
            await publish(sender, "ticks", number, number)
            message = read(await good.next())
            self.assertEqual(number, json.loads(message["D"]))
            await acknowledge(good, message)
        first = {}
        told = 0
        while len(first) < 30:
            message = read(await never.next())
            if message["T"] == "4":
                told += 1
                self.assertEqual("xsockets.too_many_unacknowledged", json.loads(message["D"])["code"])
            else:
                first.setdefault(json.loads(message["D"]), message.get("I"))
        self.assertEqual(1, told)
        self.assertEqual(list(range(1, 31)), list(first))
        self.assertEqual([None] * 10, list(first.values())[20:])
        await until(lambda: metric(self.broker, "signalbox_xsockets_not_kept_total") >= 10)
        for client in (never, good, sender):
            await client.close()


class Missed(BrokerTestCase):
    arguments = ("--set", "threads.workers=3")

    async def test_who_comes_back_has_its_subscriptions_and_what_it_missed(self):
        client, persistent = await subscriber(self.broker, "rooms/#")
        await client.send(upper("generic", "set_name", "Ann"))
        sender = await connect(self.broker)
        await opened(sender)
        await publish(sender, "rooms/1", "before", 1)
        await client.next()  # read, not acknowledged
        await client.close()
        await until(lambda: clients_of(self.broker) == 1)  # one that is going still gets what has no Q
        await publish(sender, "rooms/1", "missed", 2)
        await sender.send(upper("generic", "rooms/1", "lost"))  # without Q: nobody keeps it
        await sender.next()
        await publish(sender, "other", "not for it", 3)
        await sender.send(upper("generic", "rooms/2", "retained", R=True))
        await sender.next()
        back = await connect(self.broker, query=f"?qos=1&PersistentId={persistent}")
        self.assertEqual(persistent, (await opened(back))["PI"])
        messages = [read(await back.next()) for _ in range(3)]
        self.assertEqual(["before", "missed", "retained"], [json.loads(message["D"]) for message in messages])
        self.assertEqual([1, 2, None], [message.get("I") for message in messages])
        for message in messages:
            await acknowledge(back, message)
        await back.send(upper("generic", "get_name"))
        self.assertEqual(("generic", "get_name", "Ann"), await said(back))
        await publish(sender, "rooms/3", "live", 4)
        message = read(await back.next())
        self.assertEqual(("rooms/3", "live", 3), (message["T"], json.loads(message["D"]), message["I"]))
        await acknowledge(back, message)
        await back.close()
        again = await connect(self.broker, query=f"?qos=1&PersistentId={persistent}")
        await opened(again)
        self.assertEqual([], await until_answered(again))  # it has had all
        await again.close()
        await sender.close()

    async def test_a_clean_session_and_one_without_qos_begin_anew(self):
        sender = await connect(self.broker)
        await opened(sender)
        for query in ("&qos=1&cs=1", ""):
            client, persistent = await subscriber(self.broker)
            await client.close()
            await publish(sender, "ticks", "missed")
            back = await connect(self.broker, query=f"?PersistentId={persistent}{query}")
            await opened(back)
            await publish(sender, "ticks", "live")
            self.assertEqual([], await until_answered(back))
            await back.close()
            if "cs" in query:  # and it has thrown away what there was
                later = await connect(self.broker, query=f"?qos=1&PersistentId={persistent}")
                await opened(later)
                self.assertEqual([], await until_answered(later))
                await later.close()
        await sender.close()

    async def test_messages_come_once_and_in_order_to_a_client_that_comes_and_goes(self):
        count = 600
        client, persistent = await subscriber(self.broker)
        sender = await connect(self.broker)
        await opened(sender)
        received = []
        busy = True

        async def churn():
            nonlocal client
            while len(received) < count:
                for _ in range(25):
                    if len(received) == count:
                        break
                    message = read(await client.next())
                    received.append(json.loads(message["D"]))
                    await acknowledge(client, message)
                await client.close()
                client = await connect(self.broker, query=f"?qos=1&PersistentId={persistent}")
                await opened_before(client)

        async def opened_before(client):
            await client.send(upper("generic", "1"))
            while (read(await client.next()))["T"] != "2":
                self.fail("what it missed came before its controller was open")

        async def send():
            for number in range(count):
                await sender.send(upper("generic", "ticks", number, I=number % 65535 + 1, Q=1))
                if number % 10 == 0:
                    await asyncio.sleep(0)

        async def drain():
            for _ in range(2 * count):
                await sender.next()

        await asyncio.gather(churn(), send(), drain())
        self.assertEqual(list(range(count)), received)
        await client.close()
        await sender.close()

    async def test_a_client_that_is_cut_off_gets_nothing_out_of_order_and_misses_nothing(self):
        client, persistent = await subscriber(self.broker)
        sender = await connect(self.broker)
        await opened(sender)
        seen = []
        for round_ in range(10):
            for number in range(10):
                await publish(sender, "ticks", round_ * 10 + number)
            client._connection.transport.abort()  # whatever is on its way is lost
            client = await connect(self.broker, query=f"?qos=1&PersistentId={persistent}")
            await opened(client)
            for _ in range(10 if round_ % 2 else 0):
                message = read(await client.next())
                seen.append(json.loads(message["D"]))
                await acknowledge(client, message)
        once = list(dict.fromkeys(seen))
        self.assertEqual(list(range(len(once))), once)
        while len(once) < 100:
            value = json.loads((read(await client.next()))["D"])
            once += [value] if value not in once else []
        self.assertEqual(list(range(100)), once)
        await client.close()
        await sender.close()


class Retained(BrokerTestCase):
    arguments = ("--set", "threads.workers=3", "--set", "xsockets.max_retained_topics=3",
                 "--set", "metrics.access=everyone")

    async def test_new_subscribers_get_the_last_value_of_each_topic(self):
        sender = await connect(self.broker)
        await opened(sender)
        for topic, data in (("a/1", "old"), ("a/2", "two"), ("a/1", "one"), ("b", {"x": 1})):
            await sender.send(upper("generic", topic, data, R=True))
            await sender.next()
        for topic, expected in (("a/+", [("a/2", "two"), ("a/1", "one")]), ("b", [("b", {"x": 1})]), ("c", []),
                                ("#", [("a/2", "two"), ("a/1", "one"), ("b", {"x": 1})])):
            client, _ = await subscriber(self.broker, topic, "")
            messages = await until_answered(client)
            if len(messages) < len(expected):
                messages += [read(await client.next()) for _ in range(len(expected) - len(messages))]
            self.assertEqual(expected, [(message["T"], json.loads(message["D"])) for message in messages])
            self.assertEqual([True] * len(expected), [message["R"] for message in messages])
            await client.close()
        await sender.send(upper("generic", "a/1", "", R=True))
        await sender.next()
        await sender.send(upper("generic", "b", None, R=True))
        await sender.next()
        client, _ = await subscriber(self.broker, "#", "")
        self.assertEqual("two", json.loads((read(await client.next()))["D"]))
        self.assertEqual([], await until_answered(client))
        await sender.send(upper("generic", "a/2", "live", R=True))
        self.assertNotIn("R", read(await client.next()))
        await sender.next()
        await sender.send(upper("generic", "a/2", None, R=True))
        await sender.next()
        await client.close()
        await sender.close()

    async def test_topics_above_the_limit_are_passed_on_and_their_sender_is_told(self):
        sender = await connect(self.broker)
        await opened(sender)
        for number in range(4):
            await sender.send(upper("generic", f"many/{number}", number, R=True))
        answers = [read(await sender.next()) for _ in range(5)]
        told = [json.loads(answer["D"]) for answer in answers if answer["T"] == "4"]
        self.assertEqual(["xsockets.retained_full"], [error["code"] for error in told])
        await until(lambda: metric(self.broker, "signalbox_xsockets_not_retained_total") == 1)
        for number in range(3):
            await sender.send(upper("generic", f"many/{number}", None, R=True))
            await sender.next()
        await sender.close()


class Binary(BrokerTestCase):
    arguments = ("--set", "threads.workers=3")

    async def test_a_blob_comes_as_it_went_to_every_dialect_of_a_group(self):
        blob = bytes(range(256)) * 300
        page, _ = await subscriber(self.broker, "files")
        envelope = await Client.connect(self.broker, groups=["files"])
        raw = await Client.connect(self.broker, path="/raw", groups=["files"])
        sender = await connect(self.broker)
        await opened(sender)
        await sender.send(binary("generic", "files", {"name": "a.bin"}, blob, I=3, Q=1))
        message, received = parts_of(await page.next())
        self.assertEqual(blob, received)
        self.assertEqual({"C": "generic", "T": "files", "D": '{"name": "a.bin"}', "I": 1, "Q": 1}, message)
        await acknowledge(page, message)
        self.assertEqual(blob, await raw.next())
        as_envelope = await envelope.next_json()
        self.assertEqual({"name": "a.bin"}, as_envelope["metadata"])
        self.assertEqual("files", as_envelope["action"])
        for client in (page, envelope, raw, sender):
            await client.close()

    async def test_a_blob_is_retained_and_missed_like_any_message(self):
        client, persistent = await subscriber(self.broker, "files")
        await client.close()
        sender = await connect(self.broker)
        await opened(sender)
        await sender.send(binary("generic", "files", 1, b"\0\xff", I=1, Q=1, R=True))
        for _ in range(2):
            await sender.next()
        back = await connect(self.broker, query=f"?qos=1&persistentid={persistent}")
        await opened(back)
        message, blob = parts_of(await back.next())
        self.assertEqual((b"\0\xff", 1), (blob, message["I"]))
        other, _ = await subscriber(self.broker, "files", "")
        message, blob = parts_of(await other.next())
        self.assertEqual((b"\0\xff", True), (blob, message["R"]))
        for each in (back, other, sender):
            await each.close()


class Between(BrokerTestCase):
    arguments = ("--set", "threads.workers=3")

    async def test_what_is_acknowledged_reaches_the_other_dialects_in_its_place(self):
        envelope = await Client.connect(self.broker, groups=["ticks"])
        raw = await Client.connect(self.broker, path="/raw", groups=["ticks"])
        page, _ = await subscriber(self.broker)
        sender = await connect(self.broker)
        await opened(sender)
        for number in range(200):  # now with Q, now without
            await sender.send(upper("generic", "ticks", number, **({"I": number + 1, "Q": 1} if number % 3 == 0 else {})))
        for number in range(200):
            self.assertEqual(str(number), (await envelope.next_json())["message"])
            self.assertEqual(str(number), await raw.next())
            self.assertEqual(number, json.loads((read(await page.next()))["D"]))
        await envelope.send({"action": "x", "message": "m", "recipients": to(("group", "ticks"))})
        self.assertEqual(("generic", "ticks", "m"), await said(page))
        for client in (envelope, raw, page, sender):
            await client.close()


if __name__ == "__main__":
    unittest.main()
