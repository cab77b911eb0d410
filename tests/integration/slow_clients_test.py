# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients that never read: the broker's memory stays bounded, others lose nothing, and the slow ones are closed."""

import asyncio
import json
import unittest

from broker_process import PATIENCE, BrokerTestCase
from clients import Client, counts, post, to, until
from raw_client import CLOSE, PING, TEXT, Ended, RawConnection

SLOW = 5
MESSAGES = 600
PAYLOAD = "x" * 60_000  # 600 of them are 36 MB for each client, far more than the system buffers


def close_codes(connection):
    """The codes of the close frames in what is left to read; a message may be cut off at the end."""
    codes = []
    try:
        while True:
            frame = connection.read_frame()
            if frame.opcode == CLOSE:
                codes.append(frame.close_code)
            elif frame.opcode not in (TEXT, PING):
                raise AssertionError(frame)
    except Ended:
        return codes


class NeverReading(BrokerTestCase):
    settings = {"limits.max_message": "128KiB", "limits.max_queue": "256KiB", "limits.queue_stall_timeout": "10s",
                "threads.workers": 2}

    async def test_memory_is_bounded_and_others_get_everything(self):
        slow = [RawConnection(self.broker, receive_buffer=4096, within=60).open("/ws?groupId=all&userId=slow")
                for _ in range(SLOW)]
        good = [await Client.connect(self.broker, groups=["all"]) for _ in range(3)]
        readers = [asyncio.create_task(self.read(client)) for client in good]
        before = highest = self.broker.resident_bytes()
        dropped = 0
        for number in range(MESSAGES):
            answer = await asyncio.to_thread(
                post, self.broker, {"action": "a", "message": [number, PAYLOAD], "recipients": to(("group", "all"))})
            recipients, sent, queued, lost = counts(answer)
            self.assertEqual(recipients, sent + queued + lost, answer.body)
            dropped += lost
            highest = max(highest, self.broker.resident_bytes())
        for numbers in await asyncio.gather(*readers):
            self.assertEqual(list(range(MESSAGES)), numbers)
        self.assertLess(highest - before, 48 * 1024 * 1024 * PATIENCE)
        self.assertGreaterEqual(dropped, SLOW, "each slow client lost a message, and the receipts say so")
        self.broker.wait_for_log(r"(?i)slow|4008", count=SLOW)
        await until(lambda: counts(post(self.broker, {"action": "a", "recipients": to(("user", "slow"))})) == (0, 0, 0, 0))
        for connection in slow:
            self.assertIn(close_codes(connection), ([], [4008]), "closed as slow, or cut off")
            connection.close()
        for client in good:
            await client.close()

    @staticmethod
    async def read(client):
        return [(await client.next_json())["message"][0] for _ in range(MESSAGES)]

    async def test_unread_pongs_and_answers_are_bounded_too(self):
        before = self.broker.resident_bytes()
        connection = RawConnection(self.broker, receive_buffer=4096, within=5).open("/echo")
        data = b"".join(b"\x89\xfd\x00\x00\x00\x00" + b"x" * 125 for _ in range(500))
        try:
            for _ in range(1000):  # 65 MB of pings
                connection.send(data)
        except (TimeoutError, BrokenPipeError, ConnectionResetError):
            pass  # it reads no more, or has closed
        self.assertLess(self.broker.resident_bytes() - before, 48 * 1024 * 1024 * PATIENCE)
        connection.close()


class Stalled(BrokerTestCase):
    settings = {"limits.max_queue": "256MiB", "limits.queue_stall_timeout": "700ms"}

    async def test_a_queue_without_progress_is_closed_below_its_limit(self):
        with RawConnection(self.broker, receive_buffer=4096, within=30) as connection:
            connection.open("/ws?groupId=stalled")
            body = json.dumps({"action": "a", "message": "x" * 900_000, "recipients": to(("group", "stalled"))}).encode()
            states = [counts(post(self.broker, body)) for _ in range(20)]
            self.assertIn((1, 0, 1, 0), states, "a rest waited")
            self.broker.wait_for_log(r"(?i)slow|4008")
            self.assertIn(close_codes(connection), ([], [4008]))
        self.assertEqual((0, 0, 0, 0), counts(post(self.broker, body)))

    async def test_a_client_that_reads_slowly_but_reads_stays(self):
        with RawConnection(self.broker, receive_buffer=65536, within=30) as connection:
            connection.open("/ws?groupId=steady")
            body = json.dumps({"action": "a", "message": "x" * 900_000, "recipients": to(("group", "steady"))}).encode()
            for _ in range(12):
                post(self.broker, body)
            for _ in range(12):
                await asyncio.sleep(0.15)  # slow on purpose: longer in all than the queue may stall
                self.assertEqual(len(body), len(connection.read_frame().payload))
            # It does not read just now, so a rest may wait in its queue; nothing was dropped.
            self.assertIn(counts(post(self.broker, body)), ((1, 1, 0, 0), (1, 0, 1, 0)))


if __name__ == "__main__":
    unittest.main(verbosity=2)
