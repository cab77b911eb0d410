// SPDX-License-Identifier: MIT
//
// What a service of Signalbox has in its hands, so that editors complete it. Put this file beside the services.
//
// A service is one JavaScript file that calls service({ … }) once. The language is ECMAScript 2016: no async functions,
// no modules, no object spread. There is no setTimeout and no other timer, no file and no network: a service does
// something only when something came. A promise works: a handler may return one, and it counts as done when that is
// settled, which has to happen without waiting. What rejects a promise that nobody returns is lost. What a promise does
// during another client's call should name its own: client.pushText(…).
//
// A call has a deadline, and the process of a service has limits of memory and time: over them it is ended.

/** One client of the service. The same object from onOpen to onClose. */
interface Client {
    /** "c3": as in the window, the log and the API. */
    readonly id: string;
    /** Empty when it gave none. */
    readonly user: string;
    /** "/test/websocket" */
    readonly path: string;
    /** Its address and port. */
    readonly address: string;
    /** Of one that has opened the controller: what it comes back with. Else empty. */
    readonly persistentId: string;
    /** Yours. It is gone when the client has closed, or the file was loaded anew. */
    data: any;

    /** The same as pushText. */
    sendText(text: string): void;
    /** Sends it a text. */
    pushText(text: string): void;
    /** Sends it a binary message. */
    pushBinary(bytes: ArrayBuffer | ArrayBufferView): void;
    /** Sends a text to every other client of this service. */
    sendTextToOthers(text: string): void;
    /** Closes it with 1000, or with a code of RFC 6455 and up to 123 bytes of reason. */
    closeConnection(code?: number, reason?: string): void;
    /** Puts it into the store that all services share. Another connection with that name loses the name. */
    storeConnection(name: string): void;
    /** Puts it into a group that all services share, and makes the group if need be. */
    addConnectionToGroup(group: string): void;
    /** Takes it out of the group; it stays connected. Throws when it is not in it. */
    removeConnectionFromGroup(group: string): void;
    /** Sends it a message of the controller. */
    invoke(topic: string, data?: any, options?: MessageOptions): void;
    /** Sends every other client that has the controller open a message of it. */
    invokeToOthers(topic: string, data?: any, options?: MessageOptions): void;
    /** The same as invoke, when it subscribes to the topic. */
    publish(topic: string, data?: any, options?: MessageOptions): void;
    /** The same as invokeToOthers, to those who subscribe to the topic. */
    publishToOthers(topic: string, data?: any, options?: MessageOptions): void;
    /** What it has set with set_NAME; undefined: nothing, or null. */
    getProperty(name: string): any;
    /** Sets what the client reads with get_NAME, kept for its PersistentId. */
    setProperty(name: string, value: any): void;
}

interface MessageOptions {
    /** Makes it a binary message, of which the data is the metadata. */
    binary?: ArrayBuffer | ArrayBufferView;
    /** Of publishToAll and publishToAllExcept and publishToOthers: sent again to who acknowledges, until it does. */
    acknowledged?: boolean;
    /** Of the same: kept, and sent to whoever subscribes later. */
    retained?: boolean;
}

/** A client, a list of clients, or a function that is asked about each client of the controller. */
type Clients = Client | Client[] | ((client: Client) => boolean);

/** The verbs of another controller; a function as who gets it is asked about the clients of this script's. */
interface Controller {
    invokeTo(who: Clients, topic: string, data?: any, options?: MessageOptions): void;
    invokeToAll(topic: string, data?: any, options?: MessageOptions): void;
    invokeToAllExcept(who: Clients, topic: string, data?: any, options?: MessageOptions): void;
    publishTo(who: Clients, topic: string, data?: any, options?: MessageOptions): void;
    publishToAll(topic: string, data?: any, options?: MessageOptions): void;
    publishToAllExcept(who: Clients, topic: string, data?: any, options?: MessageOptions): void;
}

/** What came over HTTP, the handshake too. */
interface ServiceRequest {
    /** "GET" */
    readonly method: string;
    /** Without the query, decoded. */
    readonly path: string;
    /** The first value of each name. */
    readonly query: { readonly [name: string]: string };
    /** Names in lower case; what came twice is joined by ", ". */
    readonly headers: { readonly [name: string]: string };
    /** Of the variable parts of a resource's path: { id: "0" } for "GET /rm/{id}". */
    readonly parameters: { readonly [name: string]: string };
    /** As text, from UTF-8. */
    readonly body: string;
    /** The header of that name, in any case. */
    header(name: string): string | undefined;
    /** The body, read as JSON. Throws when it is none. */
    json(): any;
}

