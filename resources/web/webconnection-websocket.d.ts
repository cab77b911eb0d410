// SPDX-License-Identifier: MIT
import { CloseEvent, Envelope, OpenEvent, OutgoingMessage, SendResult, Signalbox, SignalboxError, SignalboxOptions }
    from "./signalbox.js";

export type WebConnectionRecipientType =
    | "group" | "user" | "client" | "socket" | "tag" | "all"
    | "allButUser" | "allExceptUser" | "allButClient";

export interface BroadcastMessage extends Omit<OutgoingMessage, "addRecipient"> {
    /** The value comes first, as in West Wind Web Connection. */
    addRecipient(value: string, type?: WebConnectionRecipientType): this;
}

export class WebConnectionWebSocket {
    constructor(options?: SignalboxOptions);
    onMessageHandler: ((envelope: Envelope) => void) | null;
    onOpenHandler: ((event: OpenEvent) => void) | null;
    onCloseHandler: ((event: CloseEvent) => void) | null;
    onErrorHandler: ((error: SignalboxError) => void) | null;
    readonly connection: Signalbox | null;
    tryConnect(retry?: boolean, groupId?: string, userId?: string): void;
    createBroadcastMessage(action: string, message: unknown): BroadcastMessage;
    send(msg: BroadcastMessage | Envelope): SendResult;
    close(code?: number, reason?: string): void;
}
