// SPDX-License-Identifier: GPL-3.0-or-later
// A broker over Node's ws for the work of load-generator. The folder with node_modules/ws is the first argument.
import { createRequire } from "node:module";

const { WebSocketServer } = createRequire(`${process.argv[2]}/`)("ws");
const users = new Map();
const groups = new Map();

const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false });
server.on("listening", () => console.log(`listening on ws://127.0.0.1:${server.address().port}`));
server.on("connection", (socket, request) => {
  const url = new URL(request.url, "ws://localhost");
  const user = url.searchParams.get("userId");
  const group = url.searchParams.get("groupId");
  const members = groups.get(group) ?? new Set();
  groups.set(group, members);
  users.set(user, socket);
  members.add(socket);
  socket.on("close", () => {
    users.delete(user);
    members.delete(socket);
  });
  if (url.pathname === "/echo") {
    socket.on("message", (data) => socket.send(data, { binary: false }));
    return;
  }
  socket.on("message", (data) => {
    for (const { type, value } of JSON.parse(data).recipients) {
      if (type === "user") {
        users.get(value)?.send(data, { binary: false });
      } else {
        for (const member of groups.get(value) ?? []) member.send(data, { binary: false });
      }
    }
  });
});
