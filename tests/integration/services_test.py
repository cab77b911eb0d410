# SPDX-License-Identifier: GPL-3.0-or-later
"""Services: the shipped examples over real sockets and HTTP, hostile scripts, scripts that change under their clients."""

import asyncio
import json
import shutil
import statistics
import tempfile
import time
import unittest
from pathlib import Path

import websockets

from broker_process import PATIENCE, AsyncTestCase, BrokerProcess, BrokerTestCase, run_signalbox, skip_program
from clients import close_sockets, http_request, of_test, until

if "services" not in run_signalbox("--version").stdout:
    skip_program("this build has no services")

WORKERS = 2
EXAMPLES = Path(__file__).parents[2] / "resources" / "services"
CALL_TIMEOUT = f"{int(500 * PATIENCE)}ms"  # the default, longer where everything takes longer
HOSTILE = """
service({
    basePath: "/hostile", upgradePath: "/ws",
    resources: { "GET /loop": function () { for (;;) { } } },
    onTextMessage(client, text) {
        if (text === "loop") for (;;) { }
        if (text === "allocate") { const all = []; for (;;) all.push(new Array(100000).fill(text)); }
        if (text === "native") { let much = "x".repeat(1 << 28); for (;;) much.indexOf("y"); }
        if (text === "log") for (let i = 0; i < 20000; i++) console.log("x".repeat(100));
        if (text === "throw") throw new Error("thrown on purpose");
        client.sendText(text);
    },
});
"""


async def connect(broker, path, **options):
    return of_test(await websockets.connect(broker.url(path), ping_interval=None, compression=None, **options))


async def served(broker, path):
    """Returns once clients can connect there: each worker hears of new paths a moment after the log."""
    deadline = time.monotonic() + 10 * PATIENCE
    for _ in range(2 * WORKERS):  # connections go round
        while True:
            try:
                await (await connect(broker, path)).close()
                break
            except websockets.InvalidStatusCode as refused:
                if refused.status_code != 404 or time.monotonic() > deadline:
                    raise
                await asyncio.sleep(0.02)


async def received(socket):
    return await asyncio.wait_for(socket.recv(), 20 * PATIENCE)


async def close_code(socket):
    await asyncio.wait_for(socket.wait_closed(), 20 * PATIENCE)
    return socket.close_code


def get(broker, target, **headers):
    return http_request(broker, "GET", target, headers=headers)


def tell(broker, target, body, **headers):
    return http_request(broker, "POST", target, body=body.encode(), headers=headers)


