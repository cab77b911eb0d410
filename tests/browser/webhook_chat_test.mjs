// SPDX-License-Identifier: GPL-3.0-or-later
// The chat of West Wind's sample: two pages in Chromium send over sockets, the application hears of it over HTTP, turns
// Markdown into HTML and broadcasts. The broker itself delivers nothing.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { after, before, test } from "node:test";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createServer } from "node:http";
import { BrokerProcess } from "../integration/broker_process.mjs";
import { launchChromium } from "./chromium.mjs";

const python = ["/usr/bin/python3"].find((path) => existsSync(path));
if (!python) {
    console.log("skipped: there is no Python");
    process.exit(77);
}

const options = { timeout: 90000 };
let application;
let broker;
let browser;
let site; // the application's own web server: its pages are not the broker's

/** As the sample's page does it: the library, its handlers, a list of messages. */
const page = (brokerUrl, nick) => `<!doctype html><meta charset="utf-8"><title>chat</title><ul id="messages"></ul>
<script type="module">
import { WebConnectionWebSocket } from "${brokerUrl}webconnection-websocket.js";
const socket = new WebConnectionWebSocket({ url: "${brokerUrl.replace("http", "ws")}__initializeSocket.wc" });
socket.onOpenHandler = () => document.body.dataset.state = "open";
socket.onMessageHandler = (message) => {
    const line = document.createElement("li");
    line.dataset.user = message.userId;
    line.dataset.own = message.userId === "${nick}";
    line.innerHTML = message.message; // the application's HTML
    document.querySelector("#messages").append(line);
};
socket.tryConnect(true, "chatusers", "${nick}");
window.say = (text) => {
    const message = socket.createBroadcastMessage("broadcastchatmessage", text);
    message.addRecipient("chatusers", "group");
    socket.send(message);
};
</script>`;

before(async () => {
    application = spawn(python, [fileURLToPath(new URL("../integration/webhook_application.py", import.meta.url))],
        { stdio: ["pipe", "pipe", "inherit"], env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" } });
    const [url] = await once(createInterface({ input: application.stdout }), "line");
    site = createServer((request, response) => {
        const nick = new URL(request.url, "http://x").searchParams.get("nick");
        response.writeHead(200, { "Content-Type": "text/html" }).end(page(broker.httpUrl("/"), nick));
    });
    site.listen(0, "127.0.0.1");
    await once(site, "listening");
    broker = await BrokerProcess.start("--set", `webhook.url=${url}`);
    application.stdin.write(`${broker.httpUrl("/")}\n`);
    browser = await launchChromium();
}, options);

after(async () => {
    await browser?.close();
    site?.close();
    await broker?.stop();
    application?.stdin.end();
}, options);

async function open(nick) {
    const tab = await (await browser.newContext()).newPage();
    tab.setDefaultTimeout(20000);
    await tab.goto(`http://127.0.0.1:${site.address().port}/?nick=${nick}`);
    await tab.waitForSelector('body[data-state="open"]', { state: "attached" });
    return tab;
}

/** Waits for so many messages, and reads them as [who, own, HTML]. */
async function messages(tab, count) {
    await tab.waitForFunction((wanted) => document.querySelectorAll("#messages li").length >= wanted, count);
    return tab.$$eval("#messages li", (lines) => lines.map((line) => [line.dataset.user, line.dataset.own, line.innerHTML]));
}

test("two pages chat through the application, which makes HTML of Markdown", options, async () => {
    const rick = await open("rick");
    const anna = await open("anna");
    await rick.evaluate(() => window.say("hello **world** <i>"));
    const html = "hello <strong>world</strong> &lt;i&gt;";
    assert.deepEqual(await messages(rick, 1), [["rick", "true", html]]);
    assert.deepEqual(await messages(anna, 1), [["rick", "false", html]]);
    await anna.evaluate(() => {
        for (let number = 0; number < 10; ++number) {
            window.say(`*${number}*`);
        }
    });
    const answers = Array.from({ length: 10 }, (_, number) => ["anna", "false", `<em>${number}</em>`]);
    assert.deepEqual((await messages(rick, 11)).slice(1), answers);
    assert.equal((await messages(anna, 11)).length, 11); // once each
});
