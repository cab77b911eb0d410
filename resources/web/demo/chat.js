// SPDX-License-Identifier: MIT
//
// A chat in one room: the room is a group, the nick is the user id. Text from others enters the page as text only.
import { Signalbox } from "../signalbox.js";
import { addLine } from "./lines.js";

const ACTION = "chatmessage";

const page = Object.fromEntries(
    ["state", "join-form", "nick", "room", "join", "messages", "empty", "send-form", "text", "send"]
        .map((id) => [id, document.getElementById(id)]),
);
let box = null;

function showState(state, words) {
    page.state.dataset.state = state;
    page.state.textContent = words;
    const isOpen = state === "open";
    page.text.disabled = !isOpen;
    page.send.disabled = !isOpen;
}

function add(className, parts, data = {}) {
    addLine(page.messages, className, parts, { data, always: data.own === "true" });
    page.empty.hidden = true;
}

function showMessage(message) {
    const who = message.userId || "somebody";
    const text = typeof message.message === "string" ? message.message : JSON.stringify(message.message);
    const own = message.userId === box.user;
    const parts = [["who", who], ["time", new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })]];
    if (message.action !== ACTION) {
        parts.push(["action", message.action]); // not from a page like this one: from an operator or a program
    }
    add(own ? "message own" : "message", [...parts, ["text", text]],
        { user: who, action: message.action, own: String(own) });
}

function showNote(kind, text) {
    add(`note ${kind}`, [["text", text]], { note: kind });
}

function join(nick, room) {
    if (box) { // the old room's last words are no longer for this page
        box.onOpen = box.onMessage = box.onClose = box.onError = null;
        box.close();
    }
    box = new Signalbox({ url: new URL("../ws", location.href), groups: [room], user: nick });
    box.onOpen = (event) => {
        showState("open", `connected to ${room} as ${nick}`);
        showNote("state", event.reconnected ? "Connected again." : `You are in ${room} as ${nick}.`);
        page.text.focus();
    };
    box.onMessage = showMessage;
    box.onError = (error) => {
        if (error.code !== "client.connection_failed") { // that one is told by onClose
            showNote("error", `${error.message} (${error.code})`);
        }
    };
    box.onClose = (event) => {
        if (event.opened) {
            showNote("state", `Connection lost (${event.code}${event.reason && `: ${event.reason}`}).`);
        }
        if (event.willReconnect) {
            showState("waiting", `no connection, next attempt in ${(event.delay / 1000).toFixed(1)} s`);
        } else {
            showState("closed", "not connected");
        }
    };
    showState("connecting", "connecting …");
    page.join.textContent = "Change";
    box.connect();
}

page["join-form"].addEventListener("submit", (event) => {
    event.preventDefault();
    join(page.nick.value.trim(), page.room.value.trim());
});

page["send-form"].addEventListener("submit", (event) => {
    event.preventDefault();
    const message = box.createMessage(ACTION, page.text.value).addRecipient("group", box.groups[0]);
    if (box.send(message) === "sent") {
        page.text.value = "";
    }
    page.text.focus();
});

const query = new URLSearchParams(location.search);
page.nick.value = query.get("nick") ?? `guest-${Math.floor(1000 + Math.random() * 9000)}`;
page.room.value = query.get("room") || "demo";
page.nick.focus();
page.nick.select();
