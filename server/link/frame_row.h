// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/ids.h"
#include "server/core/receipt.h"
#include "server/link/client_info.h"
#include "server/websocket/frame_header.h"

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QString>

#include <chrono>
#include <vector>

namespace signalbox::link {

inline namespace frame_enums {
Q_NAMESPACE
/// What one row of the frames list stands for.
enum class RowKind {
    Frame,       ///< one frame, in either direction; a routed message is the row of its last frame
    Push,        ///< a message that came over HTTP or from the operator, not over a socket
    Opened,      ///< a handshake that succeeded; the detail holds request and answer
    Closed,      ///< a client ended
    Joined,      ///< a client came into the group `target`
    Left,        ///< a client went out of it
    Refused,     ///< a handshake or an HTTP request that was refused
    Answered,    ///< an HTTP request that was answered
    Called,      ///< a call of the webhook, that is, one attempt of it
    OperatorAct, ///< what a person at the window did
    Gap,         ///< frames that are not kept
};
Q_ENUM_NS(RowKind)

/// Seen from the broker.
enum class Direction { Received, Sent };
Q_ENUM_NS(Direction)

/// Where a message came from.
enum class SenderKind { Client, Http, Operator, Broker, Service };
Q_ENUM_NS(SenderKind)
} // namespace frame_enums

/// One row of the frames list. Rows are numbered from 1 in the order of the clock, and never renumbered.
/// Names are the peer's bytes. Which members mean something depends on `kind`.
struct FrameRow {
    quint64 number = 0;
    WallTime time{};
    RowKind kind = RowKind::Frame;
    Direction direction = Direction::Received;
    SenderKind sender = SenderKind::Client;
    ClientId client; ///< the connection the frame went over; null for pushes and acts
    QByteArray user; ///< the client's user
    /// Frame: as decoded or encoded. Its payloadBytes alone: Push; Answered and Called: the request's body.
    websocket::FrameHeader header;
    quint32 fragment = 0; ///< 1, 2, … within a fragmented message; 0: the message is this one frame
    MessageId message;    ///< set on the row of a routed message; its deliveries name it
    QByteArray action;    ///< of an envelope
    /// "group red" or "3 recipients", from the envelope; empty: the default group. Called: the URL, without
    /// its query.
    QByteArray target;
    QByteArray claimedUser; ///< the envelope's userId where it differs from the connection's user
    QByteArray preview;     ///< the first bytes of the payload, 120 at most
    /// Opened: target; Closed: reason; Refused: error code; OperatorAct: what was done; Answered: method and
    /// target, "POST /__broadcastWebSocket.wc"; Called: error code, empty when the application took it.
    QByteArray text;
    quint16 code = 0; ///< Closed: close code; Refused, Answered, Called: HTTP status, 0: no answer came
    EndReason end = EndReason::PeerClosed; ///< Closed
    QByteArray origin;  ///< Refused, Answered: the Origin header, empty when there was none
    QByteArray address; ///< Refused, Answered: of the peer, 127.0.0.1:40312
    /// Answered: the message that came with it. Called: that was handed on. Frame: that was handed on, and
    /// for which the broker chose nobody; `message` is null then.
    MessageId about;
    /// Refused, Answered: from the request's first byte to the answer. Called: of the attempt.
    std::chrono::microseconds took{};
    quint16 attempt = 0;       ///< Called: the first is 1; 0: it was never tried
    bool isTriedAgain = false; ///< Called: it failed, and another attempt follows
    DeliveryCounts deliveries; ///< so far; grows by DeliveryUpdate
    /// Frame: a message of the xsockets dialect. Its `action` is the topic then, `target` that topic's group.
    bool isXSockets = false;
    QByteArray controller; ///< isXSockets: which it names, lower case; empty: none
    QByteArray data;       ///< isXSockets: the first bytes of the JSON in its `D`, 120 at most
    /// Only for those who asked (FrameWishes): whole; of a message's last fragment, the message.
    QByteArray payload;
    quint64 gapRows = 0; ///< Gap: how many rows are missing: numbers number … + gapRows - 1
    qint64 gapBytes = 0; ///< Gap: their payloads
    WallTime gapEnd{};   ///< Gap: the time of the last missing one
};

/// What somebody who looks at frames wants of them.
struct FrameWishes {
    bool keptRows = true;  ///< the rows that are kept already, before those to come
    bool payloads = false; ///< FrameRow::payload
    /// Only rows that pass are handed on, from the first on (README, "Finding a frame"); empty: all. One that
    /// looks at deliveries decides a turn later, when they are known.
    QString filter;
};

/// Deliveries of a message, to be added to the row that carries `message`.
struct DeliveryUpdate {
    MessageId message;
    std::vector<Delivery> deliveries;
    bool settles = false; ///< they were told before, as queued, and are sent or dropped now
};

/// The loss ledger: captured = shown + hidden + notKept; shown and hidden are the window's to count. A Gap
/// row is none of them: the rows that it stands for are in notKept.
struct Ledger {
    quint64 captured = 0; ///< rows since capture began
    quint64 notKept = 0;  ///< of these, evicted for the byte budget, or lost when a ring was full
    qint64 keptBytes = 0;
    qint64 budgetBytes = 0;
};

/// What capture hands on, 30 times a second at most.
struct FrameBatch {
    std::vector<FrameRow> rows; ///< ascending numbers; gaps are rows too
    std::vector<DeliveryUpdate> deliveries;
    quint64 filter = 0; ///< the command FilterFrames that decided about `passing`; 0: none
    /// Numbers of rows that pass the filter: of this batch, and of earlier ones of which more is known now.
    std::vector<quint64> passing;
    /// Numbers of rows of earlier batches that do not pass, now that more is known of them.
    std::vector<quint64> failing;
    quint64 missed = 0;    ///< rows that went before they could be handed on, since the last batch
    quint64 firstKept = 1; ///< rows with a smaller number are no longer kept
    Ledger ledger;
};

} // namespace signalbox::link
