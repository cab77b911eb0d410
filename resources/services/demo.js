// SPDX-License-Identifier: MIT
// The Demo controller of XSockets.NET's documentation, and the subprotocol that goes with it. In a browser:
//   const connection = new WebSocket("ws://127.0.0.1:5210", "DemoProtocol");
//   connection.onmessage = (event) => console.log(event.data);
//   connection.send(JSON.stringify({ M: "foo", J: "{s:'bar',i:42}" }));
// XSockets clients call {C:"demo",T:"foo",D:{"s":"bar","i":42}}.

// JSON, or what a person writes for it: {s:'bar',i:42}.
function read(text) {
    try {
        return JSON.parse(text);
    } catch (error) {
        return JSON.parse(text.replace(/"(?:[^"\\]|\\.)*"|'((?:[^'\\]|\\.)*)'|([A-Za-z_$][\w$]*)(?=\s*:)/g,
            function (whole, quoted, name) {
                if (quoted !== undefined) {
                    return JSON.stringify(quoted.replace(/\\(.)/g, "$1"));
                }
                return name !== undefined ? JSON.stringify(name) : whole;
            }));
    }
}

service({
    controller: "demo",
    subprotocol: "DemoProtocol",

    // {M:"method",J:"parameters in JSON format"}
    decode(frame) {
        const message = JSON.parse(frame);
        return { topic: message.M, data: message.J === undefined ? undefined : read(message.J) };
    },

    encode(message) {
        return JSON.stringify({ M: message.topic, J: JSON.stringify(message.data) });
    },

    methods: {
        foo(client, { s, i } = {}) {
            invokeToAll("foo", { stringValue: s, intValue: i });
        },
    },

    onMessage(client, topic, data) {
        invokeToAll(topic, data);
    },
});
