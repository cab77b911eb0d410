// SPDX-License-Identifier: MIT
// HTTP for store.js:  curl -d hi http://127.0.0.1:5210/storeInfo/0
service({
    basePath: "/storeInfo",
    resources: {
        "POST /{id}": function (request) {
            pushTextToConnection(request.parameters.id, request.body);
            return "done";
        },
        "GET /rm/{id}": function (request) {
            removeStoredConnection(request.parameters.id); // it stays connected
            return "done";
        },
        "GET /close/{id}": function (request) {
            closeStoredConnection(request.parameters.id);
            return "done";
        },
    },
});
