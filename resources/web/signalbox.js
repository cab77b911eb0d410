// SPDX-License-Identifier: MIT
//
// The JavaScript client of Signalbox, without dependencies. Browsers, Node 22 and later, or any WebSocket that is
// passed in as `options.WebSocket`.
//
//     import { Signalbox } from "/signalbox.js";
//     const box = new Signalbox({ groups: ["demo"], user: "anna" });
//     box.onMessage = (message) => console.log(message.userId, message.message);
//     await box.connect();
//     box.send("chatmessage", "hello", { type: "group", value: "demo" });

/** Close codes after which trying again would end in the same way: the client does not reconnect. */
export const FINAL_CLOSE_CODES = Object.freeze([1000, 1002, 1003, 1007, 1008, 1010]);

const RECIPIENT_TYPES = ["group", "user", "client", "socket", "tag", "all", "allButUser", "allExceptUser", "allButClient"];
const KNOWN_TYPES = new Set(RECIPIENT_TYPES.map((type) => type.toLowerCase()));
const STABLE_AFTER_MS = 5000; // a connection that lasts this long makes the next delay short again

/**
 * Milliseconds to wait before attempt number `attempt` (0 is the first after a loss): exponential backoff with full
 * jitter, so that many clients of one broker do not come back in the same moment.
 */
export function reconnectDelay(attempt, { minDelay = 500, maxDelay = 30000 } = {}, random = Math.random) {
    const ceiling = Math.min(maxDelay, minDelay * 2 ** Math.min(attempt, 30));
    return Math.round(random() * ceiling);
}

/** An error that the broker answered (`envelope.not_json` …) or that the client met itself (`client.…`). */
export class SignalboxError extends Error {
    constructor(code, text) {
        super(text);
        this.name = "SignalboxError";
        this.code = code;
    }
}

/** A message that came in. */
export class Message {
    constructor(envelope, text) {
        this.action = envelope.action;
        this.message = envelope.message ?? null;
        this.groupId = envelope.groupId;
        this.userId = envelope.userId;
        this.recipients = envelope.recipients ?? [];
        this.envelope = envelope; // all that was sent, keys unknown to us too
        this.text = text; // the bytes of the wire as text
    }

    /** What `message` holds: a string is parsed as JSON (SyntaxError when it is none), other values are returned. */
    json() {
        return typeof this.message === "string" ? JSON.parse(this.message) : this.message;
    }
}

/** A message to send; made by `createMessage`. It is plain data: JSON.stringify gives the envelope. */
export class OutgoingMessage {
    constructor(action, message, sender = {}) {
        this.action = action;
        this.message = message;
        if (sender.groupId !== undefined) {
            this.groupId = sender.groupId;
        }
        if (sender.userId !== undefined) {
            this.userId = sender.userId;
        }
        this.recipients = [];
    }

    /** Adds one entry, for example ("group", "demo"), ("allButUser", "anna") or ("all"). */
    addRecipient(type, value) {
        this.recipients.push(checkedRecipient({ type, value }));
        return this;
    }
}

/** The event of `open`: `reconnected` is false for the first connection. */
export class OpenEvent extends Event {
    constructor(reconnected) {
        super("open");
        this.reconnected = reconnected;
    }
}

/** The event of `message`; `message` is a Message. */
export class MessageEvent extends Event {
    constructor(message) {
        super("message");
        this.message = message;
    }
}

/**
 * The event of `close`: a connection ended, or an attempt failed (`opened` false). With `willReconnect`, the next
 * attempt starts in `delay` milliseconds.
 */
export class CloseEvent extends Event {
    constructor({ code, reason, wasClean, opened, willReconnect, delay }) {
        super("close");
        Object.assign(this, { code, reason, wasClean, opened, willReconnect, delay });
    }
}

/** The event of `error`; `error` is a SignalboxError. */
export class ErrorEvent extends Event {
    constructor(error) {
        super("error");
        this.error = error;
    }
}

