// SPDX-License-Identifier: GPL-3.0-or-later
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SKIPPED = 77; // ctest's SKIP_RETURN_CODE

/** The folder of the pinned packages: see tests/browser/CMakeLists.txt. */
const nodeModules = process.env.SIGNALBOX_NODE_MODULES
    ?? fileURLToPath(new URL("../integration/node_modules", import.meta.url));

/** A package of tests/integration/package.json; the test program counts as skipped where it is not installed. */
export function pinnedPackage(name) {
    if (!existsSync(join(nodeModules, name))) {
        console.log(`skipped: ${name} is not in ${nodeModules}; install it with npm ci`);
        process.exit(SKIPPED);
    }
    return createRequire(join(nodeModules, "x.js"))(name);
}

/** The path of a file of such a package. */
export function packageFile(name, file) {
    pinnedPackage(name);
    return join(nodeModules, name, file);
}

export const { WebSocket, WebSocketServer } = pinnedPackage("ws");

/** A WebSocket server on a free port that keeps what came in; `connections` grows with each client. */
export class SmallServer {
    connections = [];
    #server;

    static async start(options = {}) {
        const server = new SmallServer();
        server.#server = new WebSocketServer({ host: "127.0.0.1", port: 0, ...options });
        server.#server.on("connection", (socket, request) => {
            const connection = { socket, url: request.url, protocol: socket.protocol, texts: [] };
            socket.on("message", (data) => connection.texts.push(data.toString()));
            server.connections.push(connection);
            server.#server.emit("counted");
        });
        await once(server.#server, "listening");
        return server;
    }

    get port() {
        return this.#server.address().port;
    }

    get url() {
        return `ws://127.0.0.1:${this.port}/ws`;
    }

    /** The connection number `index`, as soon as it is there. */
    async connection(index) {
        while (this.connections.length <= index) {
            await once(this.#server, "counted");
        }
        return this.connections[index];
    }

    async stop() {
        for (const { socket } of this.connections) {
            socket.terminate();
        }
        await new Promise((resolve) => this.#server.close(resolve));
    }
}

/** The next `event` of a Signalbox. */
export function eventOf(box, event) {
    return new Promise((resolve) => box.addEventListener(event, resolve, { once: true }));
}

/** The text number `index` that came over a connection of the SmallServer. */
export async function textOf(connection, index) {
    while (connection.texts.length <= index) {
        await once(connection.socket, "message");
    }
    return connection.texts[index];
}
