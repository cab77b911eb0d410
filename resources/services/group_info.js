// SPDX-License-Identifier: MIT
// HTTP for groups.js:  curl -d hi http://127.0.0.1:5210/groupInfo/even
function send(group) {
    return function (request) {
        pushTextToGroup(group, request.body);
        return "done";
    };
}

function remove(group) {
    return function () {
        removeConnectionGroup(group); // its members stay connected
        return "done";
    };
}

function close(group) {
    return function () {
        closeConnectionGroup(group);
        return "done";
    };
}

service({
    basePath: "/groupInfo",
    resources: {
        "POST /even": send("even"),
        "POST /odd": send("odd"),
        "GET /rm-even": remove("even"),
        "GET /rm-odd": remove("odd"),
        "GET /close-even": close("even"),
        "GET /close-odd": close("odd"),
    },
});
