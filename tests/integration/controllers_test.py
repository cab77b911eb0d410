# SPDX-License-Identifier: GPL-3.0-or-later
"""Controllers and subprotocols of scripts, over real sockets."""

import asyncio
import json
import tempfile
import time
import unittest
from pathlib import Path

import websockets

from broker_process import PATIENCE, AsyncTestCase, BrokerProcess, BrokerTestCase, run_signalbox, skip_program
from clients import Client, close_sockets, of_test, until
from xsockets_clients import connect as connect_xsockets, opened, read, said, subscribed, upper

if "services" not in run_signalbox("--version").stdout:
    skip_program("this build has no services")

WORKERS = 2
EXAMPLES = Path(__file__).parents[2] / "resources" / "services"
SETTINGS = {"services.call_timeout": "10s", "threads.workers": WORKERS}
SCRIPT = """
const verbs = { invoke, invokeToAll, invokeToOthers, publish, publishToAll, publishToOthers };
service({
    controller: "Room",
    subprotocol: "tcd",
    methods: {
        echo(client, data) { return data; },
        fail() { throw new Error("not today"); },
        tell(client, { verb, topic }) { verbs[verb](topic, client.id); },
        keep(client, data) { publishToAll("kept", data, { retained: true, acknowledged: true }); },
        to(client, { level }) { invokeTo((one) => one.getProperty("level") >= level, "high", client.getProperty("level")); },
        set(client, data) { client.setProperty("level", data); },
        other() { controller("chat").invokeToAll("news", 1); },
        blob(client, data, binary) { invoke("blob", data, { binary }); },
    },
    onClosed(client) { publishToAll("gone", client.id); },
});
"""


async def connect(broker, **options):
    return of_test(await connect_xsockets(broker, **options))


async def speak(broker, subprotocol, path="/"):
    return of_test(await websockets.connect(broker.url(path), subprotocols=[subprotocol], ping_interval=None,
                                            compression=None))


async def received(socket):
    return json.loads(await asyncio.wait_for(socket.recv(), 20 * PATIENCE))


async def close_code(socket):
    await asyncio.wait_for(socket.wait_closed(), 20 * PATIENCE)
    return socket.close_code


