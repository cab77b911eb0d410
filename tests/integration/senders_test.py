# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that push over HTTP: the FoxPro class, as it would write its requests, and each file of resources/examples."""

import json
import re
import shutil
import subprocess
import unittest
from pathlib import Path

from broker_process import PATIENCE, BrokerTestCase
from clients import Client, http_request, post, to

EXAMPLES = Path(__file__).resolve().parents[2] / "resources" / "examples"

# What Windows' HTTP libraries send, each a way from FoxPro to here.
HEADER_SETS = {
    "wwHttp over WinInet": {"Content-Type": "application/json", "User-Agent": "West Wind Internet Protocols 7.20",
                            "Accept": "*/*", "Connection": "Keep-Alive", "Cache-Control": "no-cache", "Pragma": "no-cache"},
    "wwHttp without a content type": {"Content-Type": "application/x-www-form-urlencoded",
                                      "User-Agent": "West Wind Internet Protocols 7.20", "Accept": "*/*"},
    "WinHttpRequest": {"Content-Type": "application/json; charset=utf-8", "Accept": "*/*", "Connection": "Keep-Alive",
                       "User-Agent": "Mozilla/4.0 (compatible; Win32; WinHttp.WinHttpRequest.5)"},
    "ServerXMLHTTP": {"Content-Type": "text/plain; Charset=UTF-8", "Accept": "*/*", "Accept-Language": "en-us",
                      "User-Agent": "Mozilla/4.0 (compatible; Win32; WinHttp.WinHttpRequest.5)"},
    "HttpClient of .NET": {"Content-Type": "application/json; charset=utf-8", "Expect": "100-continue"},
    "a bare socket": {"Connection": "close"},
}

PATHS = ("/__broadcastWebSocket.wc", "/__broadcastwebsocket.wc", "/__broadcastsocket.wc", "/app/__broadcastWebSocket.wc",
         "//__broadcastWebSocket.wc", "/wconnect/weblog/__BroadcastWebSocket.wc")

# How wwJsonSerializer may write the object of CreateMessageObject(): lower-case, or proper where names are mapped.
BODIES = {
    "lower case, as FoxPro has it":
        '{"action":"chat","groupid":"","message":"%s","recipients":[{"type":"group","value":"demo"}],"userid":""}',
    "proper case":
        '{"action":"chat","message":"%s","groupId":"demo","userId":"RickFox","recipients":[{"type":"group","value":"demo"}]}',
    "upper case": '{"ACTION":"chat","MESSAGE":"%s","RECIPIENTS":[{"TYPE":"group","VALUE":"demo"}],"USERID":"RickFox"}',
    "mixed case of type and value": '{"action":"chat","message":"%s","recipients":[{"Type":"Group","Value":"demo"}]}',
    "nulls for what was not set":
        '{"action":"chat","groupid":null,"message":"%s","recipients":[{"type":"group","value":"demo"}],"userid":null}',
    "pretty printed":
        '{\r\n   "action": "chat",\r\n   "message": "%s",\r\n   "recipients": [\r\n      {\r\n         "type": "group",\r\n'
        '         "value": "demo"\r\n      }\r\n   ]\r\n}\r\n',
    "properties of the class itself": '{"action":"chat","cbaseurl":"http://x/","message":"%s","nerror":0,"lerror":false,'
                                      '"recipients":[{"type":"group","value":"demo"}]}',
}


