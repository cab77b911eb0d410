// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/name.h"
#include "server/core/receipt.h"
#include "server/core/recipient.h"
#include "server/recording/capture_ring.h"
#include "server/recording/http_exchange.h"
#include "server/routing/member.h"

#include <initializer_list>
#include <span>

namespace signalbox::recording {

/// The message that a frame ends.
struct FrameMessage {
    MessageId id;            ///< null: the frame ends none that is routed
    bool isHandedOn = false; ///< the application is told of it, and the broker chooses nobody
};

/// The producer's side of capture: says what happened, copying each payload once into its current chunk.
///
/// Thread and owner: one for each worker and one for the hub, owned by that thread. Never blocks. While it is
/// off, a call is one branch and nothing is allocated. `time` is the clock at the write: rows are numbered in
/// its order.
class CaptureWriter final {
public:
    /// `producer` is unique among the writers of the process. The ring is borrowed.
    CaptureWriter(quint32 producer, CaptureRing& ring, quint32 chunkBytes = defaultChunkBytes);
    Q_DISABLE_COPY_MOVE(CaptureWriter)

    /// Off at first. Switching off releases the chunk. After switching on, introduce the open clients.
    void setEnabled(bool enabled);
    [[nodiscard]] bool isEnabled() const { return m_enabled; }

    /// One frame, `payload` unmasked. `message` is set on the last frame of a message. Where the
    /// payload is kept is returned, for recordDeliveries(); an empty reference when it is not.
    /// `controller`: of a client of the xsockets dialect, what messages are for that name none; else null.
    PayloadRef recordFrame(WallTime time, ClientId client, link::Direction direction,
                           const websocket::FrameHeader& header, QByteArrayView headerBytes,
                           QByteArrayView payload, quint32 fragment = 0, FrameMessage message = {},
                           QByteArrayView controller = {})
    {
        return m_enabled ? writeFrame(time, client, direction, header, headerBytes, payload, fragment,
                                      message, controller)
                         : PayloadRef{};
    }
    /// A message that came over HTTP, from the operator or from the broker itself.
    PayloadRef recordPush(WallTime time, link::SenderKind sender, MessageId message, QByteArrayView envelope);
    /// Bytes that the operator sends around the envelope format: `header` is that of the frame that leaves.
    PayloadRef recordRawPush(WallTime time, MessageId message, const websocket::FrameHeader& header,
                             QByteArrayView payload, const Recipients& recipients);
    /// An envelope that came over HTTP or from a service, and whose recipients stood elsewhere.
    PayloadRef recordAddressedPush(WallTime time, link::SenderKind sender, MessageId message,
                                   QByteArrayView envelope, const Recipients& recipients);
    void recordOpened(WallTime time, const routing::Member& member, QByteArrayView request,
                      QByteArrayView response);
    /// The last record of a client.
    void recordClosed(WallTime time, ClientId client, EndReason end, quint16 closeCode,
                      QByteArrayView closeReason);
    /// A client came into a group after it had opened, or went out of it. `sender`: who wanted that.
    void recordJoined(WallTime time, ClientId client, const GroupName& group, link::SenderKind sender);
    void recordLeft(WallTime time, ClientId client, const GroupName& group, link::SenderKind sender);
    /// A handshake or HTTP request that was refused.
    void recordRefused(WallTime time, const HttpExchange& exchange);
    /// An HTTP request that was answered.
    void recordAnswered(WallTime time, const HttpExchange& exchange);
    void recordCalled(WallTime time, const ApplicationCall& call);
    /// What a person at the window did.
    void recordAct(WallTime time, QByteArrayView text);
    /// What became of a message at this worker's clients: one record, however many they are. `header` is that
    /// of the frame that was sent, `payload` refers to its bytes, which are not copied. Record the message
    /// itself first.
    void recordDeliveries(WallTime time, MessageId message, const websocket::FrameHeader& header,
                          const PayloadRef& payload, std::span<const Delivery> deliveries);
    /// The same for clients of a dialect that writes the message in a form of its own: `payload`, which is
    /// copied.
    void recordEncodedDeliveries(WallTime time, MessageId message, const websocket::FrameHeader& header,
                                 QByteArrayView payload, std::span<const Delivery> deliveries);
    /// Deliveries that were recorded as queued are sent or dropped now.
    void recordSettled(WallTime time, MessageId message, std::span<const Delivery> deliveries);

    /// Whether capture does not know who is there: the writer was just switched on, or records were lost. No
    /// earlier than there is room for so many clients, and for what goes on meanwhile.
    [[nodiscard]] bool wantsIntroduction(size_t clients) const;
    /// Names who is there: beginIntroduction(), recordClientKnown() for every open client, endIntroduction(),
    /// all in one turn. A thread without clients calls the first and the last.
    void beginIntroduction(WallTime time);
    void recordClientKnown(WallTime time, const routing::Member& member);
    void endIntroduction(WallTime time);

    [[nodiscard]] quint64 chunksMade() const { return m_chunksMade; }

private:
    PayloadRef writeFrame(WallTime time, ClientId client, link::Direction direction,
                          const websocket::FrameHeader& header, QByteArrayView headerBytes,
                          QByteArrayView payload, quint32 fragment, FrameMessage message,
                          QByteArrayView controller);
    void writeMember(RecordKind kind, WallTime time, const routing::Member& member, QByteArrayView request,
                     const QByteArray& response);
    void writeMembership(RecordKind kind, WallTime time, ClientId client, const GroupName& group,
                         link::SenderKind sender);
    PayloadRef write(RecordBody& body, QByteArrayView payload, QByteArrayView response = {},
                     std::initializer_list<QByteArrayView> texts = {});
    [[nodiscard]] RecordBody* begin(RecordKind kind, WallTime time, quint64 bytes);
    [[nodiscard]] PayloadRef append(QByteArrayView bytes);
    void makeChunkFor(quint64 bytes);
    void writeExchange(RecordKind kind, WallTime time, const HttpExchange& exchange);
    void publishDeliveries(RecordBody& body, std::span<const Delivery> deliveries, quint32 listBytes);

    const quint32 m_producer;
    const quint32 m_chunkBytes;
    CaptureRing& m_ring;
    bool m_enabled = false;
    bool m_introduced = false; ///< nothing was lost since an introduction began
    quint32 m_switchedOn = 0;  ///< how often
    quint64 m_lostRecords = 0;
    std::shared_ptr<PayloadChunk> m_chunk;
    quint64 m_chunksMade = 0;
};

} // namespace signalbox::recording
