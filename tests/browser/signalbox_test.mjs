// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { once } from "node:events";
import { afterEach, test } from "node:test";
import { FINAL_CLOSE_CODES, OutgoingMessage, reconnectDelay, Signalbox, SignalboxError } from "../../resources/web/signalbox.js";
import { eventOf, SmallServer, textOf, WebSocket } from "./support.mjs";

const options = { timeout: 20000 };
const FAST = { minDelay: 1, maxDelay: 4 };
let cleanup = [];

afterEach(async () => {
    for (const undo of cleanup.reverse()) {
        await undo();
    }
    cleanup = [];
    delete globalThis.location;
});

async function startServer(settings) {
    const server = await SmallServer.start(settings);
    cleanup.push(() => server.stop());
    return server;
}

function makeBox(settings) {
    const box = new Signalbox({ WebSocket, reconnect: FAST, ...settings });
    cleanup.push(() => box.close());
    return box;
}

/** A box that is open, and its end at the server. */
async function openBox(settings = {}) {
    const server = await startServer();
    const box = makeBox({ url: server.url, ...settings });
    await box.connect();
    return { server, box, connection: await server.connection(0) };
}

/** Closes the box first, so that the server's end has all that was sent. */
async function textsAtTheEnd(box, connection) {
    box.close();
    if (connection.socket.readyState !== WebSocket.CLOSED) {
        await once(connection.socket, "close");
    }
    return connection.texts;
}

test("the address comes from the page", () => {
    globalThis.location = { href: "http://chat.example:8080/app/page.html?x=1#top" };
    assert.equal(makeBox().url, "ws://chat.example:8080/ws");
    assert.equal(makeBox({ url: "/mychat" }).url, "ws://chat.example:8080/mychat");
    globalThis.location = { href: "https://chat.example/app/" };
    assert.equal(makeBox().url, "wss://chat.example/ws");
    assert.equal(makeBox({ url: "live" }).url, "wss://chat.example/app/live");
});

test("groups, user and tags travel in the query", () => {
    const url = "http://localhost:1/ws?theme=dark#x";
    const box = makeBox({ url, groups: ["red", "deep blue & co"], user: "Zoë+1", tags: ["a", "b c"] });
    assert.equal(box.url,
        "ws://localhost:1/ws?theme=dark&groupId=red&groupId=deep%20blue%20%26%20co&userId=Zo%C3%AB%2B1&tags=a,b%20c");
    assert.equal(makeBox({ url: "ws://localhost:1/ws", group: "one" }).url, "ws://localhost:1/ws?groupId=one");
    assert.equal(makeBox({ url: "ws://localhost:1/ws", groups: "", user: "" }).url, "ws://localhost:1/ws");
});

test("a tag with a comma is refused", () => {
    assert.throws(() => makeBox({ url: "ws://localhost:1/ws", tags: ["a,b"] }), /comma/);
});

test("without a page an address is asked for", () => {
    assert.throws(() => makeBox(), /options\.url/);
});

test("the query and the subprotocols reach the server", options, async () => {
    const server = await startServer({ handleProtocols: () => "chat" });
    const box = makeBox({ url: server.url, groups: ["a", "b"], user: "anna", protocols: ["superchat", "chat"] });
    await box.connect();
    const connection = await server.connection(0);
    assert.equal(connection.url, "/ws?groupId=a&groupId=b&userId=anna");
    assert.equal(box.protocol, "chat");
    assert.deepEqual([box.state, box.readyState], ["open", Signalbox.OPEN]);
});

test("connecting twice makes one connection", options, async () => {
    const { server, box } = await openBox();
    await box.connect();
    box.close();
    await eventOf(box, "close");
    assert.equal(server.connections.length, 1);
});

test("sends an action, a message and recipients", options, async () => {
    const { box, connection } = await openBox({ groups: ["demo"], user: "anna" });
    assert.equal(box.send("chat", "hi"), "sent");
    assert.equal(box.send("chat", { price: 1 }, { type: "all" }), "sent");
    assert.equal(box.send("chat", null, [{ type: "group", value: "demo" }, { type: "allButUser", value: "anna" }]), "sent");
    assert.deepEqual((await textsAtTheEnd(box, connection)).map(JSON.parse), [
        { action: "chat", message: "hi", groupId: "demo", userId: "anna", recipients: [] },
        { action: "chat", message: { price: 1 }, groupId: "demo", userId: "anna", recipients: [{ type: "all" }] },
        { action: "chat", message: null, groupId: "demo", userId: "anna",
            recipients: [{ type: "group", value: "demo" }, { type: "allButUser", value: "anna" }] },
    ]);
});

