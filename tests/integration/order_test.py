# SPDX-License-Identifier: GPL-3.0-or-later
"""Order and exactly-once, by sequence numbers in every client; with one worker and with three."""

import asyncio
import json
import unittest

from broker_process import BrokerTestCase
from clients import Client, counts, post, texts_before_fence, to

CLIENTS = 200
SENDERS = 4
EACH = 25  # messages of each sender: 200 clients x 100 messages
PAIRS = 40
PINGS = 30


def sequences(texts):
    """The numbers of each sender, in the order of arrival."""
    found = {}
    for text in texts:
        sender, number = json.loads(text)["message"]
        found.setdefault(sender, []).append(number)
    return found


class Order:
    async def test_a_fan_out_reaches_each_client_once_and_in_order(self):
        clients = []
        for start in range(0, CLIENTS, 25):
            clients += await asyncio.gather(*(
                Client.connect(self.broker, groups=["fan", f"part {number % 7}"], user=f"u{number}")
                for number in range(start, start + 25)))
        senders = clients[:SENDERS]

        async def send(name, sender):
            for number in range(EACH):
                await sender.send({"action": "a", "message": [name, number], "recipients": to(("group", "fan"), "all")})

        async def read(client):
            return sequences([await client.next() for _ in range(SENDERS * EACH)])

        readers = [asyncio.create_task(read(client)) for client in clients]
        await asyncio.gather(*(send(f"s{index}", sender) for index, sender in enumerate(senders)))
        expected = {f"s{index}": list(range(EACH)) for index in range(SENDERS)}
        for got in await asyncio.gather(*readers):
            self.assertEqual(expected, got)
        for extra in await texts_before_fence(senders[0], clients):
            self.assertEqual([], extra, "each client once")
        await asyncio.gather(*(client.close() for client in clients))

    async def test_one_to_one_messages_arrive_once_and_in_order(self):
        clients = [await Client.connect(self.broker, user=f"u{number}") for number in range(2 * PAIRS)]

        async def talk(number):
            """Sends to the partner and reads from it, both at once."""
            client, partner = clients[number], f"u{number ^ 1}"

            async def send():
                for index in range(PINGS):
                    await client.send({"action": "a", "message": [f"u{number}", index], "recipients": to(("user", partner))})

            async def read():
                return sequences([await client.next() for _ in range(PINGS)])

            _, got = await asyncio.gather(send(), read())
            self.assertEqual({partner: list(range(PINGS))}, got)

        await asyncio.gather(*(talk(number) for number in range(2 * PAIRS)))
        await asyncio.gather(*(client.close() for client in clients))

    async def test_posts_one_after_another_arrive_in_that_order(self):
        clients = [await Client.connect(self.broker, groups=["posts"]) for _ in range(20)]

        def send_all():
            for number in range(100):  # each over a connection of its own: another worker may take it
                answer = post(self.broker, {"action": "a", "message": ["http", number], "recipients": to(("group", "posts"))})
                self.assertEqual((20, 20, 0, 0), counts(answer))

        await asyncio.to_thread(send_all)
        for client in clients:
            self.assertEqual({"http": list(range(100))}, sequences([await client.next() for _ in range(100)]))
        await asyncio.gather(*(client.close() for client in clients))

    async def test_fragments_and_sizes_do_not_change_the_order(self):
        receiver = await Client.connect(self.broker, user="receiver")
        sender = await Client.connect(self.broker, user="sender")
        sizes = [1, 100_000, 5, 126, 70_000, 0, 300_000, 2] * 10

        async def read():
            return [json.loads(await receiver.next())["message"] for _ in sizes]

        reader = asyncio.create_task(read())
        for number, size in enumerate(sizes):
            text = json.dumps({"action": "a", "message": [number, "x" * size], "recipients": to(("user", "receiver"))})
            third = len(text) // 3 + 1
            await sender.send_parts([text[start:start + third] for start in range(0, len(text), third)])
        self.assertEqual([[number, "x" * size] for number, size in enumerate(sizes)], await reader)
        await receiver.close()
        await sender.close()


class WithOneWorker(Order, BrokerTestCase):
    settings = {"threads.workers": 1, "limits.max_queue": "64MiB"}


class WithThreeWorkers(Order, BrokerTestCase):
    settings = {"threads.workers": 3, "limits.max_queue": "64MiB"}


if __name__ == "__main__":
    unittest.main(verbosity=2)
