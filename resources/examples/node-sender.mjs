// SPDX-License-Identifier: MIT
// Sends a message from Node 18 or later, without any package, to the group "demo" of a Signalbox.
// Listen to it at http://localhost:5210/demo/
//     node node-sender.mjs [BASE_URL]
const baseUrl = process.argv[2] ?? "http://localhost:5210/";
const envelope = {
    action: "chatmessage",
    message: "Hello from Node",
    recipients: [{ type: "group", value: "demo" }],
};
const response = await fetch(`${baseUrl}__broadcastWebSocket.wc`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(envelope),
    signal: AbortSignal.timeout(10000),
});
const answer = await response.json(); // {"id":"m18","recipients":3,"sent":3,"queued":0,"dropped":0}
if (!response.ok) {
    console.error(answer.error.code, answer.error.reason);
    process.exit(1);
}
console.log("reached", answer.recipients, "clients", answer.hint ?? "");
