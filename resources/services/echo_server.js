// SPDX-License-Identifier: MIT
// ws://127.0.0.1:5210/echo-server/ws: says back what was said, until it hears closeMe.
service({
    basePath: "/echo-server",
    upgradePath: "/ws",
    idleTimeout: 600,

    onTextMessage(client, text) {
        if (text === "closeMe") {
            client.closeConnection();
            return;
        }
        client.pushText(`You said: ${text}`);
    },

    onBinaryMessage(client, bytes) {
        client.pushBinary(bytes);
    },

    onIdleTimeout(client) {
        client.closeConnection(1000, "ten minutes without a word");
    },
});
