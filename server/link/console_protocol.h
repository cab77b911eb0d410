// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/commands.h"
#include "server/link/events.h"

#include <QtCore/QByteArray>

#include <variant>

namespace signalbox::link {

/// What a console that is attached from elsewhere and a broker say to each other: binary WebSocket messages,
/// each one CBOR item (RFC 8949). A variant is `[alternative, value]`, a value a map from the numbers of its
/// members (wire_fields.h) to what differs from the default.
namespace console {

inline constexpr char subprotocol[] = "signalbox.console.v1";
inline constexpr char path[] = "/api/v1/console";

/// As BrokerLink::attach(), or less.
struct Attach {
    bool state = true; ///< listeners, clients, statistics
    FrameWishes frames;
};
struct Detach {};
/// The console is done with so many FramesCaptured: no more than four are on their way.
struct BatchesTaken {
    int batches = 1;
};
/// Answered by a CommandAnswer with the same number, which the console counts.
struct NumberedCommand {
    quint64 number = 0;
    Command command;
};
using Request = std::variant<Attach, Detach, BatchesTaken, NumberedCommand>;

/// The first message of the broker.
struct Greeting {
    QByteArray program; ///< "Signalbox"
    QByteArray version; ///< of the program
    QByteArray run;     ///< random; another one after a restart, so that row numbers can be compared
};
using Reply = std::variant<Greeting, Event>;

[[nodiscard]] QByteArray encode(const Request& request);
[[nodiscard]] QByteArray encode(const Reply& reply);

/// Not CBOR, or CBOR of another shape.
struct Malformed {};
/// Well-formed, and of a kind that only a newer program knows.
struct NotUnderstood {
    quint64 number = 0; ///< of a NumberedCommand, to be answered; 0: of something else
};

/// `skipped`: entries of lists in it that only a newer program knows are left out, and counted here.
template <typename Message>
struct Decoded {
    std::variant<Malformed, NotUnderstood, Message> message;
    int skipped = 0;
};
[[nodiscard]] Decoded<Request> decodeRequest(const QByteArray& bytes);
[[nodiscard]] Decoded<Reply> decodeReply(const QByteArray& bytes);

} // namespace console

} // namespace signalbox::link
