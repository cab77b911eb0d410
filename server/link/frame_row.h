// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/ids.h"
#include "server/core/receipt.h"
#include "server/core/recipient.h"
#include "server/link/client_info.h"
#include "server/websocket/frame_header.h"

#include <QtCore/QByteArray>
#include <QtCore/QObject>

#include <optional>
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
    OperatorAct, ///< what a person at the window did
    Gap,         ///< frames that are not kept
};
Q_ENUM_NS(RowKind)

/// Seen from the broker.
enum class Direction { Received, Sent };
Q_ENUM_NS(Direction)

/// Where a message came from.
enum class SenderKind { Client, Http, Operator, Broker };
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
    ClientId client;               ///< the connection the frame went over; null for pushes and acts
    QByteArray user;               ///< the client's user
    websocket::FrameHeader header; ///< Frame: as decoded or encoded; Push: its payloadBytes alone
    quint32 fragment = 0;   ///< 1, 2, … within a fragmented message; 0: the message is this one frame
    MessageId message;      ///< set on the row of a routed message; its deliveries name it
    QByteArray action;      ///< of an envelope
    QByteArray target;      ///< "group red" or "3 recipients", from the envelope; empty: the default group
    QByteArray claimedUser; ///< the envelope's userId where it differs from the connection's user
    QByteArray preview;     ///< the first bytes of the payload, 120 at most
    QByteArray text;  ///< Opened: target; Closed: reason; Refused: error code; OperatorAct: what was done
    quint16 code = 0; ///< Closed: close code; Refused: HTTP status
    EndReason end = EndReason::PeerClosed; ///< Closed
    QByteArray origin;                     ///< Refused: the Origin header, empty when there was none
    QByteArray address;                    ///< Refused: of the peer, 127.0.0.1:40312
    DeliveryCounts deliveries;             ///< so far; grows by DeliveryUpdate
    quint64 gapRows = 0; ///< Gap: how many rows are missing: numbers number … + gapRows - 1
    qint64 gapBytes = 0; ///< Gap: their payloads
    WallTime gapEnd{};   ///< Gap: the time of the last missing one
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
    quint64 firstKept = 1; ///< rows with a smaller number are no longer kept
    Ledger ledger;
};

/// One client as it was when a message was routed.
struct MemberThen {
    ClientId client;
    UserName user;
    QList<GroupName> groups; ///< empty: in the default group
    QList<TagName> tags;
};

/// Who got a message and why: the rule, everybody who was there, and what the rule said about each. The
/// deliveries say what became of it.
struct RoutingSnapshot {
    Recipients recipients;              ///< empty: the default group
    std::vector<MemberThen> population; ///< by id
    std::vector<Decision> decisions;    ///< one for each of the population, in its order
    QString hint;                       ///< in words, when nobody was reached
};

/// A form in which a message left for clients of another dialect than its row's.
struct Encoding {
    websocket::FrameHeader header;
    QByteArray payload;
    std::vector<ClientId> clients;
};

/// Everything about one row, asked for when it is selected.
struct FrameDetail {
    quint64 number = 0;
    bool kept = false; ///< false: it was evicted, the rest is empty
    FrameRow row;
    QByteArray headerBytes;       ///< the frame's header as on the wire, 2 to 14 bytes
    QByteArray payload;           ///< unmasked, whole
    QByteArray handshakeRequest;  ///< Opened and Refused: as received
    QByteArray handshakeResponse; ///< Opened and Refused: as sent
    std::vector<Delivery> deliveries;
    std::vector<Encoding> encodings; ///< the deliveries that are not named here got the row's own bytes
    std::vector<quint64> fragments;  ///< numbers of the message's kept rows, in order; empty: not fragmented
    QByteArray message;              ///< the payload of all fragments together; empty while one is not kept
    std::optional<RoutingSnapshot> routing; ///< of a routed message
};

} // namespace signalbox::link
