// SPDX-License-Identifier: GPL-3.0-or-later
// A page in Chromium that speaks DemoProtocol, which a script decodes, and an XSockets client in the same controller.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { BrokerProcess } from "../integration/broker_process.mjs";
import { launchChromium, newPage } from "./chromium.mjs";
import { WebSocket } from "./support.mjs";

const options = { timeout: 90000 };
const services = fileURLToPath(new URL("../../resources/services", import.meta.url));
let broker;
let browser;

before(async () => {
    broker = await BrokerProcess.start("--set", `services.folder=${services}`, "--set", "services.call_timeout=10s", "--set", "threads.workers=1");
    while (!/serves controller demo/.test(broker.log)) {
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
    browser = await launchChromium();
}, options);

after(async () => {
    await browser?.close();
    await broker?.stop();
}, options);

/** Evaluated in the page: what the documentation of XSockets.NET has one write in the console. */
function speak(url) {
    window.heard = [];
    window.connection = new WebSocket(url, "DemoProtocol");
    window.connection.onmessage = (event) => window.heard.push(JSON.parse(event.data));
    return new Promise((resolve, reject) => {
        window.connection.onopen = () => resolve(window.connection.protocol);
        window.connection.onerror = () => reject(new Error("refused"));
    });
}

test("a page calls foo with what is no JSON, and hears it", options, async () => {
    const page = await newPage(browser);
    await page.goto(broker.httpUrl("/demo/"));
    const url = `ws://127.0.0.1:${broker.port}/`;
    assert.equal(await page.evaluate(speak, url), "DemoProtocol");
    await page.evaluate(() => window.connection.send(JSON.stringify({ M: "foo", J: "{s:'bar',i:42}" })));
    await page.waitForFunction(() => window.heard.length === 2);
    const [opened, foo] = await page.evaluate(() => window.heard);
    assert.equal(opened.M, "2");
    assert.deepEqual([foo.M, JSON.parse(foo.J)], ["foo", { stringValue: "bar", intValue: 42 }]);

    const client = new WebSocket(url, "XSocketsNET");
    const messages = [];
    client.on("message", (data) => messages.push(JSON.parse(data)));
    await new Promise((resolve) => client.on("open", resolve));
    client.send(JSON.stringify({ C: "demo", T: "hello", D: '{"from":"xsockets"}' }));
    await page.waitForFunction(() => window.heard.length === 3);
    const hello = await page.evaluate(() => window.heard[2]);
    assert.deepEqual([hello.M, JSON.parse(hello.J)], ["hello", { from: "xsockets" }]);
    await page.evaluate(() => window.connection.send(JSON.stringify({ M: "back", J: "[1]" })));
    while (!messages.some((message) => message.T === "back")) {
        await new Promise((resolve) => client.once("message", resolve));
    }
    assert.equal(messages.find((message) => message.T === "back").D, "[1]");
    client.terminate();
    await page.context().close();
});
