// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/commands.h"
#include "server/link/frame_detail.h"
#include "ui/format/meaning.h"

#include <QtCore/QString>

#include <variant>
#include <vector>

namespace signalbox::ui {

class ClientNames;
class ClientsModel;
class EndedClients;

/// What the window knows of clients beside the message: what they are called, who is here now, who is gone.
struct KnownClients {
    const ClientNames& names;
    const ClientsModel& connected;
    const EndedClients& ended;
};

/// The command that would mend it; nothing where no command would.
using Mend = std::variant<std::monostate, link::JoinGroup, link::AllowOrigin, link::MuteClient>;
/// For a button: "Add to red", "Allow this session", "Unmute"; empty for nothing.
[[nodiscard]] QString mendText(const Mend& mend);
/// What the button says after it worked: "Added to red", "Allowed for this session", "Unmuted".
[[nodiscard]] QString mendedText(const Mend& mend);

inline namespace routing_places {
Q_NAMESPACE
/// Where one client stands with a message.
enum class RoutingPlace {
    Got,     ///< ● the system took it all
    Waiting, ///< ◐ it, or a rest of it, is in the client's queue; or no worker has said yet
    Lost,    ///< ✕ it was for the client, and dropped
    LeftOut, ///< ○ the rule did not name the client, or took it out
};
Q_ENUM_NS(RoutingPlace)
} // namespace routing_places

/// One client of an answer.
struct RoutingLine {
    ClientId client;
    RoutingPlace place = RoutingPlace::LeftOut;
    QString name;   ///< "ann c3"
    QString state;  ///< a glyph and words: "● sent", "◐ queued, 9.4 KB", "○ left out"
    QString reason; ///< "matched by group red", "not in red", "all but user ann"
    Mend mend;
};

/// Who got a message.
struct RoutingAnswer {
    QString sentence;               ///< "2 of 12 clients got it, 1 waits: it went to group red."
    std::vector<RoutingLine> lines; ///< those who got it, wait, lost it, were left out; by id within
    qint64 got = 0;
    qint64 waiting = 0;
    qint64 lost = 0;
    qint64 leftOut = 0;
    bool isKnown = false; ///< false: no message was routed here, and the sentence says so
};

/// Who got the message of this row and why, everybody who was there. Without a snapshot only those who were
/// to get it are known.
[[nodiscard]] RoutingAnswer whoGotThis(const link::FrameDetail& detail, const KnownClients& known);

/// The glyph of a place with its word: "● got it", "◐ waits", "✕ dropped", "○ left out".
[[nodiscard]] QString routingPlaceText(RoutingPlace place);
[[nodiscard]] Meaning routingPlaceMeaning(RoutingPlace place);

} // namespace signalbox::ui
