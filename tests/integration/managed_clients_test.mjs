// SPDX-License-Identifier: GPL-3.0-or-later
// Node's fetch and the ws package against the Managed WebSocket API, the way the published Node client calls it: below
// /v1/gateways/ID/, with "Authorization: Bearer", both sockets and tags always there, tags of any type in a list.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { eventOf, WebSocket } from "../browser/support.mjs";
import { BrokerProcess } from "./broker_process.mjs";

const options = { timeout: 60000 };
let broker;
let secret;

before(async () => {
    broker = await BrokerProcess.start();
    secret = (await readFile(join(broker.profile, "state", "operator_token"), "ascii")).trim();
});

after(async () => {
    await broker.stop();
});

/** One call as that client makes it; it sends no Content-Type. */
async function rest(method, path, body, token = secret) {
    const headers = { "User-Agent": "qtc-sdk-node/1.0" };
    if (token) {
        headers.Authorization = `Bearer ${token}`;
    }
    const address = `http://127.0.0.1:${broker.port}/v1/gateways/0123456789abcdef/${path}`;
    const response = await fetch(address, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    return { status: response.status, body: await response.json() };
}

/** A socket of the ws package that keeps its messages. */
async function open(uri) {
    const socket = new WebSocket(uri);
    const kept = [];
    socket.on("message", (data, isBinary) => {
        kept.push(isBinary ? data : data.toString());
        socket.emit("kept");
    });
    socket.next = async () => {
        while (kept.length === 0) {
            await once(socket, "kept");
        }
        return kept.shift();
    };
    await once(socket, "open");
    return socket;
}

const send = (data, receivers, token) =>
    rest("POST", "messages", { data, receivers: { sockets: receivers.sockets || null, tags: receivers.tags || null } }, token);

test("getSocketAddress, open and send, without a secret", options, async () => {
    const address = await rest("GET", "websocket_uri", undefined, null);
    assert.equal(address.status, 200);
    const socket = await open(address.body.uri);
    const sent = await send("Hello World!", { sockets: ["*"] }, null);
    assert.equal(sent.status, 201);
    assert.deepEqual(sent.body, { data: "Hello World!", receivers: { sockets: ["*"], tags: null } });
    assert.equal(await socket.next(), "Hello World!");
    socket.close();
    await once(socket, "close");
});

test("createSocket, getSockets, getSocketInfo", options, async () => {
    const created = [];
    for (const tags of [[], ["players"], [7], [JSON.stringify({ level: 1 })]]) {
        const answer = await rest("POST", "sockets", { tags });
        assert.equal(answer.status, 201);
        assert.deepEqual(answer.body.tags, tags.map(String));
        created.push(answer.body);
    }
    const sockets = await Promise.all(created.map((reserved) => open(reserved.uri)));
    let listed = [];
    while (listed.length < created.length) {
        listed = (await rest("GET", "sockets")).body.results;
    }
    assert.deepEqual(new Set(listed.map((socket) => socket.id)), new Set(created.map((socket) => socket.id)));
    const info = await rest("GET", `sockets/${created[1].id}`);
    assert.deepEqual(info.body.tags, ["players"]);

    await send("by tag", { tags: ["players"] });
    assert.equal(await sockets[1].next(), "by tag");
    await send("by id", { sockets: [created[2].id] });
    assert.equal(await sockets[2].next(), "by id");
    const closed = eventOf(sockets[0], "close");
    assert.equal((await rest("DELETE", `sockets/${created[0].id}`)).status, 200);
    await closed;
    sockets.forEach((socket) => socket.close());
});

test("getConfiguration and setConfiguration", options, async () => {
    const configuration = await rest("GET", "configuration");
    assert.equal(configuration.status, 200);
    assert.deepEqual(Object.keys(configuration.body), ["name", "identityProvider", "permissions"]);
    assert.deepEqual(await rest("PUT", "configuration", configuration.body), configuration);
});

test("errors are those that the client's callers know", options, async () => {
    const denied = await rest("GET", "sockets", undefined, "supersecret");
    assert.equal(denied.status, 401);
    assert.equal(denied.body.error.reason, "AccessDenied");
    const object = await send({ not: "a text" }, { sockets: ["*"] });
    assert.equal(object.status, 422);
    assert.equal(object.body.error.property, "data");
});

test("bytes arrive as bytes", options, async () => {
    const socket = await open((await rest("GET", "websocket_uri")).body.uri);
    const bytes = Buffer.from([0, 255, 128, 10]);
    await rest("POST", "messages", { data: bytes.toString("base64"), encoding: "base64", receivers: { sockets: ["*"], tags: null } });
    assert.deepEqual(await socket.next(), bytes);
    socket.close();
});
