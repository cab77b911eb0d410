// SPDX-License-Identifier: MIT

export type RecipientType =
    | "group" | "user" | "client" | "socket" | "tag" | "all"
    | "allButUser" | "allExceptUser" | "allButClient";

export interface Recipient {
    type: RecipientType;
    /** Needed by every type but `all`. */
    value?: string;
}

/** What travels, in both directions. Keys that are not listed here are passed on. */
export interface Envelope {
    action: string;
    message?: unknown;
    groupId?: string;
    userId?: string;
    recipients?: Recipient[];
    [key: string]: unknown;
}

export interface ReconnectOptions {
    /** Milliseconds; the ceiling of the first delay. Default 500. */
    minDelay?: number;
    /** Milliseconds; the ceiling of every delay. Default 30000. */
    maxDelay?: number;
    /** Attempts in a row before giving up. Default: no limit. */
    maxAttempts?: number;
}

/** A constructor such as the browser's WebSocket or that of the `ws` package. */
export interface WebSocketConstructor {
    new (url: string, protocols?: string | string[]): unknown;
}

export interface SignalboxOptions {
    /** ws, wss, http or https, or a path on the page's host. Default: `/ws` on the page's host. */
    url?: string | URL;
    groups?: string | string[];
    /** The same as `groups`, for one. */
    group?: string;
    user?: string;
    /** Labels that select recipients; no commas in them. */
    tags?: string | string[];
    /** Subprotocols to ask for. */
    protocols?: string | string[];
    /** false: never reconnect. Default: exponential backoff with full jitter, 0.5 s to 30 s. */
    reconnect?: boolean | ReconnectOptions;
    /** Close codes after which no attempt is made. Default: FINAL_CLOSE_CODES. */
    finalCloseCodes?: Iterable<number>;
    /** How many messages wait while there is no connection. Default 0: none. */
    queue?: number;
    /** Default: the global WebSocket. */
    WebSocket?: WebSocketConstructor;
    /** Numbers in [0, 1) for the jitter. Default: Math.random. */
    random?: () => number;
}

/** "sent": handed to the connection; "queued": waits for one; "dropped": neither, `onError` was told. */
export type SendResult = "sent" | "queued" | "dropped";

export type SignalboxState = "connecting" | "open" | "waiting" | "closing" | "closed";

/** 1000, 1002, 1003, 1007, 1008, 1010: trying again would end in the same way. */
export const FINAL_CLOSE_CODES: readonly number[];

/** Milliseconds before attempt number `attempt`, of which 0 is the first after a loss. */
export function reconnectDelay(attempt: number, options?: ReconnectOptions, random?: () => number): number;

/** `code` is the broker's (`envelope.not_json` …) or the client's own (`client.not_connected` …). */
export class SignalboxError extends Error {
    constructor(code: string, text: string);
    readonly code: string;
}

/** A message that came in. */
export class Message {
    constructor(envelope: Envelope, text: string);
    readonly action: string;
    /** null when the sender gave none. */
    readonly message: unknown;
    readonly groupId?: string;
    readonly userId?: string;
    readonly recipients: Recipient[];
    /** Everything that was sent, unknown keys too. */
    readonly envelope: Envelope;
    /** As it came over the wire. */
    readonly text: string;
    /** A string is parsed as JSON (SyntaxError when it is none); any other value is returned. */
    json<T = unknown>(): T;
}

/** A message to send; JSON.stringify gives the envelope. */
export class OutgoingMessage {
    constructor(action: string, message: unknown, sender?: { groupId?: string; userId?: string });
    action: string;
    message: unknown;
    groupId?: string;
    userId?: string;
    recipients: Recipient[];
    addRecipient(type: "all"): this;
    addRecipient(type: RecipientType, value: string): this;
}

export class OpenEvent extends Event {
    constructor(reconnected: boolean);
    /** false for the first connection. */
    readonly reconnected: boolean;
}

export class MessageEvent extends Event {
    constructor(message: Message);
    readonly message: Message;
}

export interface CloseDetails {
    code: number;
    reason: string;
    wasClean: boolean;
    /** false: the attempt failed, there was no connection. */
    opened: boolean;
    willReconnect: boolean;
    /** Milliseconds until the next attempt, with `willReconnect`. */
    delay: number;
}

export class CloseEvent extends Event implements CloseDetails {
    constructor(details: CloseDetails);
    readonly code: number;
    readonly reason: string;
    readonly wasClean: boolean;
    readonly opened: boolean;
    readonly willReconnect: boolean;
    readonly delay: number;
}

export class ErrorEvent extends Event {
    constructor(error: SignalboxError);
    readonly error: SignalboxError;
}

export interface SignalboxEventMap {
    open: OpenEvent;
    message: MessageEvent;
    close: CloseEvent;
    error: ErrorEvent;
}

/** One connection to the broker, made again when it is lost. */
export class Signalbox extends EventTarget {
    static readonly CONNECTING: 0;
    static readonly OPEN: 1;
    static readonly CLOSING: 2;
    static readonly CLOSED: 3;

    constructor(options?: SignalboxOptions);

    onOpen: ((event: OpenEvent) => void) | null;
    onMessage: ((message: Message, event: MessageEvent) => void) | null;
    onClose: ((event: CloseEvent) => void) | null;
    onError: ((error: SignalboxError, event: ErrorEvent) => void) | null;

    readonly url: string;
    readonly groups: string[];
    readonly user: string | undefined;
    readonly state: SignalboxState;
    /** As a WebSocket's; CONNECTING while waiting for the next attempt. */
    readonly readyState: 0 | 1 | 2 | 3;
    readonly protocol: string;
    readonly queuedMessages: number;
    readonly bufferedAmount: number;

    /** Connects, and keeps connected until `close`. The promise may be ignored. */
    connect(): Promise<void>;
    /** For good: no reconnecting, waiting messages are dropped. */
    close(code?: number, reason?: string): void;
    createMessage(action: string, message?: unknown): OutgoingMessage;
    send(envelope: Envelope | OutgoingMessage): SendResult;
    send(action: string, message?: unknown, recipients?: Recipient | Recipient[]): SendResult;

    addEventListener<K extends keyof SignalboxEventMap>(
        type: K,
        listener: (event: SignalboxEventMap[K]) => void,
        options?: boolean | AddEventListenerOptions,
    ): void;
    addEventListener(
        type: string,
        listener: EventListenerOrEventListenerObject | null,
        options?: boolean | AddEventListenerOptions,
    ): void;
    removeEventListener<K extends keyof SignalboxEventMap>(
        type: K,
        listener: (event: SignalboxEventMap[K]) => void,
        options?: boolean | EventListenerOptions,
    ): void;
    removeEventListener(
        type: string,
        listener: EventListenerOrEventListenerObject | null,
        options?: boolean | EventListenerOptions,
    ): void;
}
