// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/client_info.h"
#include "server/link/commands.h"
#include "server/link/frame_detail.h"
#include "server/link/service_events.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

namespace signalbox::link {

/// One address that the broker listens on, or failed to listen on.
struct ListenerState {
    QByteArray url; ///< ws://127.0.0.1:5210
    bool listening = false;
    QByteArray errorCode; ///< listener.address_in_use, listener.failed
    QString error;        ///< why not
};

struct ListenersChanged {
    std::vector<ListenerState> listeners;
    QByteArray url; ///< the one to show and to copy; empty when none listens
};

/// Clients that opened, or whose groups changed. Known ids replace what was known.
struct ClientsChanged {
    std::vector<ClientInfo> clients;
};

struct ClientsEnded {
    std::vector<ClientEnd> ends;
};

struct TrafficMeasured {
    std::vector<ClientTraffic> traffic; ///< only clients with a change
};

/// Sums over all workers, each second at least while a window is attached.
struct Statistics {
    WallTime time{};
    qint64 clients = 0;
    quint64 messagesReceived = 0; ///< since the start, like all that follow
    quint64 deliveries = 0;
    quint64 deliveriesDropped = 0;
    quint64 bytesReceived = 0;
    quint64 bytesSent = 0;
    quint64 handshakesRefused = 0;
    quint64 requestsRefused = 0;
    quint64 messagesRefused = 0; ///< malformed envelopes over a socket; pushed ones are refused requests
    quint64 messagesIgnored = 0; ///< of clients whose dialect does not let them send
    quint64 slowClientsClosed = 0;
    quint64 malformedForwarding = 0; ///< header fields of trusted proxies that could not be read
    bool webhook = false;            ///< whether there is one: webhook.url is set
    quint64 webhookTaken = 0;        ///< calls that the application answered with 2xx
    quint64 webhookFailed = 0;       ///< that it refused, or that were given up
    quint64 webhookRefused = 0;      ///< for which there was no room
    qint64 queuedBytes = 0;          ///< now
    qint64 residentBytes = 0;        ///< of the process, now
};

/// Frames for the frames list.
struct FramesCaptured {
    FrameBatch batch;
};

/// What a search has found since the last one of these, and how far it has come.
struct FramesFound {
    CommandId search = 0;         ///< the FilterFrames or SearchFrames
    std::vector<quint64> numbers; ///< of FilterFrames, descending
    std::vector<FrameRow> rows;   ///< of SearchFrames, descending
    quint64 searched = 0;         ///< rows that were looked at so far
    quint64 toSearch = 0;         ///< of so many
    bool finished = false;        ///< nothing follows
};

inline namespace progress_enums {
Q_NAMESPACE
/// How far a delivery has come since the receipt.
enum class DeliveryStage {
    Sent,      ///< the system has taken the whole message, which had waited in the queue
    Confirmed, ///< the pong to the ping behind the message is here: the client has read it (RFC 6455 §5.5.3)
    Lost,      ///< the client ended before
};
Q_ENUM_NS(DeliveryStage)
} // namespace progress_enums

struct DeliveryProgress {
    ClientId client;
    DeliveryStage stage = DeliveryStage::Sent;
    std::chrono::microseconds after{}; ///< since the message was sent
};

/// What became of a message that was sent with `confirm`, after its receipt. Comes as it happens; a client
/// that stays silent has none.
struct DeliveriesProgressed {
    MessageId message;
    std::vector<DeliveryProgress> progress;
};

/// The answer to a command: what it asked for, or the error that stands in its place.
struct CommandAnswer {
    struct Done {};
    using Result = std::variant<Done, Receipt, Preview, FrameDetail, ClientDetail, Error>;

    CommandId command = 0;
    Result result;
};

/// The broker has stopped; nothing follows.
struct BrokerStopped {};

/// The link to a broker elsewhere is there, or there again: what was known before is void.
struct LinkOpened {
    QByteArray url;
    QByteArray run;     ///< of the broker: another one after its restart
    QByteArray version; ///< of the broker's program
};
/// There is no broker at the other end now.
struct LinkLost {
    Error error;
    std::chrono::milliseconds retryIn{-1}; ///< negative: it is not tried again
};

using Event = std::variant<ListenersChanged, ClientsChanged, ClientsEnded, TrafficMeasured, Statistics,
                           FramesCaptured, DeliveriesProgressed, CommandAnswer, BrokerStopped, FramesFound,
                           LinkOpened, LinkLost, ServicesChanged, ServicesLogged>;

} // namespace signalbox::link