/**
 * One connection to the broker, made again when it is lost.
 *
 * Events go to `onOpen(event)`, `onMessage(message, event)`, `onClose(event)`, `onError(error, event)` and to
 * listeners of `open`, `message`, `close`, `error` (addEventListener).
 */
export class Signalbox extends EventTarget {
    static CONNECTING = 0;
    static OPEN = 1;
    static CLOSING = 2;
    static CLOSED = 3;

    onOpen = null;
    onMessage = null;
    onClose = null;
    onError = null;

    #options;
    #url;
    #socket = null;
    #state = "closed";
    #attempt = 0; // attempts since the last stable connection
    #openedAt = 0; // of the present connection; 0: it is not open
    #everOpen = false;
    #timer = null;
    #queue = [];
    #connected = null; // {promise, resolve, reject} of connect()
    #tryNow = () => this.#retryAtOnce();

    /**
     * Options, all optional:
     * - `url`: ws, wss, http or https, or a path on the page's host; default: `/ws` on the page's host
     * - `groups` (or `group`), `user`, `tags`: who this client is
     * - `protocols`: subprotocols to ask for
     * - `reconnect`: false, or `{minDelay: 500, maxDelay: 30000, maxAttempts: Infinity}` in milliseconds
     * - `finalCloseCodes`: codes after which no attempt is made; default FINAL_CLOSE_CODES
     * - `queue`: how many messages wait while there is no connection; default 0: none
     * - `WebSocket`: the constructor to use; default: the global one
     * - `random`: a source of numbers in [0, 1) for the jitter
     */
    constructor(options = {}) {
        super();
        const reconnect = options.reconnect ?? {};
        this.#options = {
            groups: listOf(options.groups ?? options.group),
            user: options.user,
            tags: listOf(options.tags),
            protocols: listOf(options.protocols),
            reconnect: reconnect === false ? null : { maxAttempts: Infinity, ...(reconnect === true ? {} : reconnect) },
            finalCloseCodes: new Set(options.finalCloseCodes ?? FINAL_CLOSE_CODES),
            queue: options.queue ?? 0,
            WebSocket: options.WebSocket ?? globalThis.WebSocket,
            random: options.random ?? Math.random,
        };
        if (!this.#options.WebSocket) {
            throw new TypeError("There is no WebSocket here: pass one as options.WebSocket, or use Node 22 or later.");
        }
        this.#url = connectUrl(options.url, this.#options);
    }

    /** The address, with groups, user and tags in its query. */
    get url() {
        return this.#url;
    }

    get groups() {
        return [...this.#options.groups];
    }

    get user() {
        return this.#options.user;
    }

    /** "connecting", "open", "waiting" (for the next attempt), "closing" or "closed". */
    get state() {
        return this.#state;
    }

    /** As a WebSocket's; CONNECTING while waiting for the next attempt. */
    get readyState() {
        return { connecting: 0, waiting: 0, open: 1, closing: 2, closed: 3 }[this.#state];
    }

    /** The subprotocol that the broker chose, or "". */
    get protocol() {
        return this.#socket?.protocol ?? "";
    }

    /** Messages that wait for a connection. */
    get queuedMessages() {
        return this.#queue.length;
    }

    /** Bytes that were sent and have not left this machine. */
    get bufferedAmount() {
        return this.#socket?.bufferedAmount ?? 0;
    }

    /**
     * Connects, and keeps connected until `close`. The promise is fulfilled when the connection is open and rejected
     * when it will not come to be; it may be ignored.
     */
    connect() {
        if (this.#state === "closing") {
            throw new SignalboxError("client.closing", "The connection is closing: wait for the close event.");
        }
        if (!this.#connected) {
            this.#connected = deferred();
            this.#attempt = 0;
            this.#everOpen = false;
            this.#start();
        }
        return this.#connected.promise;
    }

    /**
     * Closes for good: no reconnecting. Messages that wait are dropped. `code` is 1000 or 3000 to 4999, `reason` at most
     * 123 bytes of UTF-8.
     */
    close(code = 1000, reason = "") {
        this.#queue = [];
        switch (this.#state) {
        case "closed":
        case "closing":
            return;
        case "waiting":
            this.#stopWaiting();
            this.#finish({ code, reason, wasClean: true, opened: false });
            return;
        default:
            this.#socket.close(code, reason); // throws for a code or reason that may not be sent: nothing has changed
            this.#state = "closing";
        }
    }

    /** A message whose sender is this client, for `addRecipient` and `send`. */
    createMessage(action, message = null) {
        return new OutgoingMessage(action, message, { groupId: this.#options.groups[0], userId: this.#options.user });
    }

    /**
     * Sends `send(action, message, recipients)` or `send(envelope)`. `message` is a string or any JSON value;
     * `recipients` one `{type, value}` or a list of them; none means the clients without a group.
     *
     * Returns "sent" (handed to the connection), "queued" (waits for a connection, see the `queue` option) or "dropped"
     * (no connection and no room to wait); what is dropped is told to `onError` too.
     */
    send(actionOrEnvelope, message = null, recipients = []) {
        const text = JSON.stringify(this.#envelope(actionOrEnvelope, message, recipients));
        if (this.#state === "open") {
            this.#socket.send(text);
            return "sent";
        }
        const mayWait = this.#state === "connecting" || this.#state === "waiting";
        if (mayWait && this.#queue.length < this.#options.queue) {
            this.#queue.push(text);
            return "queued";
        }
        const isFull = mayWait && this.#options.queue > 0;
        this.#tellError(isFull
            ? new SignalboxError("client.queue_full", `Not sent: ${this.#options.queue} messages wait for a connection.`)
            : new SignalboxError("client.not_connected", "Not sent: there is no connection."));
        return "dropped";
    }

    #envelope(actionOrEnvelope, message, recipients) {
        if (typeof actionOrEnvelope === "string") {
            const envelope = this.createMessage(actionOrEnvelope, message);
            envelope.recipients = (Array.isArray(recipients) ? recipients : [recipients]).map(checkedRecipient);
            return envelope;
        }
        if (typeof actionOrEnvelope?.action !== "string") {
            throw new TypeError("send() takes an action and a message, or an envelope with an action.");
        }
        return actionOrEnvelope;
    }

    #start() {
        this.#state = "connecting";
        this.#openedAt = 0;
        let socket;
        try {
            socket = new this.#options.WebSocket(this.#url, this.#options.protocols);
        } catch (error) { // an address or a subprotocol that can never work
            const refusal = this.#connected;
            this.#connected = null;
            this.#state = "closed";
            refusal.reject(error);
            throw error;
        }
        this.#socket = socket;
        socket.addEventListener("open", () => this.#opened());
        socket.addEventListener("message", (event) => this.#received(event.data));
        socket.addEventListener("error", () => this.#failed());
        socket.addEventListener("close", (event) => this.#closed(event));
    }

    #opened() {
        if (this.#state === "closing") {
            return;
        }
        this.#state = "open";
        this.#openedAt = Date.now();
        const reconnected = this.#everOpen;
        this.#everOpen = true;
        for (const text of this.#queue.splice(0)) {
            this.#socket.send(text);
        }
        this.#connected.resolve();
        this.#tell(new OpenEvent(reconnected), "onOpen");
    }

    #received(data) {
        if (typeof data !== "string") {
            this.#tellError(new SignalboxError("client.binary", "A binary message came; this client reads envelopes."));
            return;
        }
        let envelope = null;
        try {
            envelope = JSON.parse(data);
        } catch {
            // told below
        }
        if (envelope === null || typeof envelope !== "object" || Array.isArray(envelope)) {
            this.#tellError(new SignalboxError("client.not_envelope", "A message came that is no envelope."));
        } else if (envelope.action === "$error") {
            this.#tellError(new SignalboxError(envelope.code, envelope.message));
        } else {
            const message = new Message(envelope, data);
            this.#tell(new MessageEvent(message), "onMessage", message);
        }
    }

    #failed() {
        if (this.#state === "connecting") {
            const address = this.#url.split("?")[0];
            this.#tellError(new SignalboxError("client.connection_failed", `No connection to ${address}.`));
        }
    }

    #closed({ code, reason, wasClean }) {
        const opened = this.#openedAt > 0;
        if (opened && Date.now() - this.#openedAt >= STABLE_AFTER_MS) {
            this.#attempt = 0;
        }
        this.#socket = null;
        const { reconnect, finalCloseCodes, random } = this.#options;
        const again = this.#state !== "closing" && reconnect && !finalCloseCodes.has(code)
            && this.#attempt < reconnect.maxAttempts;
        if (!again) {
            this.#queue = [];
            this.#finish({ code, reason, wasClean, opened });
            return;
        }
        const delay = reconnectDelay(this.#attempt++, reconnect, random);
        this.#state = "waiting";
        this.#timer = setTimeout(this.#tryNow, delay);
        globalThis.addEventListener?.("online", this.#tryNow); // browsers: the network is back
        this.#tell(new CloseEvent({ code, reason, wasClean, opened, willReconnect: true, delay }), "onClose");
    }

    #finish({ code, reason, wasClean, opened }) {
        this.#state = "closed";
        const ended = this.#connected;
        this.#connected = null;
        ended.reject(new SignalboxError("client.closed", `The connection was closed (${code}${reason && `: ${reason}`}).`));
        this.#tell(new CloseEvent({ code, reason, wasClean, opened, willReconnect: false, delay: 0 }), "onClose");
    }

    #retryAtOnce() {
        this.#stopWaiting();
        this.#start();
    }

    #stopWaiting() {
        clearTimeout(this.#timer);
        this.#timer = null;
        globalThis.removeEventListener?.("online", this.#tryNow);
    }

    #tellError(error) {
        this.#tell(new ErrorEvent(error), "onError", error);
    }

    #tell(event, handler, ...values) {
        this[handler]?.(...values, event);
        this.dispatchEvent(event);
    }
}

