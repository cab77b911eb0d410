// SPDX-License-Identifier: GPL-3.0-or-later
// The pages that the broker serves, in headless Chromium; and pages of others, which it refuses.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { once } from "node:events";
import { after, before, test } from "node:test";
import { launchChromium, newPage } from "../browser/chromium.mjs";
import { BrokerProcess } from "./broker_process.mjs";

const options = { timeout: 90000 };
let broker;
let browser;
let site; // a web server that is not the broker

before(async () => {
    broker = await BrokerProcess.start();
    site = createServer((request, response) => response.writeHead(200, { "Content-Type": "text/html" }).end("<p>a page</p>"));
    site.listen(0, "127.0.0.1");
    await once(site, "listening");
    browser = await launchChromium({ resolving: "MAP shop.example 127.0.0.1, MAP rebind.example 127.0.0.1" });
}, options);

after(async () => {
    await browser?.close();
    site?.close();
    await broker?.stop();
}, options);

async function joinedPage(nick, room, settings) {
    const page = await newPage(browser, settings);
    await page.goto(broker.httpUrl(`/demo/?room=${encodeURIComponent(room)}&nick=${encodeURIComponent(nick)}`));
    await page.click("#join");
    await page.waitForSelector('#state[data-state="open"]');
    return page;
}

async function say(page, text) {
    await page.fill("#text", text);
    await page.click("#send");
}

/** Waits for so many messages, and reads them as [who, own, text]. */
async function messages(page, count) {
    await page.waitForFunction((wanted) => document.querySelectorAll("#messages > .message").length >= wanted, count);
    return page.$$eval("#messages > .message", (lines) => lines.map(
        (line) => [line.dataset.user, line.dataset.own, line.querySelector(".text").textContent]));
}

async function broadcast(envelope) {
    const response = await fetch(broker.httpUrl("/__broadcastWebSocket.wc"), { method: "POST", body: JSON.stringify(envelope) });
    return response.json();
}

test("two tabs chat, and an operator's broadcast reaches both", options, async () => {
    const anna = await joinedPage("anna", "demo");
    const bert = await joinedPage("bert", "demo");
    const carl = await joinedPage("carl", "another room");
    await say(anna, "hello");
    await messages(bert, 1);
    await say(bert, "hello yourself");
    const expected = [["anna", "hello"], ["bert", "hello yourself"]];
    assert.deepEqual(await messages(anna, 2), expected.map(([who, text]) => [who, String(who === "anna"), text]));
    assert.deepEqual(await messages(bert, 2), expected.map(([who, text]) => [who, String(who === "bert"), text]));

    const receipt = await broadcast(
        { action: "announce", message: "closing at six", userId: "operator", recipients: [{ type: "group", value: "demo" }] });
    assert.deepEqual([receipt.recipients, receipt.sent], [2, 2]);
    for (const page of [anna, bert]) {
        assert.deepEqual((await messages(page, 3))[2], ["operator", "false", "closing at six"]);
        assert.equal(await page.textContent("#messages > .message:last-child .action"), "announce");
    }
    assert.equal(await carl.locator("#messages > .message").count(), 0);
    assert.deepEqual([...anna.complaints, ...bert.complaints, ...carl.complaints].filter((text) => !/favicon/.test(text)
        && !/404/.test(text)), []);
    for (const page of [anna, bert, carl]) {
        await page.context().close();
    }
});

test("what others write stays text", options, async () => {
    const page = await joinedPage("<b>me</b>", "texts");
    const text = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    await say(page, text);
    assert.deepEqual((await messages(page, 1))[0], ["<b>me</b>", "true", text]);
    assert.equal(await page.locator("#messages img, #messages script, #messages b").count(), 0);
    await broadcast({ action: "<i>a</i>", message: { list: [1, "<u>"] }, recipients: [{ type: "group", value: "texts" }] });
    assert.deepEqual((await messages(page, 2))[1], ["somebody", "false", '{"list":[1,"<u>"]}']);
    assert.equal(await page.locator("#messages i, #messages u").count(), 0);
    await page.context().close();
});

