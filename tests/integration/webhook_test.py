# SPDX-License-Identifier: GPL-3.0-or-later
"""The webhook: each envelope of a socket is posted to an application, in order, whatever state that one is in."""

import asyncio
import signal
import socket
import threading
import time
import unittest

from broker_process import PATIENCE, AsyncTestCase, BrokerProcess, run_signalbox
from clients import Client, http_request, post, to, until
from webhook_application import PATH, ChatApplication, WebhookApplication

FAST = {"retry_delay": "20ms", "max_retry_delay": "100ms", "breaker_pause": "200ms"}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def chat(text, group="room"):
    return {"action": "broadcastchatmessage", "message": text, "recipients": to(("group", group))}


def texts(calls):
    return [call.json()["message"] for call in calls]


class WebhookTestCase(AsyncTestCase):
    def application(self, answers=lambda call: 200, port=0):
        application = WebhookApplication(answers, port)
        self.addCleanup(application.stop)
        return application

    def broker(self, url, **settings):
        settings = {f"webhook.{key}": value for key, value in {"url": url, **FAST, **settings}.items()}
        broker = BrokerProcess(settings=settings)
        self.addCleanup(lambda: broker.is_running() and broker.stop())
        return broker

    async def stop(self, broker):
        await asyncio.to_thread(broker.stop)  # meanwhile the clients answer its close frames
        broker.assert_clean()


class Calls(WebhookTestCase):
    async def test_the_bytes_come_as_they_were_sent_with_who_sent_them(self):
        application = self.application()
        broker = self.broker(application.url)
        anna = await Client.connect(broker, groups=["room", "büro 1"], user="anna ä")
        text = '{ "action":"a", "groupid":"room", "message":1.50, "own":["ä"] }'
        await anna.send(text)
        await until(lambda: application.taken)
        call = application.taken[0]
        self.assertEqual(text.encode(), call.body)
        self.assertEqual(PATH, call.path)
        self.assertEqual("application/json", call.headers["Content-Type"])
        self.assertRegex(call.headers["User-Agent"], r"^Signalbox/\d")
        self.assertEqual({"X-Signalbox-Message": "m1", "X-Signalbox-Attempt": "1", "X-Signalbox-Client": "c1",
                          "X-Signalbox-User": "anna%20%C3%A4", "X-Signalbox-Groups": "room,b%C3%BCro%201"},
                         {name: value for name, value in call.headers.items() if name.startswith("X-")})
        await anna.close()
        await self.stop(broker)

    async def test_what_the_modes_deliver_and_post(self):
        for mode, delivered, posted in (("auto", False, True), ("webhook", False, True), ("both", True, True),
                                        ("relay", True, False)):
            with self.subTest(mode):
                application = self.application()
                broker = self.broker(application.url, mode=mode)
                anna = await Client.connect(broker, groups=["room"])
                await anna.send(chat("hello"))
                if posted:
                    await until(lambda: application.taken)
                post(broker, {"action": "fence", "recipients": to("all")})
                first = await anna.next_json()
                self.assertEqual("broadcastchatmessage" if delivered else "fence", first["action"])
                self.assertEqual(int(posted), len(application.calls))
                await anna.close()
                await self.stop(broker)

    async def test_pushes_and_what_is_no_envelope_are_not_posted(self):
        application = self.application()
        broker = self.broker(application.url)
        anna = await Client.connect(broker, groups=["room"])
        post(broker, chat("pushed"))
        await anna.send("no envelope")
        await anna.send(chat("sent"))
        await until(lambda: application.taken)
        self.assertEqual(["sent"], texts(application.calls))
        await anna.close()
        await self.stop(broker)

    async def test_the_chat_sample_of_the_vendor(self):
        application = ChatApplication()
        self.addCleanup(application.stop)
        broker = self.broker(application.url)
        application.base_url = broker.http_url()
        anna, ben = [await Client.connect(broker, path="/__initializeSocket.wc", groups=["room"], user=user)
                     for user in ("anna", "ben")]
        await anna.send({**chat("hello **world** <b>"), "userId": "anna"})
        for client in (anna, ben):
            message = await client.next_json()
            self.assertEqual(("hello <strong>world</strong> &lt;b&gt;", "anna"), (message["message"], message["userId"]))
        await anna.close()
        await ben.close()
        await self.stop(broker)

    async def test_clients_in_parallel_each_in_order(self):
        def slow(call):
            time.sleep(0.01)
            return 200

        application = self.application(slow)
        broker = self.broker(application.url, parallel=4, mode="webhook")
        clients = [await Client.connect(broker, user=f"u{n}") for n in range(8)]
        for number in range(20):
            for index, client in enumerate(clients):
                await client.send(chat(f"{index}:{number}"))
        await until(lambda: len(application.taken) == 160, within=30)
        for index in range(8):
            own = [text for text in texts(application.calls) if text.startswith(f"{index}:")]
            self.assertEqual([f"{index}:{number}" for number in range(20)], own)
        self.assertTrue(1 < application.most_running <= 4, application.most_running)
        for client in clients:
            await client.close()
        await self.stop(broker)


