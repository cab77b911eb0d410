# SPDX-License-Identifier: GPL-3.0-or-later
"""The samples that the makers of the old systems print for their HTTP and socket messages: as they stand where they are
JSON, and where they are not, once as printed, which is refused with the place, and once corrected."""

import json
import unittest

from broker_process import BrokerTestCase
from clients import ENDPOINT, Client, http_request, texts_before_fence

# The form of West Wind's message, with their names; the manual prints it with comments and without the comma between
# the recipients, in the way of JavaScript.
ENVELOPE = """{
    "action": "broadcastchatmessage",
    "message": "hello **world**",
    "groupId": "chatusers",
    "userId": "rstrahl",
    "recipients": [
        { "type": "group", "value": "chatusers" },
        { "type": "allButUser", "value": "rstrahl" }
    ]
}"""
AS_PRINTED = """{
    // the action
    action: action,
    recipients: [
        { type: 'group', value: 'chatusers' }
        { type: 'allButUser', value: 'rstrahl' }
    ]
}"""
RAW_RECEIVERS = '{"sockets": ["socket1", "socket2"], "tags": ["level1", "level2"]}'


class Envelopes(BrokerTestCase):
    async def asyncSetUp(self):
        await super().asyncSetUp()
        self.rick = await Client.connect(self.broker, path="/__initializeSocket.wc", groups=["chatusers"], user="rstrahl")
        self.anna = await Client.connect(self.broker, path="/__initializeSocket.wc", groups=["chatusers"], user="anna")
        self.ben = await Client.connect(self.broker, path="/__initializeSocket.wc", groups=["others"], user="ben")

    async def asyncTearDown(self):
        for client in (self.rick, self.anna, self.ben):
            await client.close()

    async def test_over_a_socket_and_over_http_the_group_gets_it_without_its_sender(self):
        await self.rick.send(ENVELOPE)
        answer = http_request(self.broker, "POST", ENDPOINT, body=ENVELOPE.encode(), headers={"Content-Type": "application/json"})
        self.assertEqual((200, 1), (answer.status, answer.json()["recipients"]))
        got = await texts_before_fence(self.rick, [self.rick, self.anna, self.ben])
        self.assertEqual([[], [ENVELOPE, ENVELOPE], []], got)  # byte for byte

    async def test_as_printed_it_is_refused_and_what_is_expected_is_said(self):
        await self.rick.send(AS_PRINTED)
        answer = http_request(self.broker, "POST", ENDPOINT, body=AS_PRINTED.encode(), headers={"Content-Type": "application/json"})
        error = await self.rick.next_json()
        self.assertEqual(("$error", "envelope.not_json"), (error["action"], error["code"]))
        self.assertEqual((400, "envelope.not_json"), (answer.status, answer.json()["error"]["code"]))
        self.assertIn('{"action":', error["message"])
        await self.rick.send(ENVELOPE)  # the connection is still there
        self.assertEqual([[], [ENVELOPE]], await texts_before_fence(self.rick, [self.rick, self.anna]))

    async def test_without_recipients_it_goes_to_those_without_a_group(self):
        lonely = await Client.connect(self.broker, path="/__initializeSocket.wc")
        envelope = {**json.loads(ENVELOPE), "recipients": []}
        await self.rick.send(envelope)
        self.assertEqual(envelope, await lonely.next_json())
        await lonely.close()


class ManagedWebSocket(BrokerTestCase):
    def test_receivers_as_printed_are_taken_though_nobody_has_these_names(self):
        body = f'{{"data":"Hello World!","receivers":{RAW_RECEIVERS}}}'
        answer = http_request(self.broker, "POST", "/v1/messages", body=body.encode(), headers={"Content-Type": "application/json"})
        self.assertEqual((201, body), (answer.status, answer.body.decode()))


if __name__ == "__main__":
    unittest.main()
