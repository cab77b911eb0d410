# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients for tests/screenshots.sh, on python3-websockets: screenshots_clients.py SCENE ws://127.0.0.1:PORT

Prints "ready" when what the picture shows has happened, and stays until it is ended."""

import asyncio
import json
import os
import signal
import socket
import sys
from urllib.parse import quote, urlsplit

import websockets

OPTIONS = {"ping_interval": None, "compression": None, "max_size": None}


def envelope(action, message, *recipients):
    entries = [{"type": kind, "value": value} if value else {"type": kind} for kind, value in recipients]
    return json.dumps({"action": action, "message": message, "recipients": entries})


async def connect(url, user=None, groups=(), **options):
    parts = [f"groupId={quote(group)}" for group in groups] + ([f"userId={quote(user)}"] if user else [])
    return await websockets.connect(f"{url}/ws?{'&'.join(parts)}", **OPTIONS, **options)


async def three(url):
    """Three people that talk."""
    ann = await connect(url, "ann", ["red"])
    bob = await connect(url, "bob", ["red", "blue"])
    cat = await connect(url, "cat", ["blue"])
    for number in range(6):
        await ann.send(envelope("say", {"price": 12.5 + number, "currency": "EUR"}, ("group", "red")))
        await bob.send(envelope("say", f"number {number}", ("group", "blue"), ("allButUser", "bob")))
        await cat.send(envelope("alert", "the door is open", ("user", "ann")))
        await asyncio.sleep(0.15)
    await bob.send(envelope("say", "to nobody", ("user", "carol")))
    return [ann, bob, cat]


async def fragments(url):
    """A message in three fragments, after some others."""
    clients = await three(url)
    text = envelope("story", "once upon a time " * 6, ("group", "red"))
    third = len(text) // 3
    await clients[0].send([text[:third], text[third:2 * third], text[2 * third:]])
    return clients


async def fan(url):
    """Two hundred in one group, one of which does not read."""
    address = urlsplit(url)
    slow = socket.create_connection((address.hostname, address.port))
    slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    slow.sendall((f"GET /ws?groupId=hall&userId=sleepy HTTP/1.1\r\nHost: {address.netloc}\r\nUpgrade: websocket\r\n"
                  "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n").encode())
    await asyncio.sleep(0.2)
    hall = [await connect(url, f"seat-{number:03}", ["hall"]) for number in range(1, 200)]
    caller = await connect(url, "caller", ["stage"])
    await caller.send(envelope("picture", "x" * 900_000, ("group", "hall")))
    await asyncio.sleep(0.5)
    for number in range(2):
        await caller.send(envelope("say", "x" * 20_000, ("group", "hall")))
    return [slow, caller, *hall]


async def refusal(url):
    """A page that may not come in."""
    clients = await three(url)
    try:
        await connect(url, "mallory", origin="https://shop.example")
    except websockets.exceptions.InvalidStatusCode:
        pass
    return clients


async def sleeping(url):
    """One of three falls asleep, as a laptop whose lid is closed: its kernel takes bytes, it answers no ping."""
    clients = await three(url)
    child = os.fork()
    if child == 0:
        asyncio.set_event_loop(None)
        asyncio.new_event_loop().run_until_complete(dream(url))
    await asyncio.sleep(1)
    os.kill(child, signal.SIGSTOP)
    return clients


async def dream(url):
    connection = await connect(url, "sleeper", ["red"])
    async for _ in connection:
        pass


async def services(url):
    """Clients of the example services, and one that makes a service hang until it is disabled."""
    echo = [await websockets.connect(f"{url}/echo-server/ws", **OPTIONS) for _ in range(3)]
    test = await websockets.connect(f"{url}/test/websocket", **OPTIONS)
    chat = [await websockets.connect(f"{url}/chat/ws?name={name}", **OPTIONS) for name in ("Ann", "Bob")]
    for _ in range(3):
        stuck = await websockets.connect(f"{url}/stuck/ws", **OPTIONS)
        await stuck.send("hello")
        await asyncio.sleep(2)
    talkers = [asyncio.ensure_future(talk(client)) for client in (*echo, test, *chat)]
    await asyncio.sleep(2.5)
    TALKERS.extend(talkers)
    return [*echo, test, *chat]


TALKERS = []


async def talk(client):
    while True:
        await client.send("What is the price?")
        await asyncio.sleep(0.05)


async def main():
    scene, url = sys.argv[1:3]
    clients = await globals()[scene](url)
    print("ready", flush=True)
    readers = [asyncio.ensure_future(read(client)) for client in clients if not isinstance(client, socket.socket)]
    await asyncio.gather(*readers)


async def read(connection):
    async for _ in connection:
        pass


if __name__ == "__main__":
    asyncio.run(main())