test("sends an envelope as it is", options, async () => {
    const { box, connection } = await openBox({ user: "anna" });
    box.send({ action: "a", message: 1, extra: [true] });
    box.send(box.createMessage("b", "text").addRecipient("group", "demo").addRecipient("ALL"));
    assert.deepEqual(await textsAtTheEnd(box, connection), [
        '{"action":"a","message":1,"extra":[true]}',
        '{"action":"b","message":"text","userId":"anna","recipients":[{"type":"group","value":"demo"},{"type":"ALL"}]}',
    ]);
});

test("a wrong recipient is refused before it is sent", () => {
    const message = new OutgoingMessage("a", "b");
    assert.throws(() => message.addRecipient("chatusers", "group"), /no type of recipient: expected group, user/);
    assert.throws(() => message.addRecipient("group"), /needs a value/);
    assert.throws(() => message.addRecipient("user", 5), /needs a value/);
    assert.deepEqual(message.recipients, []);
});

test("an envelope without an action is refused", options, async () => {
    const { box } = await openBox();
    assert.throws(() => box.send({ message: "x" }), TypeError);
    assert.throws(() => box.send(undefined), TypeError);
});

test("a message that comes in is an object with its parts", options, async () => {
    const { box, connection } = await openBox();
    const viaProperty = new Promise((resolve) => {
        box.onMessage = (message, event) => resolve([message, event]);
    });
    const viaListener = eventOf(box, "message");
    const text = '{"action":"price","message":"{\\"eur\\": 12}","groupId":"g","userId":"u","extra":9}';
    connection.socket.send(text);
    const [message, event] = await viaProperty;
    assert.equal((await viaListener).message, message);
    assert.equal(event.message, message);
    assert.deepEqual([message.action, message.message, message.groupId, message.userId, message.recipients, message.text],
        ["price", '{"eur": 12}', "g", "u", [], text]);
    assert.deepEqual(message.json(), { eur: 12 });
    assert.equal(message.envelope.extra, 9);
});

test("json() gives values as they are and refuses other text", options, async () => {
    const { box, connection } = await openBox();
    const messages = [];
    const enough = new Promise((resolve) => {
        box.onMessage = (message) => messages.push(message) === 3 && resolve();
    });
    connection.socket.send('{"action":"a","message":[1,2]}');
    connection.socket.send('{"action":"a"}');
    connection.socket.send('{"action":"a","message":"plain"}');
    await enough;
    assert.deepEqual(messages[0].json(), [1, 2]);
    assert.equal(messages[1].json(), null);
    assert.throws(() => messages[2].json(), SyntaxError);
});

test("what the broker refuses goes to onError with code and text", options, async () => {
    const { box, connection } = await openBox();
    const told = new Promise((resolve) => {
        box.onError = resolve;
    });
    box.onMessage = () => assert.fail("an error is no message");
    connection.socket.send('{"action":"$error","code":"envelope.missing_action","message":"Say what it is."}');
    const error = await told;
    assert.ok(error instanceof SignalboxError);
    assert.deepEqual([error.code, error.message], ["envelope.missing_action", "Say what it is."]);
    assert.equal(box.state, "open");
});

for (const [name, data, code] of [
    ["text that is no JSON", "hello", "client.not_envelope"],
    ["JSON that is no object", "[1]", "client.not_envelope"],
    ["null", "null", "client.not_envelope"],
    ["a binary message", Buffer.from([1, 2]), "client.binary"],
]) {
    test(`${name} is told as an error, and the connection stays`, options, async () => {
        const { box, connection } = await openBox();
        const told = eventOf(box, "error");
        connection.socket.send(data);
        assert.equal((await told).error.code, code);
        assert.equal(box.state, "open");
    });
}

test("the delay doubles up to its ceiling and takes all of the jitter", () => {
    const highest = () => 1;
    assert.deepEqual([0, 1, 2, 3, 4, 5, 6, 7, 100, 5000].map((attempt) => reconnectDelay(attempt, {}, highest)),
        [500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000, 30000]);
    assert.equal(reconnectDelay(6, {}, () => 0), 0);
    assert.equal(reconnectDelay(3, { minDelay: 10, maxDelay: 50 }, () => 0.5), 25);
});