interface ServiceResponse {
    /** 200 to 599. Default: 200, or 204 without a body. */
    status?: number;
    /** Content-Type is set by the kind of the body unless it is here. */
    headers?: { [name: string]: string };
    /** A string is text/plain, bytes are application/octet-stream, anything else is JSON. */
    body?: string | ArrayBuffer | ArrayBufferView | object | number | boolean | null;
}

/** A string is a response with status 200; nothing is one with 204. */
type ServiceAnswer = string | ServiceResponse | void;

interface ServiceDefinition {
    /** "/test". Slashes in front are added, one at the end is removed. Needed for upgradePath and resources. */
    basePath?: string;
    /** "/websocket": clients connect to ws://host:port/test/websocket. Left out: none can. */
    upgradePath?: string;
    /** Seconds after which onIdleTimeout is called for a silent client. Left out: it may be silent. */
    idleTimeout?: number;
    /** "POST /even" or "GET /rm/{id}", below basePath: GET, POST, PUT, PATCH, DELETE. */
    resources?: { [methodAndPath: string]: (request: ServiceRequest) => ServiceAnswer | PromiseLike<ServiceAnswer> };
    /** Before its first message. */
    onOpen?(client: Client, request: ServiceRequest): void | PromiseLike<void>;
    onTextMessage?(client: Client, text: string): void | PromiseLike<void>;
    onBinaryMessage?(client: Client, bytes: ArrayBuffer): void | PromiseLike<void>;
    onPong?(client: Client, bytes: ArrayBuffer): void | PromiseLike<void>;
    /** It broke a rule of the protocol, or something could not be sent to it. */
    onError?(client: Client, error: Error): void | PromiseLike<void>;
    onIdleTimeout?(client: Client): void | PromiseLike<void>;
    /** It has left its groups and the store already, and nothing can be sent to it. */
    onClose?(client: Client, code: number, reason: string): void | PromiseLike<void>;

    /** "demo": XSockets clients open it and call its methods: {C:"demo",T:"foo",D:{"s":"bar"}}. In any case. */
    controller?: string;
    /**
     * By topic, in any case. The data is JSON; write foo(client, { s, i } = {}) to have the members of an object by name.
     * What is returned is the answer, on the same topic; what is thrown comes on the topic of errors. Names that begin with
     * _ cannot be called from outside.
     */
    methods?: { [topic: string]: (client: Client, data: any, binary?: ArrayBuffer) => any };
    /** Topics that have no method. */
    onMessage?(client: Client, topic: string, data: any, binary?: ArrayBuffer): any;
    /** Only true lets it open the controller; else it is told on topic 0 and closed with 1008. Asked before onOpened. */
    authorize?(client: Client, request: ServiceRequest): boolean | PromiseLike<boolean>;
    onOpened?(client: Client): void | PromiseLike<void>;
    /** Behind onOpened, when it came with the PersistentId of a former connection. */
    onReopened?(client: Client): void | PromiseLike<void>;
    /** It has closed the controller, or its connection has ended. */
    onClosed?(client: Client): void | PromiseLike<void>;

    /** "DemoProtocol": clients that offer it in Sec-WebSocket-Protocol, on any path. */
    subprotocol?: string;
    /**
     * What a frame says: a topic, and data for it; the controller is this script's unless it is named. Nothing: it is ignored.
     * A throw closes the client with 1007. Without decode and encode the subprotocol has the format of XSockets, {C,T,D}.
     */
    decode?(frame: string | ArrayBuffer): { controller?: string; topic: string; data?: any } | null | void;
    /** The frame that says it; nothing: it is not sent. Asked once for all who get it, so it must not depend on whom. */
    encode?(message: { controller: string; topic: string; data: any; binary?: ArrayBuffer }): string | ArrayBuffer | ArrayBufferView | null | void;
}

/** Says what this file serves. Exactly once, while the file is read. */
declare function service(definition: ServiceDefinition): void;

// What follows works while a handler or a resource runs, and throws elsewhere.
// Where a client is not named, it is the one whose handler runs; a resource has none, and has to name one.

