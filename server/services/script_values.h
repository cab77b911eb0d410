// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

#include <chrono>

namespace signalbox::services {

/// A header field, a query parameter, or a variable part of a path.
struct NamedText {
    QByteArray name;
    QByteArray value;

    friend bool operator==(const NamedText&, const NamedText&) = default;
};

/// What a script can read of a request, the handshake's too.
struct ScriptRequest {
    QByteArray method;
    QByteArray path; ///< decoded, without the query
    QList<NamedText> query;
    QList<NamedText> headers;    ///< as received, in order
    QList<NamedText> parameters; ///< {id} of the resource's path
    QByteArray body;

    friend bool operator==(const ScriptRequest&, const ScriptRequest&) = default;
};

struct ScriptResponse {
    int status = 200;
    QList<NamedText> headers;
    QByteArray body;
};

/// An error that a script threw, or that it could not be read for.
struct ScriptError {
    QString file; ///< without its folder
    int line = 0; ///< 0: unknown
    QString message;
    QString stack{};

    friend bool operator==(const ScriptError&, const ScriptError&) = default;
};

/// One client of a service, as its script is told when it opens.
struct ScriptClient {
    ClientId client;
    QByteArray user;
    QByteArray path;
    QByteArray address;
    // Of a client that has opened the controller of the script.
    bool hasController = false;
    QByteArray persistentId{};
    bool isBack = false;           ///< it came with the PersistentId
    QList<NamedText> properties{}; ///< set_NAME; JSON
};

/// An HTTP resource that a script serves, below its base path.
struct ScriptResource {
    QByteArray method; ///< "POST"
    QByteArray path;   ///< "/even", "/rm/{id}": a part in braces stands for any one segment

    friend bool operator==(const ScriptResource&, const ScriptResource&) = default;
};

/// What a script has said it is.
struct Declaration {
    QByteArray basePath;    ///< "/test": a slash in front, none at the end
    QByteArray upgradePath; ///< "/websocket"; empty: no clients can connect
    QByteArray controller;  ///< "demo", lower case: XSockets clients open it; empty: it has none
    QByteArray subprotocol; ///< "DemoProtocol": which clients offer on any path; empty: none
    QList<ScriptResource> resources;
    QList<QByteArray> handlers;              ///< "onOpen", …: those that it has
    std::chrono::milliseconds idleTimeout{}; ///< zero: clients may be silent
};

} // namespace signalbox::services
