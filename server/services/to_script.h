// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/script_values.h"

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
using What = std::variant<Opened, TextCame, BinaryCame, PongCame, IdleTimedOut, Failed, Closed, RequestCame>;
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
