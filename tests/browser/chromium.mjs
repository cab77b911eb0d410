// SPDX-License-Identifier: GPL-3.0-or-later
// Debian's Chromium, driven by playwright-core. A test program that imports this counts as skipped where one of them is missing.
import { existsSync } from "node:fs";
import { pinnedPackage } from "./support.mjs";

const { chromium } = pinnedPackage("playwright-core");
const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));
if (!executablePath) {
    console.log("skipped: there is no Chromium");
    process.exit(77);
}

/** A browser with a fresh folder of its own, which asks nobody outside. `resolving`: rules of names, as Chromium writes them. */
export function launchChromium({ resolving } = {}) {
    const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync"];
    return chromium.launch({
        executablePath,
        headless: true,
        args: resolving ? [...args, `--host-resolver-rules=${resolving}`] : args,
    });
}

/** A page in a context of its own; what its console complains of is kept. */
export async function newPage(browser, settings = {}) {
    const context = await browser.newContext(settings);
    const page = await context.newPage();
    page.complaints = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && page.complaints.push(message.text()));
    page.on("pageerror", (error) => page.complaints.push(String(error)));
    page.setDefaultTimeout(20000);
    return page;
}
