// SPDX-License-Identifier: MIT
// ws://127.0.0.1:5210/test/websocket: the smallest service that does everything; its log shows each event.
service({
    basePath: "/test",
    upgradePath: "/websocket",

    resources: {
        "POST /all": function (request) {
            broadcastText(request.body);
            return "done";
        },
    },

    onOpen(client, request) {
        console.log(`${client.id} came from ${client.address}, with ${request.header("user-agent")}`);
        client.data.messages = 0;
    },

    onTextMessage(client, text) {
        client.data.messages += 1;
        client.pushText(text);
    },

    onClose(client, code, reason) {
        console.log(`${client.id} left after ${client.data.messages} messages: ${code} ${reason}`);
    },
});