class Controllers(BrokerTestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        (Path(folder.name) / "room.js").write_text(SCRIPT)
        cls.settings = {**SETTINGS, "services.folder": folder.name}
        super().setUpClass()

    async def asyncSetUp(self):
        await super().asyncSetUp()
        self.addAsyncCleanup(close_sockets)
        self.broker.wait_for_log("serves controller room")
        await self.known("room")

    async def known(self, controller):
        """Each worker hears of controllers a moment after the log; connections go round."""
        for _ in range(2 * WORKERS):
            while True:
                client = await connect(self.broker)
                await opened(client, controller)
                await client.send(upper(controller, "echo", 1))
                answer = asyncio.ensure_future(said(client))
                done, _ = await asyncio.wait([answer], timeout=2 * PATIENCE)
                answer.cancel()
                await client.close()
                if done:
                    break

    async def test_what_a_method_returns_and_throws_comes_to_its_caller(self):
        client = await connect(self.broker)
        await client.send(upper("ROOM", "Echo", {"a": [1]}))
        self.assertEqual(("room", "2"), (await said(client))[:2])
        self.assertEqual(("room", "Echo", {"a": [1]}), await said(client))
        await client.send(upper("room", "fail"))
        name, topic, error = await said(client)
        self.assertEqual(("room", "4", "service.failed"), (name, topic, error["code"]))
        self.assertIn("not today", error["message"])
        await client.send(upper("room", "nothing"))
        self.assertIn("has no method nothing", (await said(client))[2]["message"])
        for topic in ("onClosed", "constructor", "__proto__"):
            await client.send(upper("room", topic, 1))
            self.assertEqual("4", (await said(client))[1])

    async def test_who_gets_what(self):
        sender, other, subscriber = [await connect(self.broker) for _ in range(3)]
        for client in (sender, other, subscriber):
            await opened(client, "room")
        outsider = await connect(self.broker)
        await opened(outsider, "chat")
        await subscribed(subscriber, "t", "room")
        for verb, reached in (("invoke", [sender]), ("invokeToAll", [sender, other, subscriber]),
                              ("invokeToOthers", [other, subscriber]), ("publishToAll", [subscriber]),
                              ("publishToOthers", [subscriber]), ("publish", [])):
            with self.subTest(verb):
                await sender.send(upper("room", "tell", {"verb": verb, "topic": "t"}))
                await sender.send(upper("room", "echo", verb))
                heard = {client: await said(client) for client in reached}
                self.assertEqual({("room", "t")}, {told[:2] for told in heard.values()} or {("room", "t")})
                self.assertEqual(("room", "echo", verb), await said(sender), "and nothing else")
        await sender.send(upper("room", "other"))
        self.assertEqual(("chat", "news", 1), await said(outsider), "the next that it hears")
        await sender.close()
        await subscribed(other, "gone", "room")

    async def test_a_topic_is_a_group_for_clients_of_other_dialects(self):
        envelopes = await websockets.connect(self.broker.url("/ws?groupId=room/t"), ping_interval=None)
        sender = await connect(self.broker)
        await opened(sender, "room")
        await sender.send(upper("room", "tell", {"verb": "publishToAll", "topic": "t"}))
        envelope = await received(envelopes)
        self.assertEqual(("t", "room/t"), (envelope["action"], envelope["groupId"]))
        await envelopes.close()

    async def test_properties_decide_and_outlive_the_connection(self):
        first = await connect(self.broker)
        persistent = (await opened(first, "room"))["PI"]
        second = await connect(self.broker)
        await opened(second, "room")
        await first.send(upper("room", "set_level", 7))
        await second.send(upper("room", "set", 3))
        await second.send(upper("room", "get_level"))
        await until(lambda: True)
        await first.send(upper("room", "to", {"level": 5}))
        self.assertEqual(("room", "high", 7), await said(first))
        await first.close()
        back = await connect(self.broker, query=f"?persistentid={persistent}")
        await opened(back, "room")
        await back.send(upper("room", "to", {"level": 5}))
        self.assertEqual(("room", "high", 7), await said(back))

    async def test_a_publish_is_retained_numbered_and_acknowledged(self):
        sender = await connect(self.broker)
        await opened(sender, "room")
        careful = await connect(self.broker, query="?qos=1")
        await opened(careful, "room")
        await subscribed(careful, "kept", "room")
        await sender.send(upper("room", "keep", "last"))
        told = read(await careful.next())
        self.assertEqual(("kept", '"last"', 1), (told["T"], told["D"], told["Q"]))
        self.assertGreater(told["I"], 0)
        later = await connect(self.broker)
        await opened(later, "room")
        await later.send(upper("room", "5", {"T": "kept", "A": False}))
        self.assertEqual(("room", "kept", "last"), await said(later))

    async def test_the_xsockets_format_under_another_name(self):
        socket = await speak(self.broker, "tcd")
        self.assertEqual("tcd", socket.subprotocol)
        await socket.send('{"t":"echo","c":"room","d":"hi"}')
        self.assertEqual("2", (await received(socket))["T"])
        self.assertEqual({"C": "room", "T": "echo", "D": '"hi"'}, await received(socket))
        await socket.send("no message")
        self.assertEqual(1007, await close_code(socket))


class Examples(BrokerTestCase):
    settings = {**SETTINGS, "services.folder": str(EXAMPLES)}

    async def asyncSetUp(self):
        await super().asyncSetUp()
        self.addAsyncCleanup(close_sockets)
        self.broker.wait_for_log("serves controller demo, subprotocol DemoProtocol")
        self.broker.wait_for_log("serves controller lobby")
        for _ in range(2 * WORKERS):
            while True:
                try:
                    await (await speak(self.broker, "DemoProtocol", "/nowhere")).close()
                    break
                except websockets.InvalidStatusCode as refused:
                    self.assertEqual(404, refused.status_code)
                    await asyncio.sleep(0.02)

    async def test_the_demo_protocol_of_the_documentation(self):
        socket = await speak(self.broker, "DemoProtocol")
        self.assertEqual("DemoProtocol", socket.subprotocol)
        await socket.send(json.dumps({"M": "foo", "J": "{s:'bar',i:42}"}))
        self.assertEqual("2", (await received(socket))["M"], "it has opened the controller")
        told = await received(socket)
        self.assertEqual(("foo", {"stringValue": "bar", "intValue": 42}), (told["M"], json.loads(told["J"])))
        await socket.send("no message")
        self.assertEqual(1007, await close_code(socket))

    async def test_both_formats_meet_in_one_controller(self):
        xsockets = await connect(self.broker)
        await opened(xsockets, "demo")
        sockets = [await speak(self.broker, "DemoProtocol") for _ in range(3)]
        for socket in sockets:
            await socket.send('{"M":"1"}')
            self.assertEqual("2", (await received(socket))["M"])
        for i in range(50):
            await xsockets.send(upper("demo", "count", i))
        for socket in sockets:
            self.assertEqual([(f"count", str(i)) for i in range(50)],
                             [(told["M"], told["J"]) for told in [await received(socket) for _ in range(50)]])
        for i in range(50):
            self.assertEqual(("demo", "count", i), await said(xsockets))
        await sockets[0].send('{"M":"foo","J":"{s:\'x\',i:1}"}')
        self.assertEqual(("demo", "foo", {"stringValue": "x", "intValue": 1}), await said(xsockets))

    async def test_an_envelope_reaches_a_subscriber_of_the_demo_protocol(self):
        socket = await speak(self.broker, "DemoProtocol")
        await socket.send('{"M":"5","J":"{\\"T\\":\\"news\\",\\"A\\":true}"}')
        self.assertEqual(["2", "__news"], [(await received(socket))["M"] for _ in range(2)])
        envelopes = await websockets.connect(self.broker.url("/ws"), ping_interval=None)
        await envelopes.send(json.dumps({"action": "say", "message": {"price": 12},
                                         "recipients": [{"type": "group", "value": "demo/news"}]}))
        told = await received(socket)
        self.assertEqual(("news", {"price": 12}), (told["M"], json.loads(told["J"])))
        await envelopes.close()

    async def test_the_lobby_lets_in_who_has_a_name(self):
        refused = await connect(self.broker)
        await refused.send(upper("lobby", "1"))
        await refused.send(upper("lobby", "say", {"text": "hi"}))
        name, topic, error = await said(refused)
        self.assertEqual(("lobby", "0", "service.not_authorized"), (name, topic, error["code"]))
        self.assertEqual(1008, (await refused.closed())[0])
        client = await connect(self.broker, query="?name=Ann")
        persistent = (await opened(client, "lobby"))["PI"]
        await client.send(upper("lobby", "set_room", "red"))
        await client.send(upper("lobby", "say", {"text": "hi"}))
        self.assertEqual(("lobby", "said", "hi"), (lambda c, t, d: (c, t, d["text"]))(*await said(client)))
        await client.close()
        back = await connect(self.broker, query=f"?name=Ann&persistentid={persistent}")
        await opened(back, "lobby")
        self.assertEqual(("lobby", "welcome_back", "red"), await said(back))

    async def test_the_raw_subprotocol_needs_no_script(self):
        socket = await speak(self.broker, "raw", "/anywhere?groupId=news")
        self.assertEqual("raw", socket.subprotocol)
        envelopes = await websockets.connect(self.broker.url("/ws"), ping_interval=None)
        await envelopes.send(json.dumps({"action": "say", "message": "hello", "recipients": [{"type": "group", "value": "news"}]}))
        self.assertEqual("hello", await asyncio.wait_for(socket.recv(), 20 * PATIENCE))
        await envelopes.close()


class Changing(AsyncTestCase):
    async def test_a_subprotocol_is_offered_while_its_script_is_there(self):
        with tempfile.TemporaryDirectory() as folder:
            script = Path(folder) / "demo.js"
            script.write_text((EXAMPLES / "demo.js").read_text())
            broker = BrokerProcess(settings={**SETTINGS, "services.folder": folder})
            self.addCleanup(broker.stop)
            self.addAsyncCleanup(close_sockets)
            broker.wait_for_log("serves controller demo")
            socket = await speak(broker, "DemoProtocol")
            while socket.subprotocol != "DemoProtocol":
                socket = await speak(broker, "DemoProtocol")
            script.unlink()
            self.assertEqual(1001, await close_code(socket))
            with self.assertRaises(websockets.InvalidStatusCode):
                deadline = time.monotonic() + 10 * PATIENCE  # another worker hears of it a moment later
                while time.monotonic() < deadline:
                    await speak(broker, "DemoProtocol", "/nowhere")


if __name__ == "__main__":
    unittest.main()
