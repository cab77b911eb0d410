// SPDX-License-Identifier: MIT
// ws://127.0.0.1:5210/store/ws with a header `id: 0`, or ?id=0: a connection that everybody finds under that name.
// It writes {"command":"send","id":"0","msg":"hi"}; the other commands are remove and close.
// store_info.js is the way in over HTTP: the store belongs to all services.
const commands = {
    send(order) {
        pushTextToConnection(order.id, order.msg);
    },
    remove(order) {
        removeStoredConnection(order.id); // it stays connected
    },
    close(order) {
        closeStoredConnection(order.id);
    },
};

service({
    basePath: "/store",
    upgradePath: "/ws",

    onOpen(client, request) {
        const id = request.header("id") || request.query.id;
        if (id) {
            client.storeConnection(id);
        }
    },

    onTextMessage(client, text) {
        if (text === "closeMe") {
            client.closeConnection();
            return;
        }
        try {
            const order = JSON.parse(text);
            if (!commands[order.command]) {
                throw new Error("commands are send, remove and close");
            }
            commands[order.command](order);
        } catch (error) { // such as: there is no connection with that name
            client.pushText(error.message);
        }
    },
});
