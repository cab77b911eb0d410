// SPDX-License-Identifier: GPL-3.0-or-later
// What a script says it is, and what a resource returns: the shapes are checked here, and made plain for the broker.
(function (native) {
    "use strict";

    const clientHandlers = [
        "onOpen", "onTextMessage", "onBinaryMessage", "onPong", "onError", "onIdleTimeout", "onClose",
    ];
    const members = ["basePath", "upgradePath", "idleTimeout", "resources"].concat(clientHandlers);
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

    function readHandlers(definition, upgradePath) {
        const handlers = [];
        for (const name of clientHandlers) {
            if (definition[name] === undefined) {
                continue;
            }
            if (typeof definition[name] !== "function") {
                throw new Error(name + " is " + kindOf(definition[name]) + ", not a function");
            }
            if (!upgradePath) {
                throw new Error(name + " needs an upgradePath: without one no client can connect");
            }
            handlers.push(name);
        }
        if (definition.onIdleTimeout !== undefined && definition.idleTimeout === undefined) {
            throw new Error("onIdleTimeout needs an idleTimeout, in seconds");
        }
        return handlers;
    }

    // What service() was called with, checked; functions lie beside their names.
    function declare(definition) {
        if (!isObject(definition)) {
            throw new Error("service() takes an object such as { basePath: \"/test\", upgradePath: \"/websocket\" }, not " + kindOf(definition));
        }
        refuseUnknown(definition, members, "a service");
        if (definition.basePath === undefined) {
            throw new Error(definition.upgradePath === undefined ? "the service has no basePath"
                : "the service has an upgradePath and no basePath");
        }
        const declared = { basePath: withoutBraces(normalPath(definition.basePath, "basePath"), "basePath"), upgradePath: "", idleMilliseconds: 0 };
        if (definition.upgradePath !== undefined) {
            declared.upgradePath = withoutBraces(normalPath(definition.upgradePath, "upgradePath"), "upgradePath");
        }
        const resources = readResources(definition.resources === undefined ? {} : definition.resources, declared.upgradePath);
        declared.resources = resources.names;
        declared.resourceFunctions = resources.functions;
        if (!declared.upgradePath && resources.names.length === 0) {
            throw new Error("the service has neither an upgradePath nor resources, so nobody could reach it");
        }
        if (definition.idleTimeout !== undefined) {
            declared.idleMilliseconds = readIdleTimeout(definition.idleTimeout);
        }
        declared.handlers = readHandlers(definition, declared.upgradePath);
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

    return { declare: declare, respond: respond, kindOf: kindOf, bytesOf: bytesOf };
})
