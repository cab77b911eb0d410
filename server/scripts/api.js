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
    let result = null; // makes what the broker is answered of what was returned; null: nothing

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
        invoke: function (client, topic, data, options) {
            needOpen(client);
            say("invoke", declared.controller, false, false, [client], topic, data, options);
        },
        invokeToOthers: function (client, topic, data, options) {
            say("invokeToOthers", declared.controller, false, true, [client], topic, data, options);
        },
        publish: function (client, topic, data, options) {
            needOpen(client);
            say("publish", declared.controller, true, false, [client], topic, data, options);
        },
        publishToOthers: function (client, topic, data, options) {
            say("publishToOthers", declared.controller, true, true, [client], topic, data, options);
        },
        getProperty: function (client, name) {
            return propertiesOf(client).get(nameOf("getProperty", name, "property").toLowerCase());
        },
        setProperty: function (client, name, value) {
            needOpen(client);
            const key = nameOf("setProperty", name, "property").toLowerCase();
            const json = jsonOf("setProperty", value);
            propertiesOf(client).set(key, JSON.parse(json));
            native.setProperty(client.id, key, json);
        },
    };

    const properties = new WeakMap(); // by client: its controller's

    function propertiesOf(client) {
        const own = properties.get(client);
        if (own === undefined) {
            throw new Error("client " + client.id + " has not opened the controller");
        }
        return own;
    }

    function jsonOf(name, value) {
        const json = value === undefined ? "null" : JSON.stringify(value);
        if (json === undefined) {
            throw new TypeError(name + ": the data is " + checks.kindOf(value) + ", which is not JSON");
        }
        return json;
    }

    // Sends a message of a controller to these clients, or to all but these; to subscribers alone when it is published.
    function say(name, controller, subscribers, allBut, to, topic, data, given) {
        const options = given === undefined ? {} : given;
        nameOf(name, topic, "topic");
        if (!controller) {
            throw new Error(name + " needs a controller, which this service has not");
        }
        if (checks.isReserved(topic)) {
            throw new TypeError(name + ": XSockets has the topic " + topic + " for itself");
        }
        if ((options.acknowledged || options.retained) && !(subscribers && allBut)) {
            throw new TypeError(name + ": only what is published to all, or to all but some, is retained or acknowledged");
        }
        native.invoke(controller, topic, jsonOf(name, data), allBut, to.map(function (client) { return client.id; }), {
            subscribers: subscribers, acknowledged: options.acknowledged === true, retained: options.retained === true,
            blob: options.binary === undefined ? undefined : bytesOf(name, options.binary),
        });
    }

    // Clients of the controller: those of a list, or those for whom a predicate is true.
    function chosen(name, who) {
        if (typeof who === "function") {
            return Array.from(clients.values()).filter(function (client) {
                return properties.has(client) && who(client);
            });
        }
        const list = isClient(who) ? [who] : who;
        if (!Array.isArray(list) || !list.every(isClient)) {
            throw new TypeError(name + ": who gets it is a client, a list of clients, or a function that is asked about each");
        }
        return list;
    }

    // The verbs of a controller that name no client.
    function verbsOf(controller) {
        return {
            invokeTo: function (who, topic, data, options) {
                say("invokeTo", controller(), false, false, chosen("invokeTo", who), topic, data, options);
            },
            invokeToAll: function (topic, data, options) {
                say("invokeToAll", controller(), false, true, [], topic, data, options);
            },
            invokeToAllExcept: function (who, topic, data, options) {
                say("invokeToAllExcept", controller(), false, true, chosen("invokeToAllExcept", who), topic, data, options);
            },
            publishTo: function (who, topic, data, options) {
                say("publishTo", controller(), true, false, chosen("publishTo", who), topic, data, options);
            },
            publishToAll: function (topic, data, options) {
                say("publishToAll", controller(), true, true, [], topic, data, options);
            },
            publishToAllExcept: function (who, topic, data, options) {
                say("publishToAllExcept", controller(), true, true, chosen("publishToAllExcept", who), topic, data, options);
            },
        };
    }

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
        find: function (predicate) {
            if (typeof predicate !== "function") {
                throw new TypeError("find: what is looked for is " + checks.kindOf(predicate) + ", not a function that is asked about each client");
            }
            return chosen("find", predicate);
        },
        controller: function (name) {
            const of = nameOf("controller", name, "controller").toLowerCase();
            const verbs = verbsOf(function () { return of; });
            for (const verb of Object.keys(verbs)) {
                const act = verbs[verb];
                verbs[verb] = function (first, second, third, fourth) {
                    needHandler(verb);
                    act(first, second, third, fourth);
                };
            }
            return Object.freeze(verbs);
        },
    };
    Object.assign(acts, verbsOf(function () { return declared.controller; }));

    const clientMethods = {};

    function isClient(value) {
        return value !== null && typeof value === "object" && Object.getPrototypeOf(value) === clientMethods;
    }

    function offer(object, name, value) {
        Object.defineProperty(object, name, { value: Object.freeze(value), enumerable: true });
    }

    for (const name of Object.keys(clientActs)) {
        const act = clientActs[name];
        offer(clientMethods, name, function (first, second, third) {
            needHandler("client." + name);
            return act(this, first, second, third);
        });
        // The client may be named, as in the first version of Ballerina.
        offer(global, name, function (first, second, third, fourth) {
            needHandler(name);
            if (isClient(first)) {
                return act(first, second, third, fourth);
            }
            if (current === null) {
                throw new Error(name + " needs a client, and a resource has none; name it: " + name + "(client, …)");
            }
            return act(current, first, second, third);
        });
    }
    Object.freeze(clientMethods);

    for (const name of Object.keys(acts)) {
        const act = acts[name];
        offer(global, name, function (first, second, third, fourth) {
            needHandler(name);
            return act(first, second, third, fourth);
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

    const nobody = { user: "", path: "", address: "", hasController: false, persistentId: "", properties: [] };

    function newClient(id, about) {
        const client = Object.create(clientMethods);
        for (const member of [["id", id], ["user", about.user], ["path", about.path], ["address", about.address],
            ["persistentId", about.persistentId]]) {
            Object.defineProperty(client, member[0], { value: member[1], enumerable: true });
        }
        client.data = {};
        if (about.hasController) {
            const own = new Map();
            for (let i = 0; i < about.properties.length; i += 2) {
                own.set(about.properties[i], parsed(about.properties[i + 1]));
            }
            properties.set(client, own);
        }
        return client;
    }

    function makeClient(id, about) {
        const client = newClient(id, about);
        clients.set(id, client);
        return client;
    }

    // The broker has seen that it is JSON; null is as good as nothing, so that a parameter's default counts.
    function parsed(json) {
        const value = JSON.parse(json);
        return value === null ? undefined : value;
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

    // A method has the topic's name, in any case; what has none is for onMessage.
    function callMethod(client, topic, data, blob) {
        const method = declared.methods.get(topic.toLowerCase());
        if (method !== undefined) {
            return method.call(definition.methods, client, data, blob);
        }
        if (definition.onMessage === undefined) {
            throw new Error("the controller " + declared.controller + " has no method " + topic);
        }
        return definition.onMessage(client, topic, data, blob);
    }

    function messageFrom(text, blob) {
        const said = JSON.parse(text);
        let data = said.D;
        try {
            data = JSON.parse(said.D);
        } catch (error) {
            // a text that holds no JSON is the data itself
        }
        return { controller: said.C, topic: said.T, data: data, binary: blob };
    }

    // What XSockets clients do with the controller, and frames of the subprotocol. `undefined`: it is none of these.
    const controllerCalls = {
        authorize: function (id, request, about) {
            if (definition.authorize === undefined) {
                return true;
            }
            current = newClient(id, about);
            return definition.authorize(current, makeRequest(request));
        },
        onOpened: function (id, nothing, about) {
            current = makeClient(id, about);
            return definition.onOpened === undefined ? undefined : definition.onOpened(current);
        },
        onReopened: function (id) {
            current = clients.get(id) || makeClient(id, nobody);
            return definition.onReopened(current);
        },
        onClosed: function (id) {
            current = clients.get(id) || makeClient(id, nobody);
            clients.delete(id);
            return definition.onClosed === undefined ? undefined : definition.onClosed(current);
        },
        property: function (id, name, json) {
            const client = clients.get(id);
            if (client !== undefined && properties.has(client)) {
                properties.get(client).set(name, parsed(json));
            }
        },
        call: function (id, topic, json, blob) {
            current = clients.get(id);
            return current === undefined ? undefined : callMethod(current, topic, parsed(json), blob);
        },
        decode: function (id, frame) {
            return definition.decode(frame);
        },
        encode: function (id, text, blob) {
            return definition.encode(messageFrom(text, blob));
        },
    };
    const results = {
        resource: checks.respond,
        authorize: checks.admission,
        call: checks.reply,
        decode: function (value) { return checks.decoded(value, declared.controller); },
        encode: checks.encoded,
    };

    function run(name, id, first, second, third) {
        if (Object.prototype.hasOwnProperty.call(controllerCalls, name)) {
            return controllerCalls[name](id, first, second, third);
        }
        if (name === "resource") {
            const resource = declared.resourceFunctions.get(first);
            if (resource === undefined) {
                throw new Error("there is no resource " + first);
            }
            return resource.call(definition, makeRequest(second));
        }
        if (name === "onOpen") {
            makeClient(id, second);
        }
        current = clients.get(id) || makeClient(id, nobody);
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
        begin: function (name, id, first, second, third) {
            isRunning = true;
            result = Object.prototype.hasOwnProperty.call(results, name) ? results[name] : null;
            const own = { settled: null }; // a promise of an earlier call settles that call, and not this one
            outcome = own;
            try {
                const value = run(name, id, first, second, third);
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
                return result !== null ? { response: result(settled.value) } : undefined;
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
