// SPDX-License-Identifier: GPL-3.0-or-later
// The page that talks XSockets with plain WebSocket calls, in Chromium, with an envelope client and an operator in the same group.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { BrokerProcess } from "../integration/broker_process.mjs";
import { launchChromium, newPage } from "./chromium.mjs";
import { WebSocket } from "./support.mjs";

const options = { timeout: 90000 };
let broker;
let browser;

before(async () => {
    broker = await BrokerProcess.start();
    browser = await launchChromium();
}, options);

after(async () => {
    await browser?.close();
    await broker?.stop();
}, options);

/** An operator sends over the link that a window elsewhere uses, too. */
async function send(...options) {
    await promisify(execFile)(process.env.SIGNALBOX_EXECUTABLE, ["send", "--url", `ws://127.0.0.1:${broker.port}`,
        "--token-file", join(broker.profile, "state", "operator_token"), ...options]);
}

async function connect(page) {
    await page.click("#connect");
    await page.waitForSelector('#state[data-state="open"]');
}

async function openPage(settings) {
    const page = await newPage(browser, settings);
    await page.goto(broker.httpUrl("/demo/xsockets.html"));
    await connect(page);
    return page;
}

async function subscribe(page, topic) {
    await page.fill("#topic", topic);
    await page.click('#subscribe-form button[type="submit"]');
    await page.waitForSelector(`#subscriptions [data-topic="${topic}"]`);
}

async function publish(page, topic, data, button = '#publish-form button[type="submit"]') {
    await page.fill("#publish-topic", topic);
    await page.fill("#data", data);
    await page.click(button);
}

/** The first message that came in on `topic`: its data. */
async function received(page, topic, index = 0) {
    const text = await page.waitForFunction(([wanted, place]) => [...document.querySelectorAll("#messages > .frame.in .text")]
        .map((part) => JSON.parse(part.textContent)).filter((message) => message.T === wanted)[place]?.D, [topic, index]);
    return JSON.parse(await text.jsonValue());
}

test("what an envelope client and an operator send to the group comes to the topic, and the other way round", options, async () => {
    const page = await openPage();
    await subscribe(page, "news");
    const envelopes = [];
    const client = new WebSocket(`${broker.url}?groupId=news&userId=eva`);
    client.on("message", (data) => envelopes.push(JSON.parse(data)));
    await new Promise((resolve) => client.on("open", resolve));
    client.send(JSON.stringify({ action: "say", message: { price: 12 }, recipients: [{ type: "group", value: "news" }] }));
    assert.deepEqual(await received(page, "news"), { price: 12 });
    await fetch(broker.httpUrl("/__broadcastWebSocket.wc"), { method: "POST",
        body: '{"action":"announce","message":"closing at six","recipients":[{"type":"group","value":"news"}]}' });
    assert.equal(await received(page, "news", 1), "closing at six");
    await publish(page, "news", "<b>hello</b>");
    assert.equal(await received(page, "news", 2), "<b>hello</b>");
    while (!envelopes.some((envelope) => envelope.action === "news")) {
        await new Promise((resolve) => client.once("message", resolve));
    }
    const said = envelopes.find((envelope) => envelope.action === "news");
    assert.deepEqual([said.message, said.groupId], ["<b>hello</b>", "news"]);
    assert.equal(await page.locator("#messages b").count(), 0, "what others write stays text");
    assert.deepEqual(page.complaints.filter((text) => !/favicon|404/.test(text)), []);
    client.terminate();
    await page.context().close();
});

test("invoke gets its answer", options, async () => {
    const page = await openPage();
    await publish(page, "sum", '{"a":1}', "#invoke");
    await page.waitForFunction(() => [...document.querySelectorAll("#messages > .note .text")]
        .some((note) => note.textContent === 'Answer: {"a":1}'));
    await page.context().close();
});

test("who comes back with the persistent id finds what was set", options, async () => {
    const page = await openPage();
    await page.fill("#value", '{"colour":"red"}');
    await page.click('#property-form button[type="submit"]');
    const before = await page.textContent("#persistent-id");
    assert.match(before, /[0-9a-f]{8}-/);
    await page.click("#drop");
    await page.waitForSelector('#state[data-state="closed"]');
    await connect(page);
    assert.equal(await page.textContent("#persistent-id"), before);
    await page.fill("#value", "");
    await page.click("#get");
    await page.waitForFunction(() => document.getElementById("value").value === '{"colour":"red"}');

    await page.click("#forget");
    await connect(page);
    assert.notEqual(await page.textContent("#persistent-id"), before);
    await page.context().close();
});

test("a page plays its day: a wildcard, an envelope client and an operator, invoke, a drop and what it missed", options, async () => {
    const page = await openPage();
    await subscribe(page, "day/+");
    const client = new WebSocket(`${broker.url}?groupId=day/late&userId=eva`);
    await new Promise((resolve) => client.on("open", resolve));
    client.send(JSON.stringify({ action: "say", message: "from an envelope", recipients: [{ type: "group", value: "day/early" }] }));
    assert.equal(await received(page, "day/early"), "from an envelope");
    await send("--group", "day/early", "--action", "announce", "--message", "from an operator", "--require-recipients");
    assert.equal(await received(page, "day/early", 1), "from an operator");
    await publish(page, "day/noon", '{"a":1}', "#invoke");
    await page.waitForFunction(() => [...document.querySelectorAll("#messages > .note .text")]
        .some((note) => note.textContent === 'Answer: {"a":1}'));
    await page.fill("#value", "tidy");
    await page.click('#property-form button[type="submit"]');

    await page.click("#drop");
    await page.waitForSelector('#state[data-state="closed"]');
    const other = await openPage(); // somebody else
    await other.check("#acknowledged");
    await publish(other, "day/missed", "you were away");
    await received(other, "day/missed");
    await connect(page);
    assert.equal(await received(page, "day/missed"), "you were away");
    await page.fill("#value", "");
    await page.click("#get");
    await page.waitForFunction(() => document.getElementById("value").value === '"tidy"');
    await publish(other, "day/missed", "here again");
    assert.equal(await received(page, "day/missed", 1), "here again");
    assert.equal(await page.locator("#messages .frame.in", { hasText: "you were away" }).count(), 1);
    client.terminate();
    await other.context().close();
    await page.context().close();
});

test("a retained message comes to whoever subscribes later", options, async () => {
    const page = await openPage();
    await page.check("#retained");
    await publish(page, "board/one", "last word");
    await received(page, "board/one");
    const other = await openPage();
    await subscribe(other, "board/#");
    assert.equal(await received(other, "board/one"), "last word");
    await publish(page, "board/one", "null");
    await received(page, "board/one", 1);
    await other.context().close();
    await page.context().close();
});

test("it fits a phone", options, async () => {
    const page = await openPage({ viewport: { width: 340, height: 640 }, colorScheme: "dark" });
    await publish(page, "long", "great".repeat(100), "#invoke");
    assert.equal(await received(page, "long"), "great".repeat(100));
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), "nothing to scroll sideways");
    await page.context().close();
});