class FoxPro(BrokerTestCase):
    async def asyncSetUp(self):
        await super().asyncSetUp()
        self.listener = await Client.connect(self.broker, groups=["demo"], user="anna")

    async def asyncTearDown(self):
        await self.listener.close()

    async def test_every_way_to_write_it_with_every_set_of_headers_at_every_path(self):
        for headers in HEADER_SETS:
            for number, (name, body) in enumerate(BODIES.items()):
                path = PATHS[(number + len(headers)) % len(PATHS)]
                with self.subTest(headers=headers, body=name, path=path):
                    text = (body % name).encode()
                    answer = http_request(self.broker, "POST", path, headers=HEADER_SETS[headers], body=text)
                    self.assertEqual(200, answer.status, answer.body)
                    self.assertEqual(1, answer.json()["recipients"])
                    self.assertEqual(name, (await self.listener.next_json())["message"])

    async def test_every_path(self):
        for path in PATHS:
            with self.subTest(path):
                body = (BODIES["proper case"] % path).encode()
                self.assertEqual(200, http_request(self.broker, "POST", path, body=body).status)
                self.assertEqual(path, (await self.listener.next_json())["message"])

    async def test_a_name_padded_to_the_width_of_its_field_is_another_name_and_the_answer_says_so(self):
        for name, type_ in (("demo".ljust(20), "group"), ("anna".ljust(10), "user")):
            with self.subTest(type_):
                receipt = post(self.broker, {"action": "chat", "message": "x", "recipients": to((type_, name))}).json()
                self.assertEqual(0, receipt["recipients"])
                self.assertIn(f"{len(name) - 4} trailing blanks", receipt["hint"])

    async def test_all_but_user_under_both_of_its_names(self):
        for type_ in ("allButUser", "allExceptUser", "allexceptuser"):
            with self.subTest(type_):
                ben = await Client.connect(self.broker, groups=["demo"], user="ben")
                envelope = {"action": "chat", "message": type_, "recipients": to(("group", "demo"), (type_, "anna"))}
                self.assertEqual(1, post(self.broker, envelope).json()["recipients"])
                self.assertEqual(type_, (await ben.next_json())["message"])
                await ben.close()

    async def test_no_recipients_reach_those_without_a_group(self):
        lonely = await Client.connect(self.broker)
        body = b'{"action":"chat","groupid":"","message":"to all","recipients":[],"userid":""}'
        self.assertEqual(1, http_request(self.broker, "POST", PATHS[0], body=body).json()["recipients"])
        self.assertEqual("to all", (await lonely.next_json())["message"])
        await lonely.close()


class Examples(BrokerTestCase):
    PROGRAMS = {"curl-sender.sh": ("sh", "curl"), "python-sender.py": ("python3", "Python"), "php-sender.php": ("php", "PHP"),
                "node-sender.mjs": ("node", "Node")}

    async def asyncSetUp(self):
        await super().asyncSetUp()
        self.listener = await Client.connect(self.broker, groups=["demo"])

    async def asyncTearDown(self):
        await self.listener.close()

    @staticmethod
    def run_example(name, program, base_url):
        return subprocess.run([program, str(EXAMPLES / name), base_url], capture_output=True, text=True,
                              timeout=30 * PATIENCE, check=False)

    async def test_each_sends_its_message(self):
        for name, (program, word) in self.PROGRAMS.items():
            with self.subTest(name):
                if shutil.which(program) is None:
                    self.skipTest(f"{program} is not installed")
                done = self.run_example(name, program, self.broker.http_url())
                self.assertEqual((0, ""), (done.returncode, done.stderr))
                self.assertIn("1", done.stdout)
                self.assertEqual(f"Hello from {word}", (await self.listener.next_json())["message"])

    async def test_each_fails_where_no_broker_is(self):
        for name, (program, _) in self.PROGRAMS.items():
            with self.subTest(name):
                if shutil.which(program) is None:
                    self.skipTest(f"{program} is not installed")
                done = self.run_example(name, program, "http://127.0.0.1:1/")
                self.assertNotEqual(0, done.returncode)
                self.assertNotEqual("", done.stderr)

    async def test_each_says_what_was_refused(self):
        for name, (program, _) in self.PROGRAMS.items():
            with self.subTest(name):
                if shutil.which(program) is None:
                    self.skipTest(f"{program} is not installed")
                done = self.run_example(name, program, self.broker.http_url("/nowhere?"))
                self.assertNotEqual(0, done.returncode)
                self.assertIn("http.not_found", done.stdout + done.stderr)

    async def test_the_requests_of_the_foxpro_example(self):
        text = (EXAMPLES / "foxpro-sender.prg").read_text(encoding="ascii")
        self.assertIn('cBaseUrl = "http://localhost:5210/"', text)
        method, url = re.search(r'\.Open\("(\w+)", "(.*?)", \.F\.\)', text).groups()
        header = re.search(r'\.SetRequestHeader\("(.*?)", "(.*?)"\)', text).groups()
        body = re.search(r"\.Send\('(.*)'\)", text).group(1)
        self.assertTrue(url.startswith("http://localhost:5210/"))
        answer = http_request(self.broker, method, url.removeprefix("http://localhost:5210"), headers=dict([header]),
                              body=body.encode())
        self.assertEqual((200, 1), (answer.status, answer.json()["recipients"]))
        self.assertEqual("Hello again", (await self.listener.next_json())["message"])

    def test_what_no_test_runs_says_so(self):
        played = {*self.PROGRAMS, "foxpro-sender.prg"}
        for file in EXAMPLES.glob("*-sender.*"):
            self.assertEqual(file.name not in played, "Untested" in file.read_text(encoding="utf-8"), file.name)


if __name__ == "__main__":
    unittest.main()
