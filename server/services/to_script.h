// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/script_values.h"

#include <optional>
#include <variant>

namespace signalbox::services {

/// What the broker asks of a script host, in order.
namespace to_script {
/// Once, first.
struct Load {
    QString file;
    QByteArray source;           ///< UTF-8
    QList<ScriptClient> clients; ///< that are connected already: the script was loaded anew
};
struct Opened {
    ScriptClient client;
    ScriptRequest request;
};
struct TextCame {
    ClientId client;
    QByteArray text; ///< UTF-8
};
struct BinaryCame {
    ClientId client;
    QByteArray payload;
};
struct PongCame {
    ClientId client;
    QByteArray payload;
};
struct IdleTimedOut {
    ClientId client;
};
/// The connection broke a rule of the protocol, or a message could not be sent to it.
struct Failed {
    ClientId client;
    QString what;
};
/// It has left its groups and the connection store already.
struct Closed {
    ClientId client;
    quint16 code = 1006;
    QByteArray reason;
};
struct RequestCame {
    ScriptRequest request;
    ScriptResource resource; ///< as declared; a script that was loaded anew may not have it any more
};
// Of the controller.
/// Whether the client may open it: the response has the status 200, or another.
struct AuthorizationAsked {
    ScriptClient client;
    ScriptRequest request;
};
struct ControllerOpened {
    ScriptClient client;
};
/// It came with its PersistentId: follows on ControllerOpened.
struct ControllerReopened {
    ClientId client;
};
/// The response is what was returned, as JSON; 204: nothing was.
struct ControllerCalled {
    ClientId client;
    QByteArray topic;
    QByteArray data; ///< JSON
    std::optional<QByteArray> blob;
};
struct PropertySet {
    ClientId client;
    QByteArray name;
    QByteArray value; ///< JSON
};
struct ControllerClosed {
    ClientId client;
};
// Of the subprotocol.
/// The response is the message, {C,T,D}; 204: it is none.
struct FrameCame {
    QByteArray payload;
    bool binary = false;
};
/// The response is the frame, whose Content-Type tells whether it is binary; 204: it is not sent.
struct EncodingAsked {
    QByteArray message; ///< {C,T,D}
    std::optional<QByteArray> blob;
};
using What = std::variant<Opened, TextCame, BinaryCame, PongCame, IdleTimedOut, Failed, Closed, RequestCame,
                          AuthorizationAsked, ControllerOpened, ControllerReopened, ControllerCalled,
                          PropertySet, ControllerClosed, FrameCame, EncodingAsked>;
/// Answered by one from_script::Done.
struct Call {
    quint64 number = 0;
    What what;
};
/// To a from_script::Ask; an empty error: it is done.
struct Answer {
    QString error;
};
} // namespace to_script

using ToScript = std::variant<to_script::Load, to_script::Call, to_script::Answer>;

} // namespace signalbox::services
