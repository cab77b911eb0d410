// SPDX-License-Identifier: MIT
//
// XSockets with plain WebSocket calls: what the messages look like, and what a client must do, in one file. A message
// is {C: controller, T: topic, D: data}, the data a string that holds JSON; reserved topics have a number.
import { addLine } from "./lines.js";

const OPEN = "1", OPENED = "2", ERROR = "4", SUBSCRIBE = "5", UNSUBSCRIBE = "6", PING = "7", PONG = "8", ACKNOWLEDGE = "9";
const ID_KEY = "signalbox.xsockets.persistentId";
const RESEND_AFTER = 5000; // milliseconds, as the published clients do

/** A binary message: the length of its text, eight bytes, little endian; the text; the blob. */
function partsOf(payload) {
    const length = Number(new DataView(payload).getBigUint64(0, true));
    return [new TextDecoder().decode(payload.slice(8, 8 + length)), payload.slice(8 + length)];
}

class Conversation {
    #socket;
    #controller;
    #waiting = new Map(); // topic → functions that want the next message on it
    #unacknowledged = new Map(); // id → timer
    #lastId = 0;

    onOpened = () => {};
    onMessage = () => {};
    onFrame = () => {};
    onClosed = () => {};

    constructor(url, controller, persistentId) {
        this.#controller = controller.toLowerCase();
        const address = new URL(url);
        address.searchParams.set("qos", "1"); // we acknowledge what has an id
        if (persistentId) {
            address.searchParams.set("PersistentId", persistentId);
        }
        this.#socket = new WebSocket(address, "XSocketsNET");
        this.#socket.binaryType = "arraybuffer";
        this.#socket.addEventListener("open", () => this.#write({ C: this.#controller, T: OPEN }));
        this.#socket.addEventListener("message", (event) => this.#read(event.data));
        this.#socket.addEventListener("close", (event) => this.#end(event));
    }

    subscribe(topic) {
        this.#write({ C: this.#controller, T: SUBSCRIBE, D: JSON.stringify({ T: topic, A: true }) });
    }

    unsubscribe(topic) {
        this.#write({ C: this.#controller, T: UNSUBSCRIBE, D: JSON.stringify({ T: topic, A: false }) });
    }

    publish(topic, value, { acknowledged = false, retained = false } = {}) {
        const message = { C: this.#controller, T: topic, D: JSON.stringify(value) };
        if (retained) {
            message.R = true;
        }
        if (acknowledged) {
            this.#lastId = this.#lastId % 65535 + 1;
            Object.assign(message, { Q: 1, I: this.#lastId });
            this.#unacknowledged.set(message.I, setInterval(() => this.#write(message), RESEND_AFTER));
        }
        this.#write(message);
    }

    /** Calls `topic`; the promise is kept by the next message on it. */
    invoke(topic, value) {
        const answer = this.#next(topic);
        this.publish(topic, value);
        return answer;
    }

    setProperty(name, value) {
        this.#write({ C: this.#controller, T: `set_${name}`, D: JSON.stringify(value) });
    }

    getProperty(name) {
        const answer = this.#next(`get_${name}`);
        this.#write({ C: this.#controller, T: `get_${name}`, D: JSON.stringify("") });
        return answer;
    }

    close() {
        this.#socket.close(1000);
    }

    #next(topic) {
        const key = topic.toLowerCase();
        return new Promise((resolve) => this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), resolve]));
    }

    #write(message) {
        if (this.#socket.readyState === WebSocket.OPEN) {
            const text = JSON.stringify(message);
            this.#socket.send(text);
            this.onFrame("out", text);
        }
    }

    #read(payload) {
        const [text, blob] = typeof payload === "string" ? [payload, null] : partsOf(payload);
        this.onFrame("in", blob ? `${text} and ${blob.byteLength} bytes` : text);
        const message = JSON.parse(text);
        const value = message.D === undefined || message.D === "" ? null : JSON.parse(message.D);
        switch (message.T) {
        case OPENED:
            this.onOpened(value.PI);
            return;
        case PING:
            this.#write({ C: message.C, T: PONG });
            return;
        case ACKNOWLEDGE:
            clearInterval(this.#unacknowledged.get(message.I));
            this.#unacknowledged.delete(message.I);
            return;
        }
        if (message.I) {
            this.#write({ C: message.C, T: ACKNOWLEDGE, I: message.I });
        }
        const waiting = this.#waiting.get(message.T.toLowerCase());
        if (waiting?.length) {
            waiting.shift()(value);
        }
        this.onMessage(message, value);
    }

    #end(event) {
        this.#unacknowledged.forEach((timer) => clearInterval(timer));
        this.#unacknowledged.clear();
        this.onClosed(event);
    }
}

