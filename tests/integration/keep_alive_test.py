# SPDX-License-Identifier: GPL-3.0-or-later
"""Pings, the deadline of their pongs, and other deadlines of a connection."""

import asyncio
import unittest

from broker_process import BrokerTestCase
from clients import Client, counts, post, to, until
from raw_client import CLOSE, CONTINUATION, PING, PONG, TEXT, RawConnection, close_payload, frame


class Deadlines(BrokerTestCase):
    settings = {"limits.ping_interval": "300ms", "limits.pong_timeout": "600ms", "limits.frame_timeout": "1s",
                "limits.close_timeout": "500ms"}

    async def test_a_client_is_pinged_and_one_that_answers_stays(self):
        with RawConnection(self.broker) as connection:
            connection.open("/ws?groupId=answers")
            for _ in range(6):
                ping = connection.read_frame()
                self.assertEqual(PING, ping.opcode)
                connection.send_frame(PONG, ping.payload)
            self.assertEqual((1, 1, 0, 0), counts(post(self.broker, {"action": "a", "recipients": to(("group", "answers"))})))

    async def test_a_client_that_does_not_answer_has_vanished(self):
        with RawConnection(self.broker) as connection:
            connection.open("/ws?groupId=silent")
            self.assertEqual(PING, connection.read_frame().opcode)
            connection.read_to_end()
        self.broker.wait_for_log("vanished")
        await until(lambda: counts(post(self.broker, {"action": "a", "recipients": to(("group", "silent"))})) == (0, 0, 0, 0))

    async def test_a_program_that_others_wrote_stays(self):
        client = await Client.connect(self.broker, path="/echo")
        with RawConnection(self.broker) as clock:  # its pings tell the time, while the client's loop goes on
            clock.open("/ws")
            for _ in range(8):
                ping = await asyncio.to_thread(clock.read_frame)
                clock.send_frame(PONG, ping.payload)
        await client.send("still here")
        self.assertEqual("still here", await client.next())
        await client.close()

    async def test_a_pause_between_fragments_is_no_fault(self):
        with RawConnection(self.broker) as connection:
            connection.open("/echo")
            connection.send_frame(TEXT, b"one ", fin=False)
            for _ in range(5):  # longer than a frame may take
                ping = connection.read_frame()
                self.assertEqual(PING, ping.opcode)
                connection.send_frame(PONG, ping.payload)
            connection.send_frame(CONTINUATION, b"two")
            answer = connection.read_frame()
            while answer.opcode == PING:
                answer = connection.read_frame()
            self.assertEqual(b"one two", answer.payload)

    async def test_a_peer_that_closes_and_stays_is_cut(self):
        with RawConnection(self.broker) as connection:
            connection.open("/ws")
            connection.send_frame(CLOSE, close_payload(1000))
            self.assertEqual(CLOSE, connection.read_frame().opcode)
            connection.read_to_end()

    async def test_a_peer_that_does_not_answer_a_close_is_cut(self):
        with RawConnection(self.broker) as connection:
            connection.open("/ws")
            connection.send(frame(TEXT, b"x", mask=False))
            self.assertEqual(1002, connection.read_frame().close_code)
            connection.read_to_end()

    async def test_a_peer_that_breaks_off_is_called_vanished(self):
        client = RawConnection(self.broker).open("/ws?userId=breaker")
        client.close()
        await until(lambda: counts(post(self.broker, {"action": "a", "recipients": to(("user", "breaker"))})) == (0, 0, 0, 0))


class WithoutPings(BrokerTestCase):
    settings = {"limits.ping_interval": "0", "limits.frame_timeout": "500ms"}

    async def test_a_frame_that_does_not_end_is_cut(self):
        with RawConnection(self.broker) as connection:
            connection.open("/echo")
            connection.send(frame(TEXT, b"x" * 100)[:50])
            rest, _ = connection.read_to_end()
            self.assertNotIn(b"x" * 50, rest)

    async def test_a_header_that_does_not_end_is_cut(self):
        with RawConnection(self.broker) as connection:
            connection.open("/echo")
            connection.send(frame(TEXT, b"x" * 200)[:3])
            connection.read_to_end()


if __name__ == "__main__":
    unittest.main(verbosity=2)
