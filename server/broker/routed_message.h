// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/ids.h"
#include "server/core/receipt.h"
#include "server/core/recipient.h"
#include "server/link/frame_row.h"
#include "server/recording/payload_chunk.h"
#include "server/websocket/frame_header.h"
#include "server/xsockets/message.h"

#include <QtCore/QByteArray>

#include <memory>
#include <optional>
#include <vector>

namespace signalbox::broker {

/// Who is to hear the outcome of a message: a worker, by its index, or the hub.
struct Originator {
    static constexpr int hubIndex = -1;
    int index = hubIndex;

    [[nodiscard]] bool isHub() const { return index == hubIndex; }
};

/// What a message's frame holds, for those dialects that write it in a form of their own.
enum class MessageForm : quint8 {
    Envelope,       ///< an envelope
    BinaryEnvelope, ///< an envelope whose `message` is bytes in base64
    Verbatim,       ///< whatever the operator wrote: every dialect gets it as it is
};

/// One message on its way to every worker: parsed once, encoded once. Never changed after it was posted, and
/// shared by all.
struct RoutedMessage {
    MessageId id;
    WallTime time{};
    Recipients recipients;         ///< empty: the default group
    QByteArray frame;              ///< for the envelope dialect, header and payload, ready to leave
    websocket::FrameHeader header; ///< of `frame`
    MessageForm form = MessageForm::Envelope;
    std::shared_ptr<const xsockets::Message>
        xsockets{};                     ///< what `frame` was made from; null: it came as it is
    recording::PayloadRef payload;      ///< where capture keeps the payload; null while capture is off
    std::optional<Originator> answerTo; ///< nobody: the outcome is not reported
    bool detail = false;                ///< the outcome names each client
    bool confirm = false;               ///< a ping follows it to each client
    SteadyTime sentAt{};                ///< only when it is to be confirmed
    quint64 sequence = 0; ///< of a message of xsockets that is acknowledged or retained: in this order every
                          ///< worker gets them; 0: it is none

    /// The payload alone. Valid as long as the frame is.
    [[nodiscard]] QByteArrayView payloadBytes() const
    {
        return QByteArrayView(frame).sliced(header.headerBytes());
    }
};

using RoutedMessagePointer = std::shared_ptr<const RoutedMessage>;

/// What one worker did with a message.
struct Outcome {
    MessageId message;
    DeliveryCounts counts;
    std::vector<Delivery> deliveries; ///< only when detail was asked for
};

} // namespace signalbox::broker