function listOf(value) {
    if (value === undefined || value === null || value === "") {
        return [];
    }
    return Array.isArray(value) ? [...value] : [value];
}

function checkedRecipient({ type, value }) {
    if (!KNOWN_TYPES.has(String(type).toLowerCase())) {
        throw new TypeError(`"${type}" is no type of recipient: expected ${RECIPIENT_TYPES.join(", ")}.`);
    }
    if (String(type).toLowerCase() === "all") {
        return { type };
    }
    if (typeof value !== "string" || value === "") {
        throw new TypeError(`A recipient of type "${type}" needs a value.`);
    }
    return { type, value };
}

function connectUrl(given, { groups, user, tags }) {
    const page = globalThis.location?.href;
    if (!given && !page) {
        throw new TypeError("There is no page to take the address from: pass options.url.");
    }
    const url = new URL(given ?? new URL("/ws", page), page);
    url.protocol = { "http:": "ws:", "https:": "wss:" }[url.protocol] ?? url.protocol;
    url.hash = "";
    if (tags.some((tag) => tag.includes(","))) {
        throw new TypeError("A tag may not hold a comma: commas separate tags in the address.");
    }
    const parts = [
        url.search.slice(1),
        ...groups.map((group) => `groupId=${encodeURIComponent(group)}`),
        user ? `userId=${encodeURIComponent(user)}` : "",
        tags.length > 0 ? `tags=${tags.map(encodeURIComponent).join(",")}` : "",
    ];
    url.search = parts.filter(Boolean).join("&"); // not URLSearchParams: it writes a blank as "+"
    return url.href;
}

function deferred() {
    const result = {};
    result.promise = new Promise((resolve, reject) => Object.assign(result, { resolve, reject }));
    result.promise.catch(() => {}); // a caller who ignores it gets no "unhandled rejection"
    return result;
}
