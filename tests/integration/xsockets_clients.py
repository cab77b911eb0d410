# SPDX-License-Identifier: GPL-3.0-or-later
"""What XSockets clients say and hear, for the tests that play them."""

import json

from clients import Client


async def connect(broker, path="/", query=""):
    """`max_queue`: the library answers a close frame while messages wait to be read."""
    return await Client.connect(broker, path=path + query, subprotocols=["XSocketsNET"], max_queue=None)


def upper(controller, topic, data=None, **more):
    """As the published JavaScript client writes it: the data is a string that holds JSON."""
    message = {"C": controller, "T": topic, **more}
    if data is not None:
        message["D"] = json.dumps(data)
    return message


def lower(controller, topic, data=None, **more):
    """As the vendor's own pages write it by hand."""
    return {key.lower(): value for key, value in upper(controller, topic, data, **more).items()}


def read(text):
    """A message, each key of which is there once."""
    def members(pairs):
        assert len({key for key, _ in pairs}) == len(pairs), text
        return dict(pairs)
    return json.loads(text, object_pairs_hook=members)


async def said(client):
    """The next message as (controller, topic, data)."""
    message = read(await client.next())
    assert set(message) <= {"C", "T", "D", "I", "Q", "R"}, message
    return message["C"], message["T"], json.loads(message["D"])


async def opened(client, controller="generic"):
    """Opens a controller; returns what it is told of it."""
    await client.send(upper(controller, "1"))
    name, topic, data = await said(client)
    assert (name, topic) == (controller, "2"), (name, topic)
    return data


async def subscribed(client, topic, controller="generic"):
    await client.send(upper(controller, "5", {"T": topic, "A": True}))
    assert await said(client) == (controller, "__" + topic, {"T": topic, "A": True})


def binary(controller, topic, metadata, blob, **more):
    """Eight bytes of length, little endian, the message, the blob."""
    text = json.dumps(upper(controller, topic, metadata, **more)).encode()
    return len(text).to_bytes(8, "little") + text + blob


def parts_of(payload):
    """The message and the blob of a binary message."""
    length = int.from_bytes(payload[:8], "little")
    return read(payload[8:8 + length]), payload[8 + length:]


async def acknowledge(client, message):
    if message.get("I"):
        await client.send({"C": message["C"], "T": "9", "I": message["I"]})


async def until_answered(client, controller="generic"):
    """What came before the answer to a ping that is sent now."""
    await client.send(upper(controller, "7", "fence"))
    messages = []
    while True:
        message = read(await client.next())
        if message["T"] == "8":
            return messages
        messages.append(message)