test("a lost connection is made again", options, async () => {
    const { server, box, connection } = await openBox({ groups: ["demo"], random: () => 1 });
    const closed = eventOf(box, "close");
    const opened = eventOf(box, "open");
    connection.socket.terminate();
    const { code, opened: wasOpen, willReconnect, delay } = await closed;
    assert.deepEqual({ code, wasOpen, willReconnect, delay }, { code: 1006, wasOpen: true, willReconnect: true, delay: 1 });
    assert.deepEqual([box.state, box.readyState], ["waiting", Signalbox.CONNECTING]);
    assert.equal((await opened).reconnected, true);
    assert.equal((await server.connection(1)).url, "/ws?groupId=demo");
});

test("it goes on trying while there is no server, later and later", options, async () => {
    const server = await startServer();
    const { port } = server;
    const box = makeBox({ url: server.url, random: () => 1 });
    await box.connect();
    await server.stop();
    const closes = [];
    const errors = [];
    const enough = new Promise((resolve) => {
        box.onClose = (event) => closes.push(event) === 4 && resolve();
    });
    box.onError = (error) => errors.push(error.code);
    await enough;
    assert.deepEqual(closes.map(({ opened, delay }) => [opened, delay]), [[true, 1], [false, 2], [false, 4], [false, 4]]);
    assert.deepEqual(errors, Array(3).fill("client.connection_failed"));
    const opened = eventOf(box, "open");
    await startServer({ port });
    assert.equal((await opened).reconnected, true);
});

test("a short connection does not make the next delay short again", options, async () => {
    const { server, box } = await openBox({ random: () => 1 });
    const delays = [];
    box.onClose = (event) => delays.push(event.delay);
    for (let index = 0; index < 3; ++index) {
        (await server.connection(index)).socket.terminate();
    }
    await server.connection(3);
    assert.deepEqual(delays, [1, 2, 4]);
});

test("it gives up after maxAttempts", options, async () => {
    const server = await startServer();
    const { url } = server;
    await server.stop();
    const box = makeBox({ url, reconnect: { ...FAST, maxAttempts: 2 } });
    const seen = [];
    box.onClose = (event) => seen.push(event.willReconnect);
    await assert.rejects(box.connect(), (error) => error.code === "client.closed");
    assert.deepEqual(seen, [true, true, false]);
    assert.equal(box.state, "closed");
});

test("with reconnect off, one loss ends it", options, async () => {
    const { box, connection } = await openBox({ reconnect: false });
    const closed = eventOf(box, "close");
    connection.socket.close(1001, "shutdown");
    const event = await closed;
    assert.deepEqual([event.code, event.reason, event.willReconnect], [1001, "shutdown", false]);
    assert.deepEqual([box.state, box.readyState], ["closed", Signalbox.CLOSED]);
});

for (const code of [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 4000, 4008]) {
    const isFinal = FINAL_CLOSE_CODES.includes(code);
    test(`close code ${code} from the broker ${isFinal ? "ends it" : "is followed by another attempt"}`, options, async () => {
        const { server, box, connection } = await openBox();
        const closed = eventOf(box, "close");
        connection.socket.close(code);
        assert.equal((await closed).willReconnect, isFinal === false);
        if (!isFinal) {
            await server.connection(1);
        }
    });
}

test("which codes are final can be chosen", options, async () => {
    const { box, connection } = await openBox({ finalCloseCodes: [4001] });
    const closed = eventOf(box, "close");
    connection.socket.close(4001);
    assert.equal((await closed).willReconnect, false);
});

test("a deliberate close carries its code and does not come back", options, async () => {
    const { server, box, connection } = await openBox();
    const seenByServer = once(connection.socket, "close");
    const closed = eventOf(box, "close");
    box.close(4001, "enough");
    assert.deepEqual([box.state, box.readyState], ["closing", Signalbox.CLOSING]);
    assert.equal(box.send("a", "b"), "dropped");
    const [code, reason] = await seenByServer;
    assert.deepEqual([code, reason.toString()], [4001, "enough"]);
    assert.equal((await closed).willReconnect, false);
    assert.equal(server.connections.length, 1);
});

test("a close code that may not be sent is refused and nothing changes", options, async () => {
    const { box } = await openBox();
    assert.throws(() => box.close(1006));
    assert.equal(box.state, "open");
});

