// SPDX-License-Identifier: GPL-3.0-or-later
// Node clients (the ws package, our own client, and the West Wind names) talk through the real broker.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { Signalbox } from "../../resources/web/signalbox.js";
import { WebConnectionWebSocket } from "../../resources/web/webconnection-websocket.js";
import { eventOf, WebSocket } from "../browser/support.mjs";
import { BrokerProcess } from "./broker_process.mjs";

const options = { timeout: 60000 };
const open = [];
let broker;

before(async () => {
    broker = await BrokerProcess.start();
});

after(async () => {
    for (const client of open) {
        client.close();
    }
    await broker.stop();
});

/** A client of the ws package whose texts are kept until they are asked for. */
async function connect(query, path = "/ws") {
    const socket = new WebSocket(`ws://127.0.0.1:${broker.port}${path}?${query}`);
    open.push(socket);
    const texts = [];
    socket.on("message", (data, isBinary) => {
        texts.push(isBinary ? data : data.toString());
        socket.emit("kept");
    });
    socket.next = async () => {
        while (texts.length === 0) {
            await once(socket, "kept");
        }
        return texts.shift();
    };
    socket.say = (message, ...recipients) => socket.send(JSON.stringify({ action: "say", message, recipients }));
    await once(socket, "open");
    return socket;
}

async function openBox(settings) {
    const box = new Signalbox({ url: broker.url, WebSocket, reconnect: { minDelay: 10, maxDelay: 50 }, ...settings });
    open.push(box);
    await box.connect();
    return box;
}

const messageOf = async (socket) => JSON.parse(await socket.next()).message;

test("ws clients exchange messages by group, user and exclusion", options, async () => {
    const anna = await connect("groupId=ops&userId=anna");
    const bert = await connect("groupId=ops&userId=bert");
    const carl = await connect("groupId=other&userId=carl");
    anna.say("to the group", { type: "group", value: "ops" });
    anna.say("to one", { type: "user", value: "carl" });
    anna.say("to the others", { type: "group", value: "ops" }, { type: "allButUser", value: "anna" });
    anna.say("fence", { type: "group", value: "ops" }, { type: "user", value: "carl" });
    assert.deepEqual([await messageOf(anna), await messageOf(anna)], ["to the group", "fence"]);
    assert.deepEqual([await messageOf(bert), await messageOf(bert), await messageOf(bert)],
        ["to the group", "to the others", "fence"]);
    assert.deepEqual([await messageOf(carl), await messageOf(carl)], ["to one", "fence"]);
});

test("a ws client gets pongs, echoes and a close", options, async () => {
    const socket = await connect("", "/echo");
    const pong = once(socket, "pong");
    socket.ping("hello");
    assert.equal((await pong)[0].toString(), "hello");
    socket.send("text");
    assert.equal(await socket.next(), "text");
    socket.send(Buffer.from([0, 255]));
    assert.deepEqual(await socket.next(), Buffer.from([0, 255]));
    const closed = once(socket, "close");
    socket.close(4321, "done");
    assert.equal((await closed)[0], 4321);
});

test("our client sends and receives", options, async () => {
    const anna = await openBox({ groups: ["room one", "room two"], user: "Änna & co", tags: ["x", "y z"] });
    const bert = await openBox({ groups: ["room two"], user: "bert" });
    for (const recipient of [
        { type: "group", value: "room one" }, { type: "user", value: "Änna & co" }, { type: "tag", value: "y z" },
    ]) {
        const came = eventOf(anna, "message");
        assert.equal(bert.send("price", { eur: 12 }, recipient), "sent");
        const { message } = await came;
        assert.deepEqual([message.action, message.json(), message.userId, message.groupId],
            ["price", { eur: 12 }, "bert", "room two"]);
    }
});

test("our client tells what the broker refuses", options, async () => {
    const box = await openBox({});
    const told = eventOf(box, "error");
    box.send("$join", "x");
    assert.equal((await told).error.code, "envelope.reserved_action");
    assert.equal(box.state, "open");
});

test("a page written for West Wind works", options, async () => {
    const socket = new WebConnectionWebSocket({ url: `http://127.0.0.1:${broker.port}/app/__initializeSocket.wc`, WebSocket });
    open.push(socket);
    const opened = new Promise((resolve) => {
        socket.onOpenHandler = resolve;
    });
    const came = new Promise((resolve) => {
        socket.onMessageHandler = resolve;
    });
    socket.tryConnect(true, "Web Connection Chat 03-10-2021", "RickFox");
    await opened;
    const message = socket.createBroadcastMessage("broadcastchatmessage", "hello **world**");
    message.addRecipient("Web Connection Chat 03-10-2021", "group");
    socket.send(message);
    assert.deepEqual(await came, JSON.parse(JSON.stringify(message)));
});

test("curl reaches ws clients and counts them", options, async () => {
    const socket = await connect("groupId=demo");
    const body = '{"action":"a","message":"hi","recipients":[{"type":"group","value":"demo"}]}';
    const { stdout } = await promisify(execFile)("curl", ["-sS", "-d", body, broker.httpUrl("/__broadcastWebSocket.wc")]);
    const { recipients, sent, queued, dropped } = JSON.parse(stdout);
    assert.deepEqual({ recipients, sent, queued, dropped }, { recipients: 1, sent: 1, queued: 0, dropped: 0 });
    assert.equal(await socket.next(), body);
});

test("our client comes back when the broker does", options, async () => {
    const first = await BrokerProcess.start();
    const { port } = first;
    const box = await openBox({ url: first.url, user: "back", queue: 5 });
    const lost = eventOf(box, "close");
    await first.stop();
    const { code, willReconnect } = await lost;
    assert.deepEqual([code, willReconnect], [1001, true]);
    assert.equal(box.send("a", "waited", { type: "user", value: "back" }), "queued");
    const came = eventOf(box, "message");
    const second = await BrokerProcess.start("--listen", `127.0.0.1:${port}`);
    assert.equal((await came).message.message, "waited");
    box.close();
    await second.stop();
});
