// SPDX-License-Identifier: MIT
// ws://127.0.0.1:5210/chat/ws?name=Ann: what one writes all get, the writer too. closeMe leaves.
service({
    basePath: "/chat",
    upgradePath: "/ws",

    onOpen(client, request) {
        client.data.name = request.header("name") || request.query.name || client.user || client.id;
        client.sendTextToOthers(`${client.data.name} is here`);
    },

    onTextMessage(client, text) {
        if (text === "closeMe") {
            client.closeConnection();
            return;
        }
        broadcastText(`${client.data.name}: ${text}`);
    },

    onClose(client) {
        broadcastText(`${client.data.name} has left`);
    },
});
