// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/end_reason.h"
#include "server/core/ids.h"
#include "server/link/frame_row.h"
#include "server/recording/payload_chunk.h"
#include "server/websocket/frame_header.h"

#include <array>
#include <memory>
#include <type_traits>

namespace signalbox::recording {

/// What a record says. Those as far as Gap become rows of the frames list (link::RowKind).
enum class RecordKind : quint8 {
    Frame,
    Push,
    Opened,
    Closed,
    Joined,
    Left,
    Refused,
    Answered,
    Called,
    OperatorAct,
    Gap,               ///< made by FrameMerge, never in a ring
    Deliveries,        ///< outcomes, to be joined to their message's row
    Settled,           ///< as Deliveries, of some that had been told as queued: they are sent or dropped now
    IntroductionBegan, ///< each client that is there follows as ClientKnown, then IntroductionEnded
    ClientKnown,       ///< a client that opened before capture was on, or before records were lost
    IntroductionEnded, ///< nothing of the introduction was lost
};

/// Short texts lie one behind the other at the end of a record's second bytes. Opened and ClientKnown: the
/// user, with the groups and tags before it (member_names.h). Closed: the reason. Joined and Left: the group.
/// Refused, Answered: error code, origin, address. Called: error code, URL, user. Frame of the xsockets
/// dialect: the controller of messages that name none.
inline constexpr size_t maxRecordTexts = 3;

/// The fixed part of a record: plain memory. Which members mean something depends on `kind`.
struct RecordBody {
    WallTime time{};
    ClientId client;
    MessageId message;
    /// Frame, Push: the payload; Opened, Refused, Answered, Called: the request; OperatorAct: the text.
    PayloadRef payload;
    /// The response and the texts; Deliveries and Settled: the list (delivery_list.h); Push of a raw payload:
    /// its recipients (recipient_list.h).
    PayloadRef second;
    /// Frame, Deliveries; Push: what left. IntroductionEnded: payloadBytes is how many records the ring has
    /// lost. Answered, Called: payloadBytes is that of the request's body. Called: the masking key holds the
    /// attempt, and whether another follows.
    websocket::FrameHeader header;
    std::array<char, websocket::maxFrameHeaderBytes> headerBytes{}; ///< Frame: as on the wire
    quint16 code = 0; ///< Closed: close code; Refused, Answered, Called: HTTP status
    /// Frame: as in link::FrameRow. Opened, ClientKnown: the bytes of groups and tags. IntroductionEnded: how
    /// often the writer has been switched on. Refused, Answered, Called: how long it took, in microseconds.
    quint32 fragment = 0;
    std::array<quint16, maxRecordTexts> textBytes{}; ///< lengths of the texts
    RecordKind kind = RecordKind::Frame;
    quint8 headerByteCount = 0;
    EndReason end : 8 = EndReason::PeerClosed;
    link::SenderKind sender : 8 = link::SenderKind::Client;
    link::Direction direction : 8 = link::Direction::Received;
    /// Deliveries: what left is not what the message's row holds, but another dialect's form of it.
    bool encodedAnew : 1 = false;
    /// The message is not routed by this row: Answered, Called; Frame: the application was told instead.
    bool isAbout : 1 = false;
    bool isXSockets : 1 = false; ///< Frame: a message of the xsockets dialect, or a part of one
};
static_assert(std::is_trivially_copyable_v<RecordBody> && sizeof(RecordBody) <= 112);

/// One slot of a CaptureRing.
struct CaptureRecord {
    RecordBody body;
    std::shared_ptr<const PayloadChunk> chunk; ///< set on the first record that refers to this chunk
};

} // namespace signalbox::recording