class Trouble(WebhookTestCase):
    async def asyncSetUp(self):
        await super().asyncSetUp()
        self.state = 200

    async def send_one(self, broker, text="hello"):
        anna = await Client.connect(broker, user="anna")
        self.addAsyncCleanup(anna.close)
        await anna.send(chat(text))
        return anna

    async def test_dead_and_back_again_in_order(self):
        port = free_port()
        broker = self.broker(f"http://127.0.0.1:{port}{PATH}", retries=100)
        clients = [await Client.connect(broker) for _ in range(3)]
        for number in range(10):
            for index, client in enumerate(clients):
                await client.send(chat(f"{index}:{number}"))
        broker.wait_for_log(r"the application does not answer: no calls for 0.2 s")
        application = self.application(port=port)
        await until(lambda: len(application.taken) == 30)
        for index in range(3):
            own = [text for text in texts(application.taken) if text.startswith(f"{index}:")]
            self.assertEqual([f"{index}:{number}" for number in range(10)], own)
        broker.wait_for_log(r"the application answers again")
        for client in clients:
            await client.close()
        await self.stop(broker)

    async def test_an_open_circuit_keeps_calls_away_but_for_one(self):
        application = self.application(lambda call: self.state)
        self.state = 500
        broker = self.broker(application.url, retries=100, parallel=1, breaker_failures=3, breaker_pause="500ms")
        for _ in range(5):
            await self.send_one(broker)
        broker.wait_for_log(r"no calls for 0.5 s \(webhook.breaker_pause\); \d wait")
        opened = len(application.calls)
        self.assertEqual(3, opened)
        begin = time.monotonic()
        await until(lambda: len(application.calls) >= opened + 3)  # one after each pause
        self.assertGreater(time.monotonic() - begin, 1.2)
        self.state = 200
        await until(lambda: len(application.taken) == 5)
        await self.stop(broker)

    async def test_a_failed_call_comes_again_with_the_same_id(self):
        application = self.application(lambda call: 503 if call.headers["X-Signalbox-Attempt"] != "3" else 200)
        broker = self.broker(application.url)
        anna = await self.send_one(broker, "first")
        await anna.send(chat("second"))
        await until(lambda: len(application.taken) == 2)
        self.assertEqual(["first"] * 3 + ["second"] * 3, texts(application.calls))
        self.assertEqual(["m1"] * 3 + ["m2"] * 3, [call.headers["X-Signalbox-Message"] for call in application.calls])
        await self.stop(broker)

    async def test_statuses_that_are_final_and_those_that_are_not(self):
        for status, code, attempts in ((400, "webhook.refused", 1), (404, "webhook.refused", 1), (301, "webhook.redirected", 1),
                                       (307, "webhook.redirected", 1), (500, "webhook.failed", 3), (429, "webhook.failed", 3)):
            with self.subTest(status):
                target = self.application()
                application = self.application(lambda call, s=status: (s, {"Location": target.url, "Retry-After": "0"}))
                broker = self.broker(application.url, retries=2)
                anna = await self.send_one(broker)
                answer = await anna.next_json()
                self.assertEqual(("$error", code), (answer["action"], answer["code"]))
                self.assertEqual(attempts, len(application.calls))
                self.assertEqual([], target.calls)
                broker.wait_for_log(rf"m1 of c1 did not reach the application: {code}, status {status}, attempt {attempts}")
                broker.send_signal(signal.SIGUSR2)
                broker.wait_for_log(r"state: webhook: 0 calls taken, 1 failed, 0 refused for want of room")
                await self.stop(broker)

    async def test_retry_after_is_waited_for(self):
        times = []

        def answers(call):
            times.append(time.monotonic())
            return 200 if len(times) > 1 else (429, {"Retry-After": "1"})

        application = self.application(answers)
        broker = self.broker(application.url, max_retry_delay="5s")
        await self.send_one(broker)
        await until(lambda: application.taken)
        self.assertGreater(times[1] - times[0], 0.9)
        await self.stop(broker)

    async def test_an_application_that_hangs_is_given_up(self):
        release = threading.Event()
        self.addCleanup(release.set)
        application = self.application(lambda call: release.wait(60) and 200)
        broker = self.broker(application.url, timeout="100ms", retries=1)
        anna = await self.send_one(broker)
        self.assertEqual("webhook.timeout", (await anna.next_json())["code"])
        self.assertEqual(2, len(application.calls))
        await self.stop(broker)

    async def test_nothing_and_nonsense(self):
        for answer, codes in ((b"", ("webhook.not_reached",)), (b"hello\r\nworld\r\n\r\n", ("webhook.not_http", "webhook.not_reached")),
                              (b"\x00\xff" * 3000, ("webhook.not_http", "webhook.not_reached"))):
            with self.subTest(answer[:10]):
                listener = socket.create_server(("127.0.0.1", 0))
                self.addCleanup(listener.close)

                def serve(listener=listener, answer=answer):
                    while True:
                        try:
                            peer, _ = listener.accept()
                        except OSError:
                            return
                        with peer:
                            peer.recv(65536)
                            peer.sendall(answer)

                threading.Thread(target=serve, daemon=True).start()
                broker = self.broker(f"http://127.0.0.1:{listener.getsockname()[1]}/", retries=1, timeout="2s")
                anna = await self.send_one(broker)
                self.assertIn((await anna.next_json())["code"], codes)
                await self.stop(broker)

    async def test_an_answer_without_end_is_cut_off(self):
        listener = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(listener.close)
        cut = threading.Event()

        def serve():
            peer, _ = listener.accept()
            with peer:
                peer.recv(65536)
                peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
                try:
                    while True:
                        peer.sendall(b"x" * 65536)
                except OSError:
                    cut.set()

        threading.Thread(target=serve, daemon=True).start()
        broker = self.broker(f"http://127.0.0.1:{listener.getsockname()[1]}/")
        await self.send_one(broker)
        await until(cut.is_set)
        await self.stop(broker)

    async def test_what_does_not_fit_is_refused_to_its_client(self):
        release = threading.Event()
        self.addCleanup(release.set)
        application = self.application(lambda call: release.wait(60) and 200)
        broker = self.broker(application.url, max_queue="1100 KiB", max_queue_per_client="1 MiB", timeout="60s")
        anna, ben = [await Client.connect(broker, user=user) for user in ("anna", "ben")]
        await anna.send(chat("x" * 900_000))
        await anna.send(chat("y" * 200_000))
        self.assertEqual("webhook.client_queue_full", (await anna.next_json())["code"])
        await ben.send(chat("z" * 300_000))
        self.assertEqual("webhook.queue_full", (await ben.next_json())["code"])
        await ben.send(chat("small"))
        release.set()
        await until(lambda: len(application.taken) == 2)
        self.assertEqual({"x", "s"}, {text[0] for text in texts(application.taken)})
        await anna.close()
        await ben.close()
        await self.stop(broker)

    async def test_a_slow_application_slows_no_client(self):
        release = threading.Event()
        self.addCleanup(release.set)
        application = self.application(lambda call: release.wait(60) and 200)
        broker = self.broker(application.url, mode="both", timeout="60s")
        anna = await Client.connect(broker, groups=["room"])
        for number in range(200):
            await anna.send(chat(number))
        self.assertEqual(list(range(200)), [(await anna.next_json())["message"] for _ in range(200)])
        self.assertEqual(200, http_request(broker, "GET", "/readyz").status)
        self.assertEqual([], application.taken)
        release.set()
        await until(lambda: len(application.taken) == 200)
        await anna.close()
        await self.stop(broker)


