// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/error.h"
#include "server/core/ids.h"
#include "server/core/name.h"
#include "server/core/receipt.h"
#include "server/core/recipient.h"
#include "server/link/frame_commands.h"
#include "server/link/service_commands.h"
#include "server/websocket/close_code.h" // for the window, which may not reach there itself

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QString>

#include <chrono>
#include <variant>
#include <vector>

namespace signalbox::link {

/// Route a message as if it had been pushed over HTTP. `envelope` is JSON (PRODUCT section 3).
struct SendMessage {
    QByteArray envelope;
    bool confirm = false; ///< a ping follows the message to each client: see DeliveriesProgressed
};

/// Send bytes as they are, in one text or binary frame, around the envelope format. Text is UTF-8.
struct SendPayload {
    Recipients recipients;
    QByteArray payload;
    bool binary = false;
    bool confirm = false;
};

/// Who would get a message with these recipients, if it were sent now. Asks the resolver that a send asks.
struct PreviewRecipients {
    Recipients recipients;
};

/// Close one client with a code that may be on the wire and a reason of 123 bytes of UTF-8 at most.
struct DisconnectClient {
    ClientId client;
    quint16 closeCode = 1000;
    QByteArray closeReason;
};

/// Put a client into a group, beside those that it is in.
struct JoinGroup {
    ClientId client;
    GroupName group;
};
/// Take a client out of a group. Out of its last one, it is in the default group.
struct LeaveGroup {
    ClientId client;
    GroupName group;
};

/// Give a client a tag, beside those that it has.
struct AddTag {
    ClientId client;
    TagName tag;
};
struct RemoveTag {
    ClientId client;
    TagName tag;
};

/// Until then what the client sends is counted, shown and passed on to nobody; what is sent to it arrives.
struct MuteClient {
    ClientId client;
    WallTime until{}; ///< 1970: unmute; WallTime::max(): until it is unmuted
};

/// Close every client that is in the group.
struct CloseGroup {
    GroupName group;
    quint16 closeCode = 1000;
    QByteArray closeReason;
};
/// Take every client out of the group; they stay connected.
struct RemoveGroup {
    GroupName group;
};

/// Let pages of this origin connect: until the broker stops, or in later runs too.
struct AllowOrigin {
    QByteArray origin; ///< https://shop.example
    bool always = false;
};

/// The handshake of one client that is connected.
struct FetchClient {
    ClientId client;
};

inline namespace test_client_enums {
Q_NAMESPACE
/// What a test client does.
enum class TestBehaviour {
    Quiet,      ///< listens
    Echo,       ///< sends each message that it gets back to whoever sent it
    Chatter,    ///< says something to its group every `interval`
    SlowReader, ///< reads nothing for `interval` at a time
    Drops,      ///< drops its connection every `interval`, and comes back
};
Q_ENUM_NS(TestBehaviour)
} // namespace test_client_enums

/// Connect clients of our own over TCP, named "name 1", "name 2", ….
struct ConnectTestClients {
    int count = 3; ///< 1 to 500
    QByteArray name;
    QByteArray group; ///< empty: none
    TestBehaviour behaviour = TestBehaviour::Quiet;
    std::chrono::milliseconds interval{2000};
};
/// Close all of them.
struct DisconnectTestClients {};

/// Listen on the configured addresses.
struct StartListening {};
/// Stop accepting; clients stay.
struct StopListening {};

using Command =
    std::variant<SendMessage, SendPayload, PreviewRecipients, DisconnectClient, JoinGroup, LeaveGroup, AddTag,
                 RemoveTag, MuteClient, CloseGroup, RemoveGroup, AllowOrigin, FetchClient, ConnectTestClients,
                 DisconnectTestClients, StartListening, StopListening, FetchFrame, FilterFrames, SearchFrames,
                 CancelSearch, SetServiceEnabled, ReloadService, AddExampleService>;

/// Who would get it: a decision for every client, those reached first.
struct Preview {
    qint64 reached = 0;
    qint64 clients = 0; ///< how many there are
    std::vector<Decision> decisions;
    QString hint; ///< in words, when nobody would be reached
};

} // namespace signalbox::link
