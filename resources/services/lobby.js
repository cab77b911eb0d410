// SPDX-License-Identifier: MIT
// An XSockets controller with all that there is: clients open {C:"lobby"} with ?name=Ann, set their room with set_room,
// and call say, rooms or whisper. Topics that it publishes (arrived, left) are for those who subscribe.
service({
    controller: "lobby",

    authorize(client, request) {
        client.data.name = request.query.name;
        return /^\w{1,20}$/.test(request.query.name || "");
    },

    onOpened(client) {
        publishToOthers("arrived", client.id);
    },

    onReopened(client) {
        client.invoke("welcome_back", client.getProperty("room"));
    },

    onClosed(client) {
        publishToAll("left", client.id, { retained: true });
    },

    methods: {
        // To everybody in the same room: what set_room sets is a property of the client.
        say(client, { text } = {}) {
            if (typeof text !== "string" || text === "") {
                throw new Error("there is nothing to say");
            }
            const room = client.getProperty("room");
            invokeTo((other) => other.getProperty("room") === room, "said", { from: client.id, text });
        },

        rooms() {
            return find(() => true).map((client) => client.getProperty("room")).filter((room) => room !== undefined);
        },

        whisper(client, { to, text } = {}) {
            invokeTo((other) => other.id === to, "said", { from: client.id, text });
        },
    },

    onMessage(client, topic) {
        throw new Error(`say, rooms and whisper can be called, and ${topic} cannot`);
    },
});
