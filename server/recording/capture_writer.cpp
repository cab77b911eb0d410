// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/capture_writer.h"

#include "server/recording/delivery_list.h"
#include "server/recording/member_names.h"
#include "server/recording/recipient_list.h"

#include <algorithm>
#include <limits>

namespace signalbox::recording {

namespace {

constexpr qsizetype maxTextBytes = std::numeric_limits<quint16>::max();

/// As a record has room for: a little over an hour.
quint32 inMicroseconds(std::chrono::microseconds time)
{
    return static_cast<quint32>(std::clamp<qint64>(time.count(), 0, std::numeric_limits<quint32>::max()));
}

RecordBody bodyOf(RecordKind kind, WallTime time)
{
    RecordBody body;
    body.kind = kind;
    body.time = time;
    return body;
}

} // namespace

CaptureWriter::CaptureWriter(quint32 producer, CaptureRing& ring, quint32 chunkBytes)
    : m_producer(producer)
    , m_chunkBytes(chunkBytes)
    , m_ring(ring)
{
}

void CaptureWriter::setEnabled(bool enabled)
{
    m_switchedOn += enabled && !m_enabled ? 1 : 0;
    m_introduced = m_introduced && m_enabled && enabled;
    m_enabled = enabled;
    if (!enabled) {
        m_chunk.reset();
        static_cast<void>(m_ring.spareMemory().take());
    }
}

PayloadRef CaptureWriter::writeFrame(WallTime time, ClientId client, link::Direction direction,
                                     const websocket::FrameHeader& header, QByteArrayView headerBytes,
                                     QByteArrayView payload, quint32 fragment, FrameMessage message,
                                     QByteArrayView controller)
{
    const bool isXSockets = !controller.isNull() && !websocket::isControl(header.opcode);
    const QByteArrayView text = isXSockets
                                    ? controller.first(std::min<qsizetype>(controller.size(), maxTextBytes))
                                    : QByteArrayView();
    RecordBody* const body =
        begin(RecordKind::Frame, time, static_cast<quint64>(payload.size() + text.size()));
    if (body == nullptr) {
        return {};
    }
    body->client = client;
    body->message = message.id;
    body->isAbout = message.isHandedOn;
    body->header = header;
    body->headerByteCount =
        static_cast<quint8>(std::min<qsizetype>(headerBytes.size(), websocket::maxFrameHeaderBytes));
    std::copy_n(headerBytes.begin(), body->headerByteCount, body->headerBytes.begin());
    body->fragment = fragment;
    body->direction = direction;
    body->isXSockets = isXSockets;
    const PayloadRef kept = append(payload);
    body->payload = kept;
    body->second = append(text);
    body->textBytes.front() = static_cast<quint16>(text.size());
    m_ring.publish();
    return kept;
}

PayloadRef CaptureWriter::recordPush(WallTime time, link::SenderKind sender, MessageId message,
                                     QByteArrayView envelope)
{
    if (!m_enabled) {
        return {};
    }
    RecordBody body = bodyOf(RecordKind::Push, time);
    body.message = message;
    body.sender = sender;
    body.header.payloadBytes = static_cast<quint64>(envelope.size());
    return write(body, envelope);
}

PayloadRef CaptureWriter::recordRawPush(WallTime time, MessageId message,
                                        const websocket::FrameHeader& header, QByteArrayView payload,
                                        const Recipients& recipients)
{
    if (!m_enabled) {
        return {};
    }
    RecordBody body = bodyOf(RecordKind::Push, time);
    body.message = message;
    body.sender = link::SenderKind::Operator;
    body.header = header;
    return write(body, payload, packRecipients(recipients));
}

PayloadRef CaptureWriter::recordAddressedPush(WallTime time, link::SenderKind sender, MessageId message,
                                              QByteArrayView envelope, const Recipients& recipients)
{
    if (!m_enabled) {
        return {};
    }
    RecordBody body = bodyOf(RecordKind::Push, time);
    body.message = message;
    body.sender = sender;
    body.header.payloadBytes = static_cast<quint64>(envelope.size());
    return write(body, envelope, packRecipients(recipients));
}

void CaptureWriter::recordOpened(WallTime time, const routing::Member& member, QByteArrayView request,
                                 QByteArrayView response)
{
    if (m_enabled) {
        writeMember(RecordKind::Opened, time, member, request, response.toByteArray());
    }
}

void CaptureWriter::writeMember(RecordKind kind, WallTime time, const routing::Member& member,
                                QByteArrayView request, const QByteArray& response)
{
    const QByteArray names = packGroupsAndTags(member);
    RecordBody body = bodyOf(kind, time);
    body.client = member.client;
    body.fragment = static_cast<quint32>(names.size());
    write(body, request, response + names, {member.user.bytes()});
}

void CaptureWriter::recordClosed(WallTime time, ClientId client, EndReason end, quint16 closeCode,
                                 QByteArrayView closeReason)
{
    if (!m_enabled) {
        return;
    }
    RecordBody body = bodyOf(RecordKind::Closed, time);
    body.client = client;
    body.code = closeCode;
    body.end = end;
    write(body, {}, {}, {closeReason});
}

void CaptureWriter::recordJoined(WallTime time, ClientId client, const GroupName& group,
                                 link::SenderKind sender)
{
    writeMembership(RecordKind::Joined, time, client, group, sender);
}

void CaptureWriter::recordLeft(WallTime time, ClientId client, const GroupName& group,
                               link::SenderKind sender)
{
    writeMembership(RecordKind::Left, time, client, group, sender);
}

void CaptureWriter::writeMembership(RecordKind kind, WallTime time, ClientId client, const GroupName& group,
                                    link::SenderKind sender)
{
    if (!m_enabled) {
        return;
    }
    RecordBody body = bodyOf(kind, time);
    body.client = client;
    body.sender = sender;
    write(body, {}, {}, {group.bytes()});
}

void CaptureWriter::recordRefused(WallTime time, const HttpExchange& exchange)
{
    writeExchange(RecordKind::Refused, time, exchange);
}

void CaptureWriter::recordAnswered(WallTime time, const HttpExchange& exchange)
{
    writeExchange(RecordKind::Answered, time, exchange);
}

void CaptureWriter::writeExchange(RecordKind kind, WallTime time, const HttpExchange& exchange)
{
    if (!m_enabled) {
        return;
    }
    RecordBody body = bodyOf(kind, time);
    body.message = exchange.message;
    body.isAbout = true;
    body.header.payloadBytes = exchange.bodyBytes;
    body.code = exchange.status;
    body.fragment = inMicroseconds(exchange.took);
    write(body, exchange.request, exchange.response, {exchange.errorCode, exchange.origin, exchange.address});
}

void CaptureWriter::recordCalled(WallTime time, const ApplicationCall& call)
{
    if (!m_enabled) {
        return;
    }
    RecordBody body = bodyOf(RecordKind::Called, time);
    body.client = call.client;
    body.message = call.message;
    body.header.payloadBytes = call.bodyBytes;
    body.header.maskingKey = {call.attempt, static_cast<quint8>(call.isTriedAgain ? 1 : 0)};
    body.code = call.status;
    body.fragment = inMicroseconds(call.took);
    body.isAbout = true;
    body.direction = link::Direction::Sent;
    write(body, call.request, call.response, {call.errorCode, call.url, call.user});
}

void CaptureWriter::recordAct(WallTime time, QByteArrayView text)
{
    if (!m_enabled) {
        return;
    }
    RecordBody body = bodyOf(RecordKind::OperatorAct, time);
    body.sender = link::SenderKind::Operator;
    write(body, text);
}

void CaptureWriter::recordDeliveries(WallTime time, MessageId message, const websocket::FrameHeader& header,
                                     const PayloadRef& payload, std::span<const Delivery> deliveries)
{
    if (!m_enabled || deliveries.empty()) {
        return;
    }
    const quint32 listBytes = packedDeliveryBytes(deliveries);
    if (RecordBody* const body = begin(RecordKind::Deliveries, time, listBytes)) {
        body->message = message;
        body->payload = payload;
        body->header = header;
        publishDeliveries(*body, deliveries, listBytes);
    }
}

void CaptureWriter::recordEncodedDeliveries(WallTime time, MessageId message,
                                            const websocket::FrameHeader& header, QByteArrayView payload,
                                            std::span<const Delivery> deliveries)
{
    if (!m_enabled || deliveries.empty()) {
        return;
    }
    const quint32 listBytes = packedDeliveryBytes(deliveries);
    if (RecordBody* const body =
            begin(RecordKind::Deliveries, time, listBytes + static_cast<quint64>(payload.size()))) {
        body->message = message;
        body->header = header;
        body->encodedAnew = true;
        body->payload = append(payload);
        publishDeliveries(*body, deliveries, listBytes);
    }
}

/// The chunk has room for the list.
void CaptureWriter::publishDeliveries(RecordBody& body, std::span<const Delivery> deliveries,
                                      quint32 listBytes)
{
    body.direction = link::Direction::Sent;
    packDeliveries(deliveries, m_chunk->reserve(listBytes, body.second));
    m_ring.publish();
}

void CaptureWriter::recordSettled(WallTime time, MessageId message, std::span<const Delivery> deliveries)
{
    if (!m_enabled || deliveries.empty()) {
        return;
    }
    const quint32 listBytes = packedDeliveryBytes(deliveries);
    if (RecordBody* const body = begin(RecordKind::Settled, time, listBytes)) {
        body->message = message;
        publishDeliveries(*body, deliveries, listBytes);
    }
}

bool CaptureWriter::wantsIntroduction(size_t clients) const
{
    return m_enabled && !m_introduced && m_ring.freeSlots() / 2 > clients;
}

void CaptureWriter::beginIntroduction(WallTime time)
{
    if (!m_enabled) {
        return;
    }
    m_introduced = true; // until something is lost
    RecordBody body = bodyOf(RecordKind::IntroductionBegan, time);
    write(body, {});
}

void CaptureWriter::recordClientKnown(WallTime time, const routing::Member& member)
{
    if (m_enabled) {
        writeMember(RecordKind::ClientKnown, time, member, {}, {});
    }
}

void CaptureWriter::endIntroduction(WallTime time)
{
    if (!m_enabled || !m_introduced) {
        return;
    }
    RecordBody body = bodyOf(RecordKind::IntroductionEnded, time);
    body.header.payloadBytes = m_lostRecords;
    body.fragment = m_switchedOn;
    write(body, {});
}

PayloadRef CaptureWriter::write(RecordBody& body, QByteArrayView payload, QByteArrayView response,
                                std::initializer_list<QByteArrayView> texts)
{
    Q_ASSERT(texts.size() <= maxRecordTexts);
    qsizetype secondBytes = response.size();
    size_t index = 0;
    for (const QByteArrayView text : texts) {
        const qsizetype bytes = std::min<qsizetype>(text.size(), maxTextBytes);
        body.textBytes.at(index++) = static_cast<quint16>(bytes);
        secondBytes += bytes;
    }
    RecordBody* const record =
        begin(body.kind, body.time, static_cast<quint64>(payload.size() + secondBytes));
    if (record == nullptr) {
        return {};
    }
    body.payload = append(payload);
    if (secondBytes > 0) {
        char* at = m_chunk->reserve(static_cast<quint32>(secondBytes), body.second).data();
        at = std::copy_n(response.data(), response.size(), at);
        index = 0;
        for (const QByteArrayView text : texts) {
            at = std::copy_n(text.data(), body.textBytes.at(index++), at);
        }
    }
    *record = body;
    m_ring.publish();
    return body.payload;
}

/// A record in the ring, to be filled in and published, and room for so many bytes in the chunk. Null: the
/// ring is full, and the loss is counted.
RecordBody* CaptureWriter::begin(RecordKind kind, WallTime time, quint64 bytes)
{
    if (!m_ring.hasRoom()) {
        m_ring.countLost(time, bytes);
        ++m_lostRecords;
        m_introduced = false;
        return nullptr;
    }
    const bool isNew = bytes > 0 && (!m_chunk || m_chunk->freeBytes() < bytes);
    if (isNew) {
        makeChunkFor(bytes);
    }
    RecordBody& body = m_ring.claim(isNew ? m_chunk : nullptr);
    body.kind = kind;
    body.time = time;
    return &body;
}

PayloadRef CaptureWriter::append(QByteArrayView bytes)
{
    return bytes.isEmpty() ? PayloadRef{} : m_chunk->append(bytes);
}

/// A record's bytes lie in one chunk. What does not fit into the current one starts the next, which is larger
/// than usual for a payload that is larger than a chunk.
void CaptureWriter::makeChunkFor(quint64 bytes)
{
    Q_ASSERT(bytes <= std::numeric_limits<quint32>::max());
    const quint32 capacityBytes = std::max(m_chunkBytes, static_cast<quint32>(bytes));
    m_chunk = std::make_shared<PayloadChunk>(chunkId(m_producer, ++m_chunksMade), capacityBytes,
                                             capacityBytes == defaultChunkBytes ? m_ring.spareMemory().take()
                                                                                : nullptr);
}

} // namespace signalbox::recording
