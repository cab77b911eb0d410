# SPDX-License-Identifier: GPL-3.0-or-later
"""SIGTERM and SIGINT: clients are told 1001, the program ends with 0 in time; a second signal ends it at once."""

import asyncio
import signal
import time
import unittest

from broker_process import PATIENCE, AsyncTestCase, BrokerProcess
from clients import Client, http_request, post, to
from raw_client import PING, RawConnection

DEADLINE = 5.0  # seconds, PRODUCT's promise with the default settings


class Shutdown(AsyncTestCase):
    def start(self, **settings):
        broker = BrokerProcess(settings={key.replace("__", "."): value for key, value in settings.items()})
        self.addCleanup(lambda: broker.is_running() and broker.kill())
        return broker

    def assert_stops(self, broker, number=signal.SIGTERM):
        begin = time.monotonic()
        broker.send_signal(number)
        broker.wait(DEADLINE + 5)
        self.assertLess(time.monotonic() - begin, (DEADLINE + 0.5) * PATIENCE)
        broker.assert_clean()

    async def test_without_clients(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(number.name):
                self.assert_stops(self.start(), number)

    async def test_with_one_client(self):
        broker = self.start()
        client = await Client.connect(broker)
        stopped = asyncio.to_thread(self.assert_stops, broker)
        (code, _), _ = await asyncio.gather(client.closed(), stopped)
        self.assertEqual(1001, code)

    async def test_with_200_clients(self):
        broker = self.start()
        clients = []
        for _ in range(8):
            clients += await asyncio.gather(*(Client.connect(broker, groups=["g"]) for _ in range(25)))
        *closings, _ = await asyncio.gather(*(client.closed() for client in clients),
                                            asyncio.to_thread(self.assert_stops, broker))
        self.assertEqual([1001] * 200, [code for code, _ in closings])

    async def test_with_a_frozen_client_among_others(self):
        broker = self.start()
        frozen = RawConnection(broker, receive_buffer=4096).open("/ws?groupId=g")
        silent = RawConnection(broker, receive_buffer=4096).open("/ws?groupId=g")
        clients = [await Client.connect(broker, groups=["g"]) for _ in range(5)]
        envelope = {"action": "a", "message": "x" * 500_000, "recipients": to(("group", "g"))}
        for _ in range(2):  # in the buffers of the frozen ones for the most part
            post(broker, envelope)
        for client in clients:
            for _ in range(2):
                await client.next()
        *closings, _ = await asyncio.gather(*(client.closed() for client in clients),
                                            asyncio.to_thread(self.assert_stops, broker))
        self.assertEqual([1001] * 5, [code for code, _ in closings])
        frozen.close()
        silent.close()

    async def test_with_half_open_handshakes_and_idle_http(self):
        broker = self.start()
        half = RawConnection(broker)
        half.send(b"GET /ws HT")
        idle = RawConnection(broker)
        self.assertEqual(200, idle.request("GET", "/healthz").status)
        self.assert_stops(broker)
        half.close()
        idle.close()

    async def test_what_was_accepted_before_is_delivered(self):
        broker = self.start()
        client = await Client.connect(broker, groups=["g"])
        for number in range(50):
            self.assertEqual(200, post(broker, {"action": "a", "message": number, "recipients": to(("group", "g"))}).status)
        stopped = asyncio.create_task(asyncio.to_thread(self.assert_stops, broker))
        self.assertEqual(list(range(50)), [(await client.next_json())["message"] for _ in range(50)])
        self.assertEqual(1001, (await client.closed())[0])
        await stopped

    async def test_a_second_signal_ends_it_at_once(self):
        broker = self.start(shutdown__drain_timeout="60s", limits__close_timeout="60s")
        frozen = RawConnection(broker).open("/ws")
        broker.send_signal(signal.SIGTERM)
        self.assertEqual(1001, frozen.read_frame().close_code)  # it drains now, and would for a minute
        self.assertTrue(broker.is_running())
        begin = time.monotonic()
        broker.send_signal(signal.SIGTERM)
        broker.wait(10)
        self.assertLess(time.monotonic() - begin, 2 * PATIENCE)
        frozen.close()

    async def test_while_it_drains_nobody_new_is_let_in(self):
        broker = self.start(shutdown__drain_timeout="60s", limits__close_timeout="60s")
        frozen = RawConnection(broker).open("/ws")
        early = RawConnection(broker)  # connected, but it has not asked yet
        self.assertEqual(200, early.request("GET", "/readyz").status)
        broker.send_signal(signal.SIGTERM)
        self.assertEqual(1001, frozen.read_frame().close_code)
        with self.assertRaises(OSError):
            RawConnection(broker)
        frozen.close()
        broker.wait()
        broker.assert_clean()
        early.close()

    async def test_hangup_reloads_and_goes_on(self):
        broker = self.start()
        client = await Client.connect(broker, path="/echo")
        known = len(broker.log())
        broker.send_signal(signal.SIGHUP)
        broker.wait_for_log("(?i)reload|configuration|SIGHUP", since=known)
        await client.send("still here")
        self.assertEqual("still here", await client.next())
        await client.close()
        self.assert_stops(broker)

    async def test_usr2_writes_a_dump_of_the_state(self):
        broker = self.start()
        client = await Client.connect(broker, user="dumped-user", groups=["dumped-group"])
        broker.wait_for_log("dumped-user")
        known = len(broker.log())
        broker.send_signal(signal.SIGUSR2)
        broker.wait_for_log("dumped-group|(?i:clients?)", since=known)
        self.assertEqual(200, http_request(broker, "GET", "/healthz").status)
        await client.close()
        self.assert_stops(broker)

    async def test_signals_in_a_row_end_it_with_clients_that_come_and_go(self):
        broker = self.start()
        connections = [RawConnection(broker).open("/ws") for _ in range(20)]
        for connection in connections[::2]:
            connection.close()
        self.assert_stops(broker)
        for connection in connections[1::2]:
            frame = connection.read_frame()
            while frame.opcode == PING:
                frame = connection.read_frame()
            self.assertEqual(1001, frame.close_code)
            connection.close()


if __name__ == "__main__":
    unittest.main(verbosity=2)
