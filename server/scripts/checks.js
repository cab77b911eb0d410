// SPDX-License-Identifier: GPL-3.0-or-later
// What a script says it is, and what a resource returns: the shapes are checked here, and made plain for the broker.
(function (native) {
    "use strict";

    const clientHandlers = [
        "onOpen", "onTextMessage", "onBinaryMessage", "onPong", "onError", "onIdleTimeout", "onClose",
    ];
    const controllerHandlers = ["authorize", "onOpened", "onReopened", "onMessage", "onClosed"];
    const codecs = ["decode", "encode"];
    const members = ["basePath", "upgradePath", "idleTimeout", "resources"].concat(clientHandlers,
        ["controller", "methods"], controllerHandlers, ["subprotocol"], codecs);
    const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
    const responseMembers = ["status", "headers", "body"];
    // What the broker writes by itself.
    const brokersHeaders = ["content-length", "transfer-encoding", "connection", "upgrade", "date"];
    const longestIdleSeconds = 86400;

    function kindOf(value) {
        if (value === null || value === undefined) {
            return String(value);
        }
        if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
            return "bytes";
        }
        const kind = Array.isArray(value) ? "array" : typeof value;
        return (/^[aeiou]/.test(kind) ? "an " : "a ") + kind;
    }

    function isObject(value) {
        return value !== null && typeof value === "object" && !Array.isArray(value) && kindOf(value) !== "bytes";
    }

    function refuseUnknown(object, known, where) {
        for (const name of Object.keys(object)) {
            if (known.indexOf(name) < 0) {
                const near = native.nearest(name, known);
                throw new Error(where + " has no member \"" + name + "\"; "
                    + (near ? "did you mean " + near + "?" : "there are " + known.join(", ")));
            }
        }
    }

    // "test/" → "/test": a slash in front, one less at the end, no quotes around it.
    function normalPath(value, name) {
        if (typeof value !== "string") {
            throw new Error(name + " is " + kindOf(value) + ", not a string such as \"/test\"");
        }
        let path = value.trim().replace(/^"(.*)"$/, "$1");
        path = (path[0] === "/" ? path : "/" + path).replace(/\/$/, "");
        if (path === "") {
            throw new Error(name + " is empty; write a name, such as \"/test\"");
        }
        if (/[\u0000-\u0020\u007f?#]|\/\//.test(path)) {
            throw new Error(name + " \"" + value + "\" has a space, a ?, a # or an empty part");
        }
        return path;
    }

    function withoutBraces(path, name) {
        if (/[{}]/.test(path)) {
            throw new Error(name + " \"" + path + "\" has braces: only the paths of resources have variable parts");
        }
        return path;
    }

    function resourcePath(text, key) {
        const path = normalPath(text, "the path of resource \"" + key + "\"");
        const names = [];
        for (const part of path.split("/")) {
            const match = /^\{([A-Za-z_][A-Za-z0-9_]*)\}$/.exec(part);
            if (/[{}]/.test(part) && !match) {
                throw new Error("resource \"" + key + "\": a variable part is a name in braces, such as /rm/{id}");
            }
            if (match && names.indexOf(match[1]) >= 0) {
                throw new Error("resource \"" + key + "\" has {" + match[1] + "} twice");
            }
            if (match) {
                names.push(match[1]);
            }
        }
        return path;
    }

    function readResources(resources, upgradePath) {
        if (!isObject(resources)) {
            throw new Error("resources is " + kindOf(resources) + ", not an object such as { \"GET /all\": function (request) {…} }");
        }
        const read = { names: [], functions: new Map() };
        const shapes = [];
        for (const key of Object.keys(resources)) {
            const words = /^([A-Za-z]+)\s+(\S+)$/.exec(key.trim());
            const method = words ? words[1].toUpperCase() : "";
            if (methods.indexOf(method) < 0) {
                throw new Error("resource \"" + key + "\": write a method (" + methods.join(", ") + ") and a path, such as \"GET /rm/{id}\"");
            }
            if (typeof resources[key] !== "function") {
                throw new Error("resource \"" + key + "\" is " + kindOf(resources[key]) + ", not a function");
            }
            const path = resourcePath(words[2], key);
            const shape = method + " " + path.replace(/\{[^}]*\}/g, "{}");
            if (shapes.indexOf(shape) >= 0) {
                throw new Error("resource \"" + key + "\" is there twice");
            }
            if (method === "GET" && path === upgradePath) {
                throw new Error("resource \"" + key + "\" is the upgradePath, where clients connect");
            }
            shapes.push(shape);
            read.names.push(method, path);
            read.functions.set(method + " " + path, resources[key]);
        }
        return read;
    }

    function readIdleTimeout(seconds) {
        if (typeof seconds !== "number" || !(seconds > 0 && seconds <= longestIdleSeconds)) {
            throw new Error("idleTimeout is a number of seconds, more than 0 and " + longestIdleSeconds + " at most");
        }
        return Math.ceil(seconds * 1000);
    }

    // Those of `names` that are there, each a function; they need `what`.
    function readFunctions(definition, names, needed, what) {
        return names.filter(function (name) {
            if (definition[name] === undefined) {
                return false;
            }
            if (typeof definition[name] !== "function") {
                throw new Error(name + " is " + kindOf(definition[name]) + ", not a function");
            }
            if (!needed) {
                throw new Error(name + " needs " + what);
            }
            return true;
        });
    }

    function readHandlers(definition, declared) {
        const handlers = readFunctions(definition, clientHandlers, declared.upgradePath,
            "an upgradePath: without one no client can connect").concat(
            readFunctions(definition, controllerHandlers, declared.controller,
                "a controller: without one no XSockets client can open it"),
            readFunctions(definition, codecs, declared.subprotocol, "a subprotocol, whose frames it is for"));
        if ((definition.decode === undefined) !== (definition.encode === undefined)) {
            throw new Error("decode and encode go together; without both the subprotocol has the format of XSockets");
        }
        if (definition.onIdleTimeout !== undefined && definition.idleTimeout === undefined) {
            throw new Error("onIdleTimeout needs an idleTimeout, in seconds");
        }
        return handlers;
    }

    // Topics that XSockets has for itself.
    function isReserved(topic) {
        return /^(\d+|s[1-4]|[sg]et_.+)$/i.test(topic);
    }

    function readController(name) {
        if (typeof name !== "string" || !/^[^\/\u0000-\u0020\u007f]{1,64}$/.test(name)) {
            throw new Error("controller is the name of a controller, 1 to 64 characters without spaces and slashes, such as \"demo\"");
        }
        if (name.toLowerCase() === "generic") {
            throw new Error("the controller generic is the broker's own");
        }
        return name.toLowerCase();
    }

    // By topic, in lower case. Names that begin with _ are for the script itself.
    function readMethods(methods, controller) {
        const read = new Map();
        if (!controller) {
            throw new Error("methods needs a controller: topics of which would they be?");
        }
        if (!isObject(methods)) {
            throw new Error("methods is " + kindOf(methods) + ", not an object such as { foo(client, data) {…} }");
        }
        for (const name of Object.keys(methods)) {
            const topic = name.toLowerCase();
            if (typeof methods[name] !== "function") {
                throw new Error("method " + name + " is " + kindOf(methods[name]) + ", not a function");
            }
            if (/^on[A-Z_]/.test(name)) {
                throw new Error("method " + name + " begins with \"on\", as handlers do, which stand beside methods");
            }
            if (isReserved(name)) {
                throw new Error("method " + name + " has the name of a topic that XSockets has for itself");
            }
            if (read.has(topic)) {
                throw new Error("method " + name + " is there twice: a topic counts in any case");
            }
            if (name[0] !== "_") {
                read.set(topic, methods[name]);
            }
        }
        return read;
    }

    function readSubprotocol(name) {
        if (typeof name !== "string" || !/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}$/.test(name)) {
            throw new Error("subprotocol is a name as in Sec-WebSocket-Protocol, such as \"DemoProtocol\"");
        }
        if (name === "XSocketsNET" || name === "raw" || /^signalbox\./.test(name)) {
            throw new Error("the subprotocol " + name + " is the broker's own");
        }
        return name;
    }

    // What service() was called with, checked; functions lie beside their names.
    function declare(definition) {
        if (!isObject(definition)) {
            throw new Error("service() takes an object such as { basePath: \"/test\", upgradePath: \"/websocket\" }, not " + kindOf(definition));
        }
        refuseUnknown(definition, members, "a service");
        const declared = { basePath: "", upgradePath: "", controller: "", subprotocol: "", idleMilliseconds: 0 };
        if (definition.controller !== undefined) {
            declared.controller = readController(definition.controller);
        }
        declared.methods = definition.methods === undefined ? new Map() : readMethods(definition.methods, declared.controller);
        if (definition.subprotocol !== undefined) {
            declared.subprotocol = readSubprotocol(definition.subprotocol);
        }
        const needsPath = definition.upgradePath !== undefined || definition.resources !== undefined
            || !(declared.controller || declared.subprotocol);
        if (definition.basePath === undefined && needsPath) {
            throw new Error(definition.upgradePath === undefined ? "the service has no basePath"
                : "the service has an upgradePath and no basePath");
        }
        if (definition.basePath !== undefined) {
            declared.basePath = withoutBraces(normalPath(definition.basePath, "basePath"), "basePath");
        }
        if (definition.upgradePath !== undefined) {
            declared.upgradePath = withoutBraces(normalPath(definition.upgradePath, "upgradePath"), "upgradePath");
        }
        const resources = readResources(definition.resources === undefined ? {} : definition.resources, declared.upgradePath);
        declared.resources = resources.names;
        declared.resourceFunctions = resources.functions;
        if (!declared.upgradePath && resources.names.length === 0 && !declared.controller && !declared.subprotocol) {
            throw new Error("the service has no upgradePath, no resources, no controller and no subprotocol, so nobody could reach it");
        }
        if (definition.idleTimeout !== undefined) {
            declared.idleMilliseconds = readIdleTimeout(definition.idleTimeout);
        }
        declared.handlers = readHandlers(definition, declared);
        return declared;
    }

    function readHeaders(headers) {
        if (!isObject(headers)) {
            throw new Error("headers of a response is " + kindOf(headers) + ", not an object");
        }
        const read = [];
        for (const name of Object.keys(headers)) {
            const value = String(headers[name]);
            if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) || /[^\t\u0020-\u007e]/.test(value)) {
                throw new Error("header \"" + name + "\" of a response has a character that HTTP does not allow");
            }
            if (brokersHeaders.indexOf(name.toLowerCase()) >= 0) {
                throw new Error("header \"" + name + "\" of a response is written by the broker");
            }
            read.push(name, value);
        }
        return read;
    }

    function bodyOf(body) {
        if (body === undefined) {
            return { type: "", content: "" };
        }
        if (typeof body === "string") {
            return { type: "text/plain; charset=utf-8", content: body };
        }
        if (kindOf(body) === "bytes") {
            return { type: "application/octet-stream", content: bytesOf(body) };
        }
        const json = JSON.stringify(body);
        if (json === undefined) {
            throw new Error("body of a response is " + kindOf(body) + ", which is not JSON");
        }
        return { type: "application/json", content: json };
    }

    // An ArrayBuffer of what a view shows.
    function bytesOf(bytes) {
        if (bytes instanceof ArrayBuffer) {
            return bytes;
        }
        return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    }

    // What a resource returned, as { status, headers: [name, value, …], body }.
    function respond(value) {
        if (value === undefined) {
            return { status: 204, headers: [], body: "" };
        }
        if (typeof value === "string") {
            return respond({ body: value });
        }
        if (!isObject(value)) {
            throw new Error("a resource returned " + kindOf(value) + "; return a string, or { status, headers, body }, whose body may be any JSON value");
        }
        refuseUnknown(value, responseMembers, "a response");
        const body = bodyOf(value.body);
        const status = value.status === undefined ? (value.body === undefined ? 204 : 200) : value.status;
        if (typeof status !== "number" || status !== Math.floor(status) || status < 200 || status > 599) {
            throw new Error("status of a response is a number from 200 to 599");
        }
        if ((status === 204 || status === 304) && value.body !== undefined) {
            throw new Error("a response with status " + status + " has no body");
        }
        const headers = value.headers === undefined ? [] : readHeaders(value.headers);
        const hasType = headers.some(function (text, place) {
            return place % 2 === 0 && text.toLowerCase() === "content-type";
        });
        if (body.type && !hasType) {
            headers.push("Content-Type", body.type);
        }
        return { status: status, headers: headers, body: body.content };
    }

    // What a method returned, for whoever called it.
    function reply(value) {
        if (value === undefined) {
            return { status: 204, headers: [], body: "" };
        }
        const json = JSON.stringify(value);
        if (json === undefined) {
            throw new Error("a method returned " + kindOf(value) + ", which is not JSON");
        }
        return { status: 200, headers: [], body: json };
    }

    function admission(value) {
        return { status: value === true ? 200 : 403, headers: [], body: "" };
    }

    // What decode() returned, as {C,T,D}.
    function decoded(value, controller) {
        if (value === undefined || value === null) {
            return { status: 204, headers: [], body: "" };
        }
        if (!isObject(value) || typeof value.topic !== "string" || value.topic === "") {
            throw new Error("decode returned " + (isObject(value) ? "an object without a topic" : kindOf(value))
                + "; return { controller, topic, data }, or null for a frame that is none");
        }
        refuseUnknown(value, ["controller", "topic", "data"], "a decoded message");
        const named = value.controller === undefined ? controller : value.controller;
        if (typeof named !== "string") {
            throw new Error("the controller of a decoded message is " + kindOf(named) + ", not a string");
        }
        const data = value.data === undefined ? "null" : JSON.stringify(value.data);
        if (data === undefined) {
            throw new Error("the data of a decoded message is " + kindOf(value.data) + ", which is not JSON");
        }
        return { status: 200, headers: [], body: JSON.stringify({ C: named, T: value.topic, D: data }) };
    }

    function encoded(value) {
        if (value === undefined || value === null) {
            return { status: 204, headers: [], body: "" };
        }
        if (typeof value !== "string" && kindOf(value) !== "bytes") {
            throw new Error("encode returned " + kindOf(value) + "; return a string, bytes, or null for a message that is not sent");
        }
        const content = bodyOf(value);
        return { status: 200, headers: ["Content-Type", content.type], body: content.content };
    }

    return {
        declare: declare, respond: respond, reply: reply, admission: admission, decoded: decoded, encoded: encoded,
        isReserved: isReserved, kindOf: kindOf, bytesOf: bytesOf,
    };
})