class Stopping(WebhookTestCase):
    async def test_what_waits_is_sent_before_the_end(self):
        def slow(call):
            time.sleep(0.02)
            return 200

        application = self.application(slow)
        broker = self.broker(application.url)
        anna = await Client.connect(broker)
        for number in range(20):
            await anna.send(chat(number))
        await until(lambda: application.calls)
        self.assertLess(len(application.taken), 20)
        await asyncio.gather(anna.closed(), self.stop(broker))
        self.assertEqual(list(range(20)), texts(application.taken))

    async def test_a_dead_application_holds_the_end_up_no_longer_than_the_drain_timeout(self):
        broker = self.broker(f"http://127.0.0.1:{free_port()}/", mode="both", retries=100)
        anna = await Client.connect(broker, groups=["room"])
        await anna.send(chat("lost"))
        await anna.next()  # so it is on its way to the application, too
        begin = time.monotonic()
        await asyncio.gather(anna.closed(), self.stop(broker))
        self.assertLess(time.monotonic() - begin, 5.5 * PATIENCE)
        self.assertRegex(broker.log(), r"m1 of c1 did not reach the application: webhook\.stopped")


class Configuration(unittest.TestCase):
    def start(self, **environment):
        return run_signalbox("--no-gui", "--listen", "127.0.0.1:0", environment=environment)

    def test_a_bad_url_is_named(self):
        for url in ("localhost/app", "ftp://host/", "http://", "http://user:secret@host/", "http://host/#part"):
            with self.subTest(url):
                done = self.start(SIGNALBOX_WEBHOOK_URL=url)
                self.assertEqual(78, done.returncode)
                self.assertRegex(done.stderr, r"webhook\.url|SIGNALBOX_WEBHOOK_URL")
                self.assertNotIn("secret", done.stderr)

    def test_a_mode_that_needs_a_url(self):
        done = self.start(SIGNALBOX_WEBHOOK_MODE="both")
        self.assertEqual(78, done.returncode)
        self.assertIn("webhook.mode", done.stderr)


if __name__ == "__main__":
    unittest.main()