class Examples(BrokerTestCase):
    """What the commands in the Ballerina samples do."""

    settings = {"services.folder": str(EXAMPLES), "services.call_timeout": "10s", "threads.workers": WORKERS}

    async def asyncSetUp(self):
        await super().asyncSetUp()
        self.addAsyncCleanup(close_sockets)
        for path in ("/echo-server/ws", "/chat/ws", "/groups/ws", "/groupInfo", "/store/ws", "/storeInfo", "/test/websocket"):
            self.broker.wait_for_log(r"(?m)serves " + path + "$")
        await served(self.broker, "/test/websocket")

    async def test_echo_server(self):
        socket = await connect(self.broker, "/echo-server/ws")
        await socket.send("hello")
        self.assertIn("hello", await received(socket))
        await socket.send("closeMe")
        self.assertEqual(1000, await close_code(socket))

    async def test_websocket_of_the_manual_and_its_broadcast_over_http(self):
        first, second = [await connect(self.broker, "/test/websocket") for _ in range(2)]
        await first.send("only mine")
        self.assertEqual("only mine", await received(first))
        self.assertEqual((200, b"done"), (lambda answer: (answer.status, answer.body))(tell(self.broker, "/test/all", "to all")))
        self.assertEqual(["to all", "to all"], [await received(socket) for socket in (first, second)])

    async def test_a_chat_goes_to_everybody_the_sender_too(self):
        sockets = [await connect(self.broker, f"/chat/ws?name={name}", extra_headers={"name": name}) for name in ("ann", "bob")]
        await sockets[0].send("good morning")
        for socket in sockets:
            while "good morning" not in await received(socket):
                pass

    async def test_groups_over_http_and_from_clients(self):
        even = [await connect(self.broker, "/groups/ws", extra_headers={"group": "even"}) for _ in range(2)]
        odd = await connect(self.broker, "/groups/ws?group=odd")
        await self.settled(*even, odd)
        self.assertEqual(b"done", tell(self.broker, "/groupInfo/even", "to the even").body)
        self.assertEqual(["to the even"] * 2, [await received(socket) for socket in even])
        await odd.send(json.dumps({"command": "send", "group": "even", "msg": "from odd"}))
        self.assertEqual(["from odd"] * 2, [await received(socket) for socket in even])
        self.assertEqual(b"done", get(self.broker, "/groupInfo/rm-even").body)
        self.assertEqual(500, tell(self.broker, "/groupInfo/even", "nobody is there").status, "there is no such group any more")
        await even[0].send(json.dumps({"command": "send", "group": "even", "msg": "to nobody"}))
        self.assertIn("even", await received(even[0]), "the members stay connected, and are told")
        self.assertEqual(b"done", get(self.broker, "/groupInfo/close-odd").body)
        self.assertEqual(1000, await close_code(odd))

    async def test_an_envelope_reaches_the_group_of_a_service_and_the_other_way_round(self):
        even = await connect(self.broker, "/groups/ws?group=even")
        envelopes = await connect(self.broker, "/ws?groupId=even")
        await self.settled(even)
        await envelopes.send(json.dumps({"action": "say", "message": "hello", "recipients": [{"type": "group", "value": "even"}]}))
        self.assertEqual("hello", await received(even))
        self.assertEqual("hello", json.loads(await received(envelopes))["message"])
        self.assertEqual(200, tell(self.broker, "/groupInfo/even", "to both").status)
        self.assertEqual("to both", await received(even))
        self.assertEqual("to both", json.loads(await received(envelopes))["message"])

    async def test_the_store_over_http(self):
        socket = await connect(self.broker, "/store/ws", extra_headers={"id": "0"})
        await until(lambda: tell(self.broker, "/storeInfo/0", "are you there?").status == 200)
        self.assertEqual("are you there?", await received(socket))
        self.assertEqual(b"done", get(self.broker, "/storeInfo/rm/0").body)
        self.assertEqual(500, tell(self.broker, "/storeInfo/0", "nobody").status)
        other = await connect(self.broker, "/store/ws", extra_headers={"id": "1"})
        await until(lambda: get(self.broker, "/storeInfo/close/1").body == b"done")
        self.assertEqual(1000, await close_code(other))
        self.assertTrue(socket.open, "to remove is not to close")

    async def test_refusals(self):
        with self.assertRaises(websockets.InvalidStatusCode) as refused:
            await connect(self.broker, "/test/nothing")
        self.assertEqual(404, refused.exception.status_code)
        self.assertEqual(404, get(self.broker, "/groupInfo/none").status)
        self.assertEqual((405, "POST"), (lambda answer: (answer.status, answer.headers["allow"]))(get(self.broker, "/groupInfo/even")))
        self.assertEqual(426, get(self.broker, "/test/websocket").status)
        self.assertEqual(403, get(self.broker, "/groupInfo/rm-even", Origin="https://shop.example").status)
        self.assertEqual(403, get(self.broker, "/groupInfo/rm-even", **{"Sec-Fetch-Site": "cross-site"}).status, "an image on a page")
        self.assertEqual(421, get(self.broker, "/groupInfo/rm-even", Host="rebound.example").status)

    async def test_two_hundred_clients_with_a_hundred_messages_each(self):
        sockets = await asyncio.gather(*(connect(self.broker, "/test/websocket", max_queue=None) for _ in range(200)))

        async def talk(number, socket):
            for i in range(100):
                await socket.send(f"{number} {i}")
            self.assertEqual([f"{number} {i}" for i in range(100)], [await received(socket) for _ in range(100)])

        await asyncio.gather(*(talk(number, socket) for number, socket in enumerate(sockets)))
        await asyncio.gather(*(socket.close() for socket in sockets))

    async def settled(self, *sockets):
        """What was done for them when they opened has been done."""
        for socket in sockets:
            await socket.send("{}")
            self.assertIn("commands are", await received(socket))