/** The same as pushText. */
declare function sendText(text: string): void;
declare function sendText(client: Client, text: string): void;
/** Sends a text to the client. */
declare function pushText(text: string): void;
declare function pushText(client: Client, text: string): void;
/** Sends a binary message to the client. */
declare function pushBinary(bytes: ArrayBuffer | ArrayBufferView): void;
declare function pushBinary(client: Client, bytes: ArrayBuffer | ArrayBufferView): void;
/** Sends a text to every client of this service but this one. */
declare function sendTextToOthers(text: string): void;
declare function sendTextToOthers(client: Client, text: string): void;
/** Closes the client with 1000, or with a code of RFC 6455 and up to 123 bytes of reason. */
declare function closeConnection(code?: number, reason?: string): void;
declare function closeConnection(client: Client, code?: number, reason?: string): void;
/** Puts the client into the store that all services share. */
declare function storeConnection(name: string): void;
declare function storeConnection(client: Client, name: string): void;
/** Puts the client into a group that all services share. */
declare function addConnectionToGroup(group: string): void;
declare function addConnectionToGroup(client: Client, group: string): void;
/** Takes the client out of the group; it stays connected. Throws when it is not in it. */
declare function removeConnectionFromGroup(group: string): void;
declare function removeConnectionFromGroup(client: Client, group: string): void;

/** Sends the client a message of the controller. */
declare function invoke(topic: string, data?: any, options?: MessageOptions): void;
declare function invoke(client: Client, topic: string, data?: any, options?: MessageOptions): void;
/** Sends it to every other client that has the controller open. */
declare function invokeToOthers(topic: string, data?: any, options?: MessageOptions): void;
declare function invokeToOthers(client: Client, topic: string, data?: any, options?: MessageOptions): void;
/** Sends it to the client when it subscribes to the topic. */
declare function publish(topic: string, data?: any, options?: MessageOptions): void;
declare function publish(client: Client, topic: string, data?: any, options?: MessageOptions): void;
/** Sends it to every other client that subscribes to the topic, of whatever dialect. */
declare function publishToOthers(topic: string, data?: any, options?: MessageOptions): void;
declare function publishToOthers(client: Client, topic: string, data?: any, options?: MessageOptions): void;
/** A property of the client, set_NAME. */
declare function getProperty(name: string): any;
declare function getProperty(client: Client, name: string): any;
/** Sets a property of the client. */
declare function setProperty(name: string, value: any): void;
declare function setProperty(client: Client, name: string, value: any): void;
/** Sends a message of the controller to those. */
declare function invokeTo(who: Clients, topic: string, data?: any, options?: MessageOptions): void;
/** Sends it to every client that has the controller open. */
declare function invokeToAll(topic: string, data?: any, options?: MessageOptions): void;
/** Sends it to every client that has the controller open, but not to those. */
declare function invokeToAllExcept(who: Clients, topic: string, data?: any, options?: MessageOptions): void;
/** Sends it to those of them who subscribe to the topic. */
declare function publishTo(who: Clients, topic: string, data?: any, options?: MessageOptions): void;
/** Sends it to everybody who subscribes to the topic, of whatever dialect: the group CONTROLLER/TOPIC. */
declare function publishToAll(topic: string, data?: any, options?: MessageOptions): void;
/** Sends it to everybody who subscribes to the topic, but not to those. */
declare function publishToAllExcept(who: Clients, topic: string, data?: any, options?: MessageOptions): void;
/** The clients of the controller for whom it is true. */
declare function find(predicate: (client: Client) => boolean): Client[];
/** Another controller, of a script or of nobody. */
declare function controller(name: string): Controller;

/** Sends a text to every client of this service, the sender too. */
declare function broadcastText(text: string): void;
/** Sends a text to a stored connection, of any service. Throws when the name is unknown. */
declare function pushTextToConnection(name: string, text: string): void;
/** Sends a binary message to a stored connection. Throws when the name is unknown. */
declare function pushBinaryToConnection(name: string, bytes: ArrayBuffer | ArrayBufferView): void;
/** Forgets the name; the client stays connected. Throws when the name is unknown. */
declare function removeStoredConnection(name: string): void;
/** Closes the client with 1000. Throws when the name is unknown. */
declare function closeStoredConnection(name: string): void;
/** Sends a text to all in the group, of any service. Throws when there is no such group. */
declare function pushTextToGroup(group: string, text: string): void;
/** Sends a binary message to all in the group. Throws when there is no such group. */
declare function pushBinaryToGroup(group: string, bytes: ArrayBuffer | ArrayBufferView): void;
/** Removes the group; its members stay connected. Throws when there is no such group. */
declare function removeConnectionGroup(group: string): void;
/** Closes all in the group with 1000 and removes it. Throws when there is no such group. */
declare function closeConnectionGroup(group: string): void;

/** To the log and the window: 200 lines a second, 8 KiB each. */
declare const console: {
    debug(...values: any[]): void;
    log(...values: any[]): void;
    info(...values: any[]): void;
    warn(...values: any[]): void;
    error(...values: any[]): void;
};
