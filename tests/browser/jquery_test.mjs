// SPDX-License-Identifier: GPL-3.0-or-later
// The Managed WebSocket API from a page that another program serves, at another port of this machine: jQuery in Chromium
// asks for a socket's address, opens it, and pushes the way that service's own manual shows.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { BrokerProcess } from "../integration/broker_process.mjs";
import { launchChromium } from "./chromium.mjs";
import { packageFile } from "./support.mjs";

const jquery = readFileSync(packageFile("jquery", "dist/jquery.min.js"));

const options = { timeout: 90000 };
let broker;
let guarded; // needs the operator token for everything
let browser;
let site;

const page = `<!doctype html><meta charset="utf-8"><title>push</title><script src="/jquery.js"></script><script>
var heard = [];
// Each answers with [what was called, status, body].
function ended(resolve) {
    return {
        success: function (response, text, request) { resolve(["success", request.status, response]); },
        error: function (response) { resolve(["error", response.status, response.responseText]); },
    };
}
function push(uri, data, receivers, more) {
    return new Promise(function (resolve) {
        $.ajax($.extend({
            url: uri + "/messages",
            type: "POST",
            contentType: "application/json; charset=utf-8",
            dataType: "json",
            data: JSON.stringify({ data: data, receivers: receivers }),
        }, ended(resolve), more));
    });
}
function open(uri) {
    return new Promise(function (resolve) {
        $.getJSON(uri + "/websocket_uri", function (address) {
            var socket = new WebSocket(address.uri);
            socket.binaryType = "arraybuffer";
            socket.onmessage = function (event) { heard.push(event.data); };
            socket.onopen = function () { resolve(address); };
        });
    });
}
</script>`;

before(async () => {
    site = createServer((request, response) => {
        const script = request.url === "/jquery.js";
        response.writeHead(200, { "Content-Type": script ? "text/javascript" : "text/html" }).end(script ? jquery : page);
    });
    site.listen(0, "127.0.0.1");
    await once(site, "listening");
    const allowed = ["--allow-origin", `http://127.0.0.1:${site.address().port}`]; // and no other name of that site
    broker = await BrokerProcess.start(...allowed);
    guarded = await BrokerProcess.start(...allowed, "--set", "managed.access_control=custom");
    browser = await launchChromium({ resolving: "MAP shop.example 127.0.0.1" });
}, options);

after(async () => {
    await browser?.close();
    site?.close();
    await broker?.stop();
    await guarded?.stop();
}, options);

async function tab(host = "127.0.0.1") {
    const opened = await (await browser.newContext()).newPage();
    opened.setDefaultTimeout(20000);
    await opened.goto(`http://${host}:${site.address().port}/`);
    return opened;
}

const everyone = { sockets: ["*"], tags: null };

test("a page of another port opens a socket, pushes, and hears what was pushed", options, async () => {
    const first = await tab();
    const second = await tab();
    for (const opened of [first, second]) {
        const address = await opened.evaluate((uri) => window.open(uri), broker.httpUrl("/v1"));
        assert.match(address.uri, /^ws:\/\/127\.0\.0\.1:\d+\/\?token=[0-9a-f]{64}$/);
        assert.deepEqual(address.tags, []);
    }
    const sent = await first.evaluate(([uri, receivers]) => window.push(uri, "Grüße ☺", receivers), [broker.httpUrl("/v1"), everyone]);
    assert.deepEqual(sent, ["success", 201, { data: "Grüße ☺", receivers: everyone }]);
    for (const opened of [first, second]) {
        await opened.waitForFunction(() => window.heard.length === 1);
        assert.deepEqual(await opened.evaluate(() => window.heard), ["Grüße ☺"]);
    }
});

test("a page reads why its push was refused", options, async () => {
    const opened = await tab();
    const [called, status, text] = await opened.evaluate(
        ([uri, receivers]) => window.push(uri, { not: "text" }, receivers), [broker.httpUrl("/v1"), everyone]);
    assert.deepEqual([called, status], ["error", 422]);
    const { error } = JSON.parse(text);
    assert.deepEqual([error.reason, error.property], ["WrongType", "data"]);
});

test("with access control a page needs the operator token, which it may send", options, async () => {
    const opened = await tab();
    const token = (await readFile(join(guarded.profile, "state", "operator_token"), "ascii")).trim();
    const sendWith = (headers) => opened.evaluate(
        ([uri, receivers, more]) => window.push(uri, "x", receivers, more), [guarded.httpUrl("/v1"), everyone, { headers }]);
    const refused = await sendWith({});
    assert.deepEqual(refused.slice(0, 2), ["error", 401]);
    assert.equal(JSON.parse(refused[2]).error.reason, "AuthorizationRequired");
    assert.deepEqual((await sendWith({ Authorization: `Bearer ${token}` })).slice(0, 2), ["success", 201]);
});

test("pages that are not configured send nothing", options, async () => {
    for (const host of ["localhost", "shop.example"]) {
        const opened = await tab(host);
        const outcome = await opened.evaluate(([uri, receivers]) => window.push(uri, "x", receivers), [broker.httpUrl("/v1"), everyone]);
        assert.deepEqual(outcome.slice(0, 2), ["error", 0], host); // the browser keeps even the status from it
    }
    assert.match(broker.log, /refused 403 http\.origin_refused: .*http:\/\/shop\.example:\d+/);
});