const page = Object.fromEntries(
    ["state", "connect-form", "controller", "drop", "forget", "persistent-id", "tools", "subscribe-form", "topic", "subscriptions",
        "publish-form", "publish-topic", "data", "acknowledged", "retained", "invoke", "property-form", "property", "value", "get",
        "messages", "empty"].map((id) => [id, document.getElementById(id)]),
);
let conversation = null;
let wanted = new Set(); // topics; they are subscribed to again, lest the broker has forgotten us

function showState(state, words) {
    page.state.dataset.state = state;
    page.state.textContent = words;
    page.tools.disabled = state !== "open";
    page.drop.disabled = state === "closed";
}

function showPersistentId() {
    const id = localStorage.getItem(ID_KEY);
    page["persistent-id"].textContent = id ? `My persistent id is ${id}.` : "No persistent id yet.";
    page.forget.disabled = !id;
}

function add(className, parts) {
    addLine(page.messages, className, parts);
    page.empty.hidden = true;
}

function showFrame(way, text) {
    const time = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
    add(`frame ${way}`, [["way", way === "in" ? "← in" : "→ out"], ["time", time], ["text", text]]);
}

function showNote(kind, text) {
    add(`note ${kind}`, [["text", text]]);
}

/** Text that is JSON means that value; anything else means itself. */
function valueOf(text) {
    try {
        return JSON.parse(text);
    } catch {
        return text;
    }
}

function showSubscription(topic) {
    if ([...page.subscriptions.children].some((item) => item.dataset.topic === topic)) {
        return;
    }
    wanted.add(topic);
    const item = document.createElement("li");
    item.dataset.topic = topic;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `${topic} ×`;
    button.title = `Unsubscribe from ${topic}`;
    button.addEventListener("click", () => {
        wanted.delete(topic);
        conversation.unsubscribe(topic);
        item.remove();
    });
    item.append(button);
    page.subscriptions.append(item);
}

function connect() {
    if (conversation) {
        conversation.onOpened = conversation.onMessage = conversation.onFrame = conversation.onClosed = () => {};
        conversation.close();
    }
    const controller = page.controller.value.trim();
    showState("connecting", "connecting …");
    conversation = new Conversation(new URL("../ws", location.href), controller, localStorage.getItem(ID_KEY));
    conversation.onFrame = showFrame;
    conversation.onOpened = (persistentId) => {
        wanted.forEach((topic) => conversation.subscribe(topic));
        localStorage.setItem(ID_KEY, persistentId);
        showPersistentId();
        showState("open", `${controller} is open`);
    };
    conversation.onMessage = (message, value) => {
        if (message.T === ERROR) {
            showNote("error", typeof value === "string" ? value : JSON.stringify(value));
        } else if (message.T.startsWith("__")) {
            showSubscription(message.T.slice(2));
        }
    };
    conversation.onClosed = (event) => {
        page.subscriptions.replaceChildren();
        showNote("state", `Connection ended (${event.code}${event.reason && `: ${event.reason}`}).`);
        showState("closed", "not connected");
    };
}

function onSubmit(form, act) {
    page[form].addEventListener("submit", (event) => {
        event.preventDefault();
        act();
    });
}

onSubmit("connect-form", connect);
onSubmit("subscribe-form", () => conversation.subscribe(page.topic.value.trim()));
onSubmit("publish-form", () => conversation.publish(page["publish-topic"].value.trim(), valueOf(page.data.value),
    { acknowledged: page.acknowledged.checked, retained: page.retained.checked }));
onSubmit("property-form", () => conversation.setProperty(page.property.value.trim(), valueOf(page.value.value)));
page.drop.addEventListener("click", () => conversation.close());
page.forget.addEventListener("click", () => {
    localStorage.removeItem(ID_KEY);
    wanted = new Set();
    showPersistentId();
});
page.invoke.addEventListener("click", async () => {
    const answer = await conversation.invoke(page["publish-topic"].value.trim(), valueOf(page.data.value));
    showNote("state", `Answer: ${JSON.stringify(answer)}`);
});
page.get.addEventListener("click", async () => {
    const name = page.property.value.trim();
    page.value.value = JSON.stringify(await conversation.getProperty(name));
});
showPersistentId();
page.controller.focus();