test("closing while it waits for the next attempt ends it at once", options, async () => {
    const { server, box, connection } = await openBox({ reconnect: { minDelay: 1e6, maxDelay: 1e6 }, random: () => 1 });
    const lost = eventOf(box, "close");
    connection.socket.terminate();
    assert.equal((await lost).delay, 1e6);
    const ended = eventOf(box, "close");
    box.close();
    assert.equal((await ended).willReconnect, false);
    assert.equal(box.state, "closed");
    assert.equal(server.connections.length, 1);
});

test("closing while it connects ends it without an error", options, async () => {
    const server = await startServer();
    const box = makeBox({ url: server.url });
    box.onError = (error) => assert.fail(error);
    box.onOpen = () => assert.fail("it was closed before");
    const promise = box.connect();
    box.close();
    await assert.rejects(promise, (error) => error.code === "client.closed");
    assert.equal(box.state, "closed");
});

test("it can be connected again after a close", options, async () => {
    const { server, box } = await openBox();
    box.close();
    await eventOf(box, "close");
    const opened = eventOf(box, "open");
    await box.connect();
    assert.equal((await opened).reconnected, false);
    assert.equal((await server.connection(1)).url, "/ws");
});

test("connecting while it closes is refused", options, async () => {
    const { box } = await openBox();
    box.close();
    assert.throws(() => box.connect(), (error) => error.code === "client.closing");
});

test("without a queue, what is sent while there is no connection is dropped and told", options, async () => {
    const server = await startServer();
    const box = makeBox({ url: server.url });
    const codes = [];
    box.onError = (error) => codes.push(error.code);
    assert.equal(box.send("a", "before"), "dropped");
    const connected = box.connect();
    assert.equal(box.send("a", "while connecting"), "dropped");
    await connected;
    assert.deepEqual(codes, ["client.not_connected", "client.not_connected"]);
    assert.deepEqual(await textsAtTheEnd(box, await server.connection(0)), []);
});

test("a queue keeps so many messages and sends them in order", options, async () => {
    const server = await startServer();
    const box = makeBox({ url: server.url, queue: 2 });
    const codes = [];
    box.onError = (error) => codes.push(error.code);
    const connected = box.connect();
    assert.deepEqual([box.send("a", 1), box.send("a", 2), box.send("a", 3)], ["queued", "queued", "dropped"]);
    assert.equal(box.queuedMessages, 2);
    assert.deepEqual(codes, ["client.queue_full"]);
    box.onOpen = () => box.send("a", 4);
    await connected;
    assert.equal(box.queuedMessages, 0);
    const texts = await textsAtTheEnd(box, await server.connection(0));
    assert.deepEqual(texts.map((text) => JSON.parse(text).message), [1, 2, 4]);
});

test("what waits survives a lost connection", options, async () => {
    const { server, box, connection } = await openBox({ queue: 10 });
    const lost = eventOf(box, "close");
    connection.socket.terminate();
    await lost;
    assert.equal(box.send("a", "later"), "queued");
    const text = await textOf(await server.connection(1), 0);
    assert.equal(JSON.parse(text).message, "later");
});

test("closing drops what waits", options, async () => {
    const server = await startServer();
    const box = makeBox({ url: server.url, queue: 10 });
    box.connect();
    box.send("a", 1);
    box.close();
    assert.equal(box.queuedMessages, 0);
});

test("an address that can never work is refused at once", () => {
    const box = makeBox({ url: "ftp://localhost/ws" });
    assert.throws(() => box.connect());
    assert.equal(box.state, "closed");
});

test("without any WebSocket it says what to do", () => {
    const { WebSocket: original } = globalThis;
    delete globalThis.WebSocket;
    try {
        assert.throws(() => new Signalbox({ url: "ws://localhost:1/ws" }), /options\.WebSocket/);
    } finally {
        if (original) {
            globalThis.WebSocket = original;
        }
    }
});

test("the global WebSocket is taken where there is one", { ...options, skip: !globalThis.WebSocket }, async () => {
    const server = await startServer();
    const box = new Signalbox({ url: server.url, user: "anna" });
    cleanup.push(() => box.close());
    await box.connect();
    box.send("a", "native");
    assert.equal(JSON.parse(await textOf(await server.connection(0), 0)).message, "native");
});
