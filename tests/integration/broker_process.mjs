// SPDX-License-Identifier: GPL-3.0-or-later
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const PATIENCE = Number(process.env.SIGNALBOX_TEST_PATIENCE ?? 1);

/** The real executable on a free port, with a profile of its own. */
export class BrokerProcess {
    log = "";
    port = 0;
    #process;
    #profile;

    static async start(...options) {
        const executable = process.env.SIGNALBOX_EXECUTABLE;
        if (!executable) {
            throw new Error("SIGNALBOX_EXECUTABLE names no program to test");
        }
        const broker = new BrokerProcess();
        broker.#profile = await mkdtemp(join(tmpdir(), "signalbox-test-"));
        broker.#process = spawn(executable,
            ["--no-gui", "--listen", "127.0.0.1:0", "--profile", broker.#profile, ...options],
            { stdio: ["ignore", "pipe", "pipe"] });
        broker.#process.stderr.on("data", (data) => {
            broker.log += data;
        });
        const late = setTimeout(() => broker.#process.kill("SIGKILL"), 30000 * PATIENCE);
        for await (const line of createInterface({ input: broker.#process.stdout })) {
            const match = /^listening on ws:\/\/127\.0\.0\.1:(\d+)$/.exec(line);
            if (match) {
                broker.port = Number(match[1]);
                break;
            }
        }
        clearTimeout(late);
        if (!broker.port) {
            throw new Error(`the broker does not listen; its log:\n${broker.log}`);
        }
        broker.#process.stdout.resume();
        return broker;
    }

    get profile() {
        return this.#profile;
    }

    get url() {
        return `ws://127.0.0.1:${this.port}/ws`;
    }

    httpUrl(path) {
        return `http://127.0.0.1:${this.port}${path}`;
    }

    /** SIGTERM; an exit status other than 0 and a sanitizer's report are failures. */
    async stop() {
        const late = setTimeout(() => this.#process.kill("SIGKILL"), 10000 * PATIENCE);
        if (this.#process.exitCode === null && this.#process.signalCode === null) {
            this.#process.kill("SIGTERM");
            await once(this.#process, "close");
        }
        clearTimeout(late);
        await rm(this.#profile, { recursive: true, force: true });
        if (this.#process.exitCode !== 0 || /ERROR: \w+Sanitizer|WARNING: ThreadSanitizer|runtime error:/.test(this.log)) {
            throw new Error(`exit status ${this.#process.exitCode ?? this.#process.signalCode}; the log:\n${this.log}`);
        }
    }
}
