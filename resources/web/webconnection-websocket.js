// SPDX-License-Identifier: MIT
//
// The names of West Wind Web Connection's browser library on top of the Signalbox client: a page that was written for
// that library changes this one import.
//
//     import { WebConnectionWebSocket } from "/webconnection-websocket.js";
//     const socket = new WebConnectionWebSocket();
//     socket.onMessageHandler = (msg) => show(msg.userId, msg.message);
//     socket.tryConnect(true, "chatusers", "rstrahl");
//     const msg = socket.createBroadcastMessage("broadcastchatmessage", "hello");
//     msg.addRecipient("chatusers", "group");
//     socket.send(msg);

import { OutgoingMessage, Signalbox } from "./signalbox.js";

const CONNECT_PATH = "/__initializeSocket.wc";

/** A message whose `addRecipient` takes the value first, as that library does. */
export class BroadcastMessage extends OutgoingMessage {
    addRecipient(value, type = "group") {
        return super.addRecipient(type, value);
    }
}

export class WebConnectionWebSocket {
    onMessageHandler = null; // (envelope) => …
    onOpenHandler = null; // (event) => …
    onCloseHandler = null; // (event) => …
    onErrorHandler = null; // (error) => …; this one is ours: that library has none

    #options;
    #box = null;

    /** `options` are those of Signalbox; a page of that library passes none. */
    constructor(options = {}) {
        this.#options = options;
    }

    /** The Signalbox client below, or null before `tryConnect`. */
    get connection() {
        return this.#box;
    }

    /** Connects to `__initializeSocket.wc`; with `retry`, again whenever the connection is lost. */
    tryConnect(retry = false, groupId = "", userId = "") {
        this.#box?.close();
        const box = new Signalbox({
            url: CONNECT_PATH,
            ...this.#options,
            reconnect: retry && (this.#options.reconnect ?? true),
            groups: groupId,
            user: userId,
        });
        box.onMessage = (message) => this.onMessageHandler?.(message.envelope);
        box.onOpen = (event) => this.onOpenHandler?.(event);
        box.onClose = (event) => this.onCloseHandler?.(event);
        box.onError = (error) => this.onErrorHandler?.(error);
        this.#box = box;
        box.connect();
    }

    /** An envelope from this client; without recipients it goes to the clients that have no group. */
    createBroadcastMessage(action, message) {
        return new BroadcastMessage(action, message, { groupId: this.#box?.groups[0], userId: this.#box?.user });
    }

    send(msg) {
        if (!this.#box) {
            throw new Error("Call tryConnect() before send().");
        }
        return this.#box.send(msg);
    }

    close(code, reason) {
        this.#box?.close(code, reason);
    }
}