class Hostile(AsyncTestCase):
    """A script that hangs, takes memory or throws is stopped within a second, and nobody else notices."""

    async def asyncSetUp(self):
        self.folder = tempfile.mkdtemp(prefix="signalbox-services-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.write("hostile.js", HOSTILE)
        self.write("kind.js", 'service({ basePath: "/kind", upgradePath: "/ws", onTextMessage(client, text) { client.sendText(text); } });')
        await super().asyncSetUp()
        self.addAsyncCleanup(close_sockets)
        self.broker = BrokerProcess(settings={"services.folder": self.folder, "services.call_timeout": CALL_TIMEOUT,
                                              "threads.workers": WORKERS, "services.max_memory": "256 MiB"})
        await served(self.broker, "/hostile/ws")
        await served(self.broker, "/kind/ws")

    async def asyncTearDown(self):
        await asyncio.to_thread(self.broker.stop)  # clients answer its close frames meanwhile
        self.broker.assert_clean()

    def write(self, name, text):
        Path(self.folder, name).write_text(text, encoding="utf-8")

    async def stopped_by(self, what):
        """The message after the hostile one is answered, by a new process; others are served meanwhile."""
        hostile, kind, envelope = [await connect(self.broker, path) for path in ("/hostile/ws", "/kind/ws", "/echo")]
        begin = time.monotonic()
        await hostile.send(what)
        await hostile.send("after")
        took = []
        answer = asyncio.create_task(received(hostile))
        while not answer.done():
            for socket in (kind, envelope):
                asked = time.monotonic()
                await socket.send("ping")
                self.assertEqual("ping", await received(socket))
                took.append(time.monotonic() - asked)
            await asyncio.sleep(0.005)
        self.assertEqual("after", answer.result())
        self.broker.wait_for_log("hostile.js was stopped")
        print(f"{what}: back after {time.monotonic() - begin:.2f} s; others meanwhile: "
              f"median {statistics.median(took) * 1000:.2f} ms, worst {max(took) * 1000:.1f} ms of {len(took)}")

    async def test_an_endless_loop(self):
        await self.stopped_by("loop")

    @unittest.skipIf(PATIENCE > 1, "a sanitizer takes memory of its own, so that there is no limit then")
    async def test_endless_allocation(self):
        await self.stopped_by("allocate")

    @unittest.skipIf(PATIENCE > 1, "a sanitizer takes memory of its own, so that there is no limit then")
    async def test_a_builtin_that_takes_seconds(self):
        await self.stopped_by("native")

    async def test_a_request_that_hangs_is_answered(self):
        answer = get(self.broker, "/hostile/loop")
        self.assertEqual((504, "service.stopped"), (answer.status, answer.json()["error"]["code"]))

    async def test_what_it_throws_is_in_the_log_with_its_line_and_costs_nothing(self):
        socket = await connect(self.broker, "/hostile/ws")
        await socket.send("throw")
        await socket.send("after")
        self.assertEqual("after", await received(socket))
        self.broker.wait_for_log(r"hostile\.js, line 10: .*thrown on purpose")

    async def test_much_log_is_bounded(self):
        socket = await connect(self.broker, "/hostile/ws")
        await socket.send("log")
        self.assertEqual("log", await received(socket))
        await socket.send("after")
        self.assertEqual("after", await received(socket))
        self.assertLess(len(self.broker.log()), 1_000_000)

    async def test_three_strikes_disable_it_and_a_change_enables_it(self):
        socket = await connect(self.broker, "/hostile/ws")
        for _ in range(3):
            await socket.send("loop")
        self.broker.wait_for_log("hostile.js is disabled")
        self.assertEqual((503, "service.disabled"), (lambda answer: (answer.status, answer.json()["error"]["code"]))(get(self.broker, "/hostile/loop")))
        await socket.send("anybody?")
        self.assertEqual(1011, await close_code(socket), "what nobody hears is not lost in silence")
        kind = await connect(self.broker, "/kind/ws")
        await kind.send("still here")
        self.assertEqual("still here", await received(kind))
        self.write("hostile.js", HOSTILE + "// mended\n")
        self.broker.wait_for_log("hostile.js serves", count=2)

    async def test_a_script_changes_under_its_clients(self):
        socket = await connect(self.broker, "/kind/ws")
        self.write("kind.js", "service({ basePath: \n")
        self.broker.wait_for_log("kind.js cannot be run: line")
        self.write("kind.js", 'service({ basePath: "/kind", upgradePath: "/ws", onTextMessage(client, text) { client.sendText("new " + text); } });')
        self.broker.wait_for_log("kind.js serves", count=2)
        await socket.send("friend")
        self.assertEqual("new friend", await received(socket), "clients are kept")
        Path(self.folder, "kind.js").unlink()
        self.assertEqual(1001, await close_code(socket))
        with self.assertRaises(websockets.InvalidStatusCode) as refused:
            await connect(self.broker, "/kind/ws")
        self.assertEqual(404, refused.exception.status_code)
        self.write("more.js", 'service({ basePath: "/more", upgradePath: "/ws", onOpen(client) { client.sendText("new"); } });')
        await served(self.broker, "/more/ws")
        self.assertEqual("new", await received(await connect(self.broker, "/more/ws")))


class Without(BrokerTestCase):
    settings = {"services.folder": str(EXAMPLES), "endpoints.services.enabled": "false"}

    async def test_services_can_be_switched_off(self):
        self.assertEqual(404, get(self.broker, "/groupInfo/rm-even").status)
        self.assertNotIn("serves", self.broker.log())


if __name__ == "__main__":
    unittest.main()
