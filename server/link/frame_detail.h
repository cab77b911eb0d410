// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/recipient.h"
#include "server/link/frame_row.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <optional>
#include <vector>

namespace signalbox::link {

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

/// Another row about the same message.
struct RelatedRow {
    quint64 number = 0;
    RowKind kind = RowKind::Frame;
};

/// Everything about one row, asked for when it is selected.
struct FrameDetail {
    quint64 number = 0;
    bool kept = false; ///< false: it was evicted, the rest is empty
    FrameRow row;
    QByteArray headerBytes; ///< the frame's header as on the wire, 2 to 14 bytes
    QByteArray payload;     ///< unmasked, whole
    /// Opened, Refused, Answered, Called: as on the wire, credentials starred. With the body, unless the
    /// request was refused before its body was read.
    QByteArray handshakeRequest;
    QByteArray handshakeResponse;
    std::vector<RelatedRow> related; ///< about the same message: how it came, how it was handed on
    std::vector<Delivery> deliveries;
    std::vector<Encoding> encodings; ///< the deliveries that are not named here got the row's own bytes
    std::vector<quint64> fragments;  ///< numbers of the message's kept rows, in order; empty: not fragmented
    QByteArray message;              ///< the payload of all fragments together; empty while one is not kept
    std::optional<RoutingSnapshot> routing; ///< of a routed message
};

} // namespace signalbox::link