test("the room can be changed", options, async () => {
    const page = await joinedPage("anna", "first");
    await page.fill("#room", "second");
    await page.click("#join");
    await page.waitForFunction(() => document.getElementById("state").textContent.includes("second"));
    await page.waitForSelector('#state[data-state="open"]');
    await broadcast({ action: "a", message: "for the first", recipients: [{ type: "group", value: "first" }] });
    await broadcast({ action: "a", message: "for the second", recipients: [{ type: "group", value: "second" }] });
    assert.deepEqual((await messages(page, 1)).map(([, , text]) => text), ["for the second"]);
    await page.context().close();
});

test("the state of the connection is shown", options, async () => {
    const page = await newPage(browser);
    await page.goto(broker.httpUrl("/demo/"));
    assert.equal(await page.getAttribute("#state", "data-state"), "closed");
    assert.equal(await page.inputValue("#room"), "demo");
    assert.ok(await page.isDisabled("#send"));
    await page.click("#join");
    await page.waitForSelector('#state[data-state="open"]');
    assert.ok(await page.isEnabled("#send"));
    await page.context().close();
});

test("it fits a phone, and it is dark at night", options, async () => {
    const page = await joinedPage("anna", "phone", { viewport: { width: 340, height: 640 }, colorScheme: "dark" });
    await say(page, "a word of " + "great".repeat(60) + " length");
    await messages(page, 1);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), "nothing to scroll sideways");
    assert.ok(await page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight), "the form is in view");
    const luminance = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number)
        .reduce((sum, part) => sum + part, 0));
    assert.ok(luminance < 200, "dark paper");
    await page.context().close();
});

test("the status page shows its address and leads to the chat", options, async () => {
    const page = await newPage(browser, { viewport: { width: 340, height: 640 } });
    await page.goto(broker.httpUrl("/"));
    await page.waitForFunction((host) => [...document.querySelectorAll("[data-authority]")]
        .every((place) => place.textContent === host), `127.0.0.1:${broker.port}`);
    assert.match(await page.textContent("#version"), /^\d+\.\d+/);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
    await page.click("a.button");
    await page.waitForSelector("#join");
    assert.deepEqual(page.complaints.filter((text) => !/favicon|404/.test(text)), []);
    await page.context().close();
});

/** What a script of a page at `origin` achieves: a socket, a post that the page cannot read, one that it can. */
async function attempts(origin) {
    const page = await newPage(browser);
    await page.goto(origin);
    const result = await page.evaluate(async ([socketUrl, postUrl]) => {
        const socket = await new Promise((resolve) => {
            const tried = new WebSocket(socketUrl);
            tried.onopen = () => resolve("open");
            tried.onclose = () => resolve("refused");
        });
        const body = '{"action":"attack","recipients":[{"type":"group","value":"watched"}]}';
        const blind = await fetch(postUrl, { method: "POST", mode: "no-cors", body }).then(() => "sent", () => "failed");
        const open = await fetch(postUrl, { method: "POST", headers: { "Content-Type": "application/json" }, body })
            .then((response) => response.status, () => "failed");
        return { socket, blind, open };
    }, [broker.url, broker.httpUrl("/__broadcastWebSocket.wc")]);
    await page.context().close();
    return result;
}

test("a page of a foreign origin is refused, and one on loopback is not", options, async () => {
    const watcher = await joinedPage("watcher", "watched");
    const { port } = site.address();
    const foreign = await attempts(`http://shop.example:${port}/`);
    assert.deepEqual([foreign.socket, foreign.open], ["refused", "failed"]);
    assert.match(broker.log, /http:\/\/shop\.example:\d+/, "it was the broker that refused, and the log says so");
    assert.equal((await attempts(`http://localhost:${port}/`)).socket, "open");
    await broadcast({ action: "a", message: "fence", recipients: [{ type: "group", value: "watched" }] });
    assert.deepEqual((await messages(watcher, 1)).map(([, , text]) => text), ["fence"], "no attack came through");
    await watcher.context().close();
});

test("a name that was rebound to this machine is refused", options, async () => {
    const page = await newPage(browser);
    const response = await page.goto(`http://rebind.example:${broker.port}/demo/`);
    assert.equal(response.status(), 421);
    await page.context().close();
});
