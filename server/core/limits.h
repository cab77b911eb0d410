// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

#include <chrono>

namespace signalbox {

/// The limits of PRODUCT section 8, all configurable (section [limits] of the configuration). Sizes are in
/// bytes.
struct Limits {
    std::chrono::milliseconds handshakeTimeout{10'000};  ///< from accept to the end of the request's header
    qint64 maxHeaderBytes = 16 * 1024;                   ///< request line and header fields together
    qint64 maxTargetBytes = 8 * 1024;                    ///< the request target alone
    qint64 maxBodyBytes = 1024 * 1024;                   ///< of an HTTP request
    qint64 maxMessageBytes = 1024 * 1024;                ///< of a WebSocket message, all fragments together
    std::chrono::milliseconds frameTimeout{30'000};      ///< a frame that began must end within this
    std::chrono::milliseconds pingInterval{50'000};      ///< 0: never ping
    std::chrono::milliseconds pongTimeout{10'000};       ///< after a ping; then the client is called vanished
    std::chrono::milliseconds closeTimeout{5'000};       ///< for the peer's close frame
    std::chrono::milliseconds idleHttpTimeout{60'000};   ///< between two requests of one connection
    qint64 maxQueueBytes = 1024 * 1024;                  ///< outgoing, for one client
    std::chrono::milliseconds queueStallTimeout{10'000}; ///< outgoing bytes wait and none is taken
    int maxGroupsPerClient = 128;
    int maxTagsPerClient = 128;
    int maxRecipients = 1'000; ///< entries of one envelope
    int maxClients = 10'000;
    int maxHalfOpen = 1'000; ///< connections are maxClients and this many, at most
    int maxWrongTokens = 10; ///< operator tokens from one address in a minute; 0: any number
};

} // namespace signalbox
