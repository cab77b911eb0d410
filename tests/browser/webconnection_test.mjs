// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { once } from "node:events";
import { afterEach, test } from "node:test";
import { WebConnectionWebSocket } from "../../resources/web/webconnection-websocket.js";
import { SmallServer, textOf, WebSocket } from "./support.mjs";

const options = { timeout: 20000 };
let server = null;
let socket = null;

afterEach(async () => {
    socket?.close();
    await server?.stop();
    delete globalThis.location;
});

/** As on a page: no address is given, the page's host is taken. */
async function openPage(settings = {}) {
    server = await SmallServer.start();
    globalThis.location = { href: `http://127.0.0.1:${server.port}/app/chat.html` };
    socket = new WebConnectionWebSocket({ WebSocket, ...settings });
}

test("connects where that library connects, with group and user", options, async () => {
    await openPage();
    const opened = new Promise((resolve) => {
        socket.onOpenHandler = resolve;
    });
    socket.tryConnect(true, "Web Connection Chat", "RickFox");
    await opened;
    const { url } = await server.connection(0);
    assert.equal(url, "/__initializeSocket.wc?groupId=Web%20Connection%20Chat&userId=RickFox");
});

test("group and user may be left out", options, async () => {
    await openPage();
    socket.tryConnect(true);
    assert.equal((await server.connection(0)).url, "/__initializeSocket.wc");
});

test("a broadcast message takes the value of a recipient first", options, async () => {
    await openPage();
    socket.tryConnect(true, "chatusers", "rstrahl");
    const connection = await server.connection(0);
    await socket.connection.connect();
    const message = socket.createBroadcastMessage("broadcastchatmessage", "hello **world**");
    message.addRecipient("chatusers", "group");
    message.addRecipient("rstrahl", "allExceptUser");
    socket.send(message);
    assert.deepEqual(JSON.parse(await textOf(connection, 0)), {
        action: "broadcastchatmessage",
        message: "hello **world**",
        groupId: "chatusers",
        userId: "rstrahl",
        recipients: [{ type: "group", value: "chatusers" }, { type: "allExceptUser", value: "rstrahl" }],
    });
});

test("the handler gets the decoded envelope", options, async () => {
    await openPage();
    const came = new Promise((resolve) => {
        socket.onMessageHandler = resolve;
    });
    socket.tryConnect(true, "g", "u");
    (await server.connection(0)).socket.send('{"action":"initialmessages","message":"[]","userId":"x","recipients":[]}');
    assert.deepEqual(await came, { action: "initialmessages", message: "[]", userId: "x", recipients: [] });
});

test("comes back when retry is asked for", options, async () => {
    await openPage({ reconnect: { minDelay: 1, maxDelay: 2 } });
    socket.tryConnect(true, "g", "u");
    (await server.connection(0)).socket.terminate();
    assert.equal((await server.connection(1)).url, "/__initializeSocket.wc?groupId=g&userId=u");
});

test("stays away without retry", options, async () => {
    await openPage({ reconnect: { minDelay: 1, maxDelay: 2 } });
    const closed = new Promise((resolve) => {
        socket.onCloseHandler = resolve;
    });
    socket.tryConnect(false, "g", "u");
    (await server.connection(0)).socket.terminate();
    assert.equal((await closed).willReconnect, false);
});

test("connecting again ends the first connection", options, async () => {
    await openPage();
    socket.tryConnect(true, "one", "u");
    const first = await server.connection(0);
    await socket.connection.connect();
    const ended = once(first.socket, "close");
    socket.tryConnect(true, "two", "u");
    await ended;
    assert.equal((await server.connection(1)).url, "/__initializeSocket.wc?groupId=two&userId=u");
});

test("sending before connecting says so", () => {
    assert.throws(() => new WebConnectionWebSocket({ WebSocket }).send({ action: "a" }), /tryConnect/);
});
