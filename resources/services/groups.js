// SPDX-License-Identifier: MIT
// ws://127.0.0.1:5210/groups/ws with a header `group: even`, or ?group=even: a client in a group.
// It writes {"command":"send","group":"even","msg":"hi"}; the other commands are remove, removeGroup and closeGroup.
// group_info.js is the way in over HTTP: groups belong to all services.
const commands = {
    send(client, order) {
        pushTextToGroup(order.group, order.msg);
    },
    remove(client, order) {
        client.removeConnectionFromGroup(order.group);
    },
    removeGroup(client, order) {
        removeConnectionGroup(order.group);
    },
    closeGroup(client, order) {
        closeConnectionGroup(order.group);
    },
};

service({
    basePath: "/groups",
    upgradePath: "/ws",

    onOpen(client, request) {
        const group = request.header("group") || request.query.group;
        if (group) {
            client.addConnectionToGroup(group);
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
                throw new Error("commands are send, remove, removeGroup and closeGroup");
            }
            commands[order.command](client, order);
        } catch (error) { // such as: there is no group with that name
            client.pushText(error.message);
        }
    },
});
