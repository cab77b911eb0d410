// SPDX-License-Identifier: GPL-3.0-or-later
// What a script has in its hands: service(), clients, the functions that act, console. `native` is script_bridge.h and
// stays in here. resources/services/signalbox-service.d.ts describes all of it.
(function (global, native, checks) {
    "use strict";

    const clients = new Map();
    let definition = null; // what service() took
    let declared = null; // the same, checked
    let isRunning = false; // a handler or a resource
    let current = null; // the client of the handler
    let outcome = null; // of the call: how it was settled, { value } or { error }, or null while a promise is pending
    let isResource = false;

    function needHandler(name) {
        if (!isRunning) {
            throw new Error(name + " works only while a handler or a resource of the service runs");
        }
    }

    function needOpen(client) {
        if (clients.get(client.id) !== client) {
            throw new Error("client " + client.id + " has closed");
        }
    }

    function textOf(name, text) {
        if (typeof text !== "string") {
            throw new TypeError(name + ": the text is " + checks.kindOf(text) + ", not a string");
        }
        return text;
    }

    function bytesOf(name, bytes) {
        if (checks.kindOf(bytes) !== "bytes") {
            throw new TypeError(name + ": the message is " + checks.kindOf(bytes) + ", not an ArrayBuffer or a Uint8Array");
        }
        return checks.bytesOf(bytes);
    }

    function nameOf(name, given, what) {
        if (typeof given !== "string" || given === "") {
            throw new TypeError(name + ": the name of the " + what + " is "
                + (given === "" ? "empty" : checks.kindOf(given) + ", not a string"));
        }
        return given;
    }

    function checkedClose(code, reason) {
        const allowed = (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
        if (typeof code !== "number" || code !== Math.floor(code) || !allowed) { // RFC 6455 §7.4
            throw new RangeError("closeConnection: a close code is 1000 to 1003, 1007 to 1014 or 3000 to 4999");
        }
        textOf("closeConnection", reason);
        if (unescape(encodeURIComponent(reason)).length > 123) { // RFC 6455 §5.5
            throw new RangeError("closeConnection: a reason has 123 bytes of UTF-8 at most");
        }
    }

    // What is done with one client: a method of it, and a function that takes the current one.
    const clientActs = {
        sendText: function (client, text) {
            needOpen(client);
            native.send(client.id, textOf("sendText", text));
        },
        pushText: function (client, text) {
            needOpen(client);
            native.send(client.id, textOf("pushText", text));
        },
        pushBinary: function (client, bytes) {
            needOpen(client);
            native.send(client.id, bytesOf("pushBinary", bytes));
        },
        sendTextToOthers: function (client, text) {
            native.broadcast(textOf("sendTextToOthers", text), client.id);
        },
        closeConnection: function (client, code, reason) {
            const withCode = code === undefined ? 1000 : code;
            const withReason = reason === undefined ? "" : reason;
            checkedClose(withCode, withReason);
            needOpen(client);
            native.close(client.id, withCode, withReason);
        },
        storeConnection: function (client, name) {
            needOpen(client);
            native.storeConnection(nameOf("storeConnection", name, "connection"), client.id);
        },
        addConnectionToGroup: function (client, group) {
            needOpen(client);
            native.addToGroup(client.id, nameOf("addConnectionToGroup", group, "group"));
        },
        removeConnectionFromGroup: function (client, group) {
            needOpen(client);
            native.removeFromGroup(client.id, nameOf("removeConnectionFromGroup", group, "group"));
        },
    };

    const acts = {
        broadcastText: function (text) {
            native.broadcast(textOf("broadcastText", text), "");
        },
        pushTextToConnection: function (name, text) {
            native.sendToStored(nameOf("pushTextToConnection", name, "connection"), textOf("pushTextToConnection", text));
        },
        pushBinaryToConnection: function (name, bytes) {
            native.sendToStored(nameOf("pushBinaryToConnection", name, "connection"), bytesOf("pushBinaryToConnection", bytes));
        },
        removeStoredConnection: function (name) {
            native.removeStored(nameOf("removeStoredConnection", name, "connection"));
        },
        closeStoredConnection: function (name) {
            native.closeStored(nameOf("closeStoredConnection", name, "connection"));
        },
        pushTextToGroup: function (group, text) {
            native.sendToGroup(nameOf("pushTextToGroup", group, "group"), textOf("pushTextToGroup", text));
        },
        pushBinaryToGroup: function (group, bytes) {
            native.sendToGroup(nameOf("pushBinaryToGroup", group, "group"), bytesOf("pushBinaryToGroup", bytes));
        },
        removeConnectionGroup: function (group) {
            native.removeGroup(nameOf("removeConnectionGroup", group, "group"));
        },
        closeConnectionGroup: function (group) {
            native.closeGroup(nameOf("closeConnectionGroup", group, "group"));
        },
    };

    const clientMethods = {};

    function isClient(value) {
        return value !== null && typeof value === "object" && Object.getPrototypeOf(value) === clientMethods;
    }

    function offer(object, name, value) {
        Object.defineProperty(object, name, { value: Object.freeze(value), enumerable: true });
    }

    for (const name of Object.keys(clientActs)) {
        const act = clientActs[name];
        offer(clientMethods, name, function (first, second) {
            needHandler("client." + name);
            act(this, first, second);
        });
        // The client may be named, as in the first version of Ballerina.
        offer(global, name, function (first, second, third) {
            needHandler(name);
            if (isClient(first)) {
                act(first, second, third);
            } else if (current === null) {
                throw new Error(name + " needs a client, and a resource has none; name it: " + name + "(client, …)");
            } else {
                act(current, first, second);
            }
        });
    }
    Object.freeze(clientMethods);

    for (const name of Object.keys(acts)) {
        const act = acts[name];
        offer(global, name, function (first, second) {
            needHandler(name);
            act(first, second);
        });
    }

    offer(global, "service", function (given) {
        if (isRunning) {
            throw new Error("service() is called while the file is read, not in a handler");
        }
        if (declared !== null) {
            throw new Error("service() is called twice: a file holds one service");
        }
        declared = checks.declare(given);
        definition = given;
    });

    function logged(value) {
        if (value instanceof Error) {
            return String(value) + (value.stack ? "\n" + value.stack : "");
        }
        if (value !== null && typeof value === "object") {
            try {
                return JSON.stringify(value);
            } catch (error) {
                return String(value); // it refers to itself
            }
        }
        return String(value);
    }

    function logger(level) {
        return Object.freeze(function () {
            native.log(level, Array.prototype.map.call(arguments, logged).join(" "));
        });
    }

    offer(global, "console", { debug: logger(0), log: logger(1), info: logger(1), warn: logger(2), error: logger(3) });

    function makeClient(id, user, path, address) {
        const client = Object.create(clientMethods);
        for (const member of [["id", id], ["user", user], ["path", path], ["address", address]]) {
            Object.defineProperty(client, member[0], { value: member[1], enumerable: true });
        }
        client.data = {};
        clients.set(id, client);
        return client;
    }

    // [name, value, …] as an object; of two with one name the first, or both when they are joined.
    function named(pairs, lower, joined) {
        const object = Object.create(null);
        for (let i = 0; i < pairs.length; i += 2) {
            const name = lower ? pairs[i].toLowerCase() : pairs[i];
            if (object[name] === undefined) {
                object[name] = pairs[i + 1];
            } else if (joined) {
                object[name] += ", " + pairs[i + 1];
            }
        }
        return Object.freeze(object);
    }

    function makeRequest(plain) {
        const headers = named(plain.headers, true, true);
        return Object.freeze({
            method: plain.method,
            path: plain.path,
            query: named(plain.query, false, false),
            headers: headers,
            parameters: named(plain.parameters, false, false),
            body: plain.body,
            header: function (name) {
                return headers[String(name).toLowerCase()];
            },
            json: function () {
                try {
                    return JSON.parse(plain.body);
                } catch (error) {
                    throw new Error("the body of the request is not JSON");
                }
            },
        });
    }

    function argumentsOf(name, client, first, second) {
        switch (name) {
        case "onOpen":
            return [client, makeRequest(first)];
        case "onError":
            return [client, new Error(first)];
        case "onIdleTimeout":
            return [client];
        case "onClose":
            return [client, first, second];
        default:
            return [client, first];
        }
    }

    function run(name, id, first, second) {
        if (name === "resource") {
            const resource = declared.resourceFunctions.get(first);
            if (resource === undefined) {
                throw new Error("there is no resource " + first);
            }
            return resource.call(definition, makeRequest(second));
        }
        if (name === "onOpen") {
            makeClient(id, second[0], second[1], second[2]);
        }
        current = clients.get(id) || makeClient(id, "", "", "");
        if (name === "onClose") {
            clients.delete(id);
        }
        const handler = definition[name];
        return handler === undefined ? undefined : handler.apply(definition, argumentsOf(name, current, first, second));
    }

    function described(error) {
        try {
            if (!(error instanceof Error)) {
                return { message: "thrown: " + logged(error), stack: "" };
            }
            return { message: error.name === "Error" ? String(error.message) : String(error), stack: String(error.stack) };
        } catch (another) {
            return { message: "thrown: something that cannot be shown", stack: "" };
        }
    }

    return {
        // Runs what the broker asked for. What a promise has to do runs between this and end().
        begin: function (name, id, first, second) {
            isRunning = true;
            isResource = name === "resource";
            const own = { settled: null }; // a promise of an earlier call settles that call, and not this one
            outcome = own;
            try {
                const value = run(name, id, first, second);
                if (value !== null && typeof value === "object" && typeof value.then === "function") {
                    value.then(function (result) { own.settled = { value: result }; },
                        function (error) { own.settled = { error: error }; });
                } else {
                    own.settled = { value: value };
                }
            } catch (error) {
                own.settled = { error: error };
            }
        },
        // Nothing, { error } or { response }.
        end: function () {
            isRunning = false;
            current = null;
            try {
                const settled = outcome.settled;
                if (settled === null) {
                    throw new Error("the promise that was returned is never settled: there are no timers to wait for");
                }
                if ("error" in settled) {
                    throw settled.error;
                }
                return isResource ? { response: checks.respond(settled.value) } : undefined;
            } catch (error) {
                return { error: described(error) };
            }
        },
        // Clients that were there before the file was loaded anew.
        adopt: makeClient,
        declaration: function () {
            return declared === null ? undefined : declared;
        },
    };
})
