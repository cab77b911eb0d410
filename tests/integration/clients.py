# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients that others wrote: python3-websockets and Python's HTTP client."""

import asyncio
import http.client
import itertools
import json
import time
from dataclasses import dataclass
from urllib.parse import quote

from broker_process import PATIENCE, skip_program

try:
    import websockets
except ImportError:
    skip_program("python3-websockets is not installed")

ENDPOINT = "/__broadcastWebSocket.wc"
_fences = itertools.count(1)


def to(*entries):
    """Recipients: to(("group", "demo"), "all")."""
    return [{"type": entry} if isinstance(entry, str) else {"type": entry[0], "value": entry[1]} for entry in entries]


_sockets_of_test = []


def of_test(socket):
    """The same; close_sockets() closes it."""
    _sockets_of_test.append(socket)
    return socket


async def close_sockets():
    """To be called when a test ends: the library would wait for seconds on what it leaves open."""
    while _sockets_of_test:
        await _sockets_of_test.pop().close()


class Client:
    """One connection; `received` keeps the texts that came."""

    def __init__(self, connection):
        self._connection = connection
        self.received = []

    @classmethod
    async def connect(cls, broker, *, path="/ws", groups=(), user=None, tags=(), **options):
        parts = [f"groupId={quote(group, safe='')}" for group in groups]
        parts += [f"userId={quote(user, safe='')}"] if user else []
        parts += ["tags=" + ",".join(quote(tag, safe="") for tag in tags)] if tags else []
        address = broker.url(path) + ("?" + "&".join(parts) if parts else "")
        settings = {"ping_interval": None, "compression": None, "max_size": None, "max_queue": None,
                    "open_timeout": 20 * PATIENCE, "close_timeout": 5 * PATIENCE, **options}
        return cls(await websockets.connect(address, **settings))

    async def send(self, message):
        await self._connection.send(message if isinstance(message, (str, bytes)) else json.dumps(message))

    async def send_parts(self, parts):
        """One message in fragments."""
        await self._connection.send(parts)

    async def next(self):
        """The next message, as text or bytes."""
        message = await asyncio.wait_for(self._connection.recv(), 20 * PATIENCE)
        self.received.append(message)
        return message

    async def next_json(self):
        return json.loads(await self.next())

    async def close(self, code=1000, reason=""):
        await self._connection.close(code, reason)

    async def closed(self):
        """The code and the reason that the broker closed with."""
        await asyncio.wait_for(self._connection.wait_closed(), 20 * PATIENCE)
        return self._connection.close_code, self._connection.close_reason

    @property
    def subprotocol(self):
        return self._connection.subprotocol


async def texts_before_fence(sender, clients):
    """What each client got before a message that `sender` now sends to everybody.

    The messages of one sender arrive in the order sent, so this is all that the sender's earlier messages brought.
    """
    mark = f"fence {next(_fences)}"
    await sender.send({"action": "fence", "message": mark, "recipients": to("all")})

    async def read(client):
        texts = []
        while True:
            text = await client.next()
            if mark in text:
                return texts
            texts.append(text)

    return await asyncio.gather(*(read(client) for client in clients))


async def until(condition, within=10):
    """Waits for what becomes true by itself: the broker tells nobody when it has noticed."""
    deadline = time.monotonic() + within * PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError("it has not become true")
        await asyncio.sleep(0.02)


@dataclass
class Answer:
    status: int
    headers: dict
    body: bytes

    def json(self):
        return json.loads(self.body)


def http_request(broker, method, target, *, headers=None, body=None):
    connection = http.client.HTTPConnection("127.0.0.1", broker.port, timeout=20 * PATIENCE)
    try:
        connection.request(method, target, body=body, headers=headers or {})
        response = connection.getresponse()
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
    finally:
        connection.close()


def post(broker, envelope, target=ENDPOINT, headers=None):
    """Sends an envelope over HTTP; an object is written as JSON."""
    body = envelope if isinstance(envelope, bytes) else json.dumps(envelope).encode()
    return http_request(broker, "POST", target, body=body, headers={"Content-Type": "application/json", **(headers or {})})


def counts(answer):
    """recipients, sent, queued, dropped of a receipt."""
    receipt = answer.json()
    return tuple(receipt[key] for key in ("recipients", "sent", "queued", "dropped"))
