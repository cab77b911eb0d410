// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/end_reason.h"
#include "server/core/ids.h"
#include "server/core/name.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <memory>

namespace signalbox::link {

/// How much went through one client since it connected, and what waits for it now.
struct ClientTraffic {
    ClientId client;
    quint64 messagesReceived = 0;
    quint64 messagesSent = 0;
    quint64 bytesReceived = 0;
    quint64 bytesSent = 0;
    qint64 queuedBytes = 0;
    std::chrono::microseconds roundTrip{-1}; ///< of the last ping; negative: none yet
    quint64 messagesIgnored = 0;             ///< of those received: its dialect does not let it send

    friend bool operator==(const ClientTraffic&, const ClientTraffic&) = default;
};

/// What a client of the xsockets dialect wants to hear.
struct Subscription {
    QByteArray controller;
    QByteArray topic; ///< may have the wildcards + and #
    GroupName group;  ///< that it is in for it

    friend bool operator==(const Subscription&, const Subscription&) = default;
};

/// Who one client is. The peer's text is passed on as it came: whoever shows it makes it plain.
struct ClientInfo {
    ClientId client;
    UserName user;           ///< empty: none given
    QList<GroupName> groups; ///< empty: in the default group
    QList<TagName> tags;
    QByteArray path;    ///< as requested, without the query
    QByteArray dialect; ///< "envelope", "echo", "raw", "xsockets"
    QByteArray subprotocol;
    QByteArray address;  ///< 127.0.0.1:40312; without a port where a proxy told it so
    QByteArray proxy;    ///< the trusted proxy that the client came through; empty: none
    bool secure = false; ///< that proxy says that the client speaks TLS
    QByteArray origin;
    QByteArray userAgent;
    QByteArray socketId;     ///< in the Managed WebSocket API; empty: not opened by a one-time token
    bool testClient = false; ///< one of our own: --demo, Connect test clients
    WallTime connectedAt{};
    WallTime mutedUntil{};               ///< 1970: not muted; WallTime::max(): until it is unmuted
    QByteArray persistentId{};           ///< in the xsockets dialect, and there alone
    QList<QByteArray> controllers{};     ///< that it has open
    QList<Subscription> subscriptions{}; ///< in the order made
};

/// Shared between threads, and so never changed: who changes something makes another one.
using ClientInfoPointer = std::shared_ptr<const ClientInfo>;

/// How one client ended, and what it had been.
struct ClientEnd {
    ClientId client;
    UserName user;
    EndReason reason = EndReason::Vanished;
    quint16 closeCode = 1006;
    QByteArray closeReason;
    WallTime time{};
    QByteArray path{};
    QByteArray address{};
    QByteArray userAgent{};
    bool testClient = false;
    WallTime connectedAt{};
    ClientTraffic traffic{}; ///< up to its end
};

/// What only the card of one client shows, asked for when it is opened.
struct ClientDetail {
    ClientId client;
    QByteArray handshakeRequest;  ///< as received
    QByteArray handshakeResponse; ///< as sent
};

} // namespace signalbox::link
