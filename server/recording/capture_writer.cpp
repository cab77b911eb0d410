// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/capture_writer.h"

#include "server/recording/delivery_list.h"
#include "server/recording/member_names.h"
#include "server/recording/recipient_list.h"

#include <algorithm>
#include <limits>

namespace signalbox::recording {

namespace {

/// As a record has room for: a little over an hour.
quint32 inMicroseconds(std::chrono::microseconds time)
{
    return static_cast<quint32>(std::clamp<qint64>(time.count(), 0, std::numeric_limits<quint32>::max()));
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
    }
}

PayloadRef CaptureWriter::writeFrame(WallTime time, ClientId client, link::Direction direction,
                                     const websocket::FrameHeader& header, QByteArrayView headerBytes,
                                     QByteArrayView payload, quint32 fragment, FrameMessage message,
                                     QByteArrayView controller)
{
    RecordBody body;
    body.time = time;
    body.client = client;
    body.message = message.id;
    body.isAbout = message.isHandedOn;
    body.header = header;
    body.headerByteCount =
        static_cast<quint8>(std::min<qsizetype>(headerBytes.size(), websocket::maxFrameHeaderBytes));
    std::copy_n(headerBytes.begin(), body.headerByteCount, body.headerBytes.begin());
    body.fragment = fragment;
    body.kind = RecordKind::Frame;
    body.direction = direction;
    body.isXSockets = !controller.isNull() && !websocket::isControl(header.opcode);
    return body.isXSockets ? write(body, payload, {}, {controller}) : write(body, payload);
}

PayloadRef CaptureWriter::recordPush(WallTime time, link::SenderKind sender, MessageId message,
                                     QByteArrayView envelope)
{
    if (!m_enabled) {
        return {};
    }
    RecordBody body;
    body.time = time;
    body.message = message;
    body.kind = RecordKind::Push;
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
    RecordBody body;
    body.time = time;
    body.message = message;
    body.kind = RecordKind::Push;
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
    RecordBody body;
    body.time = time;
    body.message = message;
    body.kind = RecordKind::Push;
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
    RecordBody body;
    body.time = time;
    body.client = member.client;
    body.kind = kind;
    body.fragment = static_cast<quint32>(names.size());
    write(body, request, response + names, {member.user.bytes()});
}

void CaptureWriter::recordClosed(WallTime time, ClientId client, EndReason end, quint16 closeCode,
                                 QByteArrayView closeReason)
{
    if (!m_enabled) {
        return;
    }
    RecordBody body;
    body.time = time;
    body.client = client;
    body.code = closeCode;
    body.kind = RecordKind::Closed;
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
    RecordBody body;
    body.time = time;
    body.client = client;
    body.kind = kind;
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
    RecordBody body;
    body.time = time;
    body.message = exchange.message;
    body.isAbout = true;
    body.header.payloadBytes = exchange.bodyBytes;
    body.code = exchange.status;
    body.fragment = inMicroseconds(exchange.took);
    body.kind = kind;
    write(body, exchange.request, exchange.response, {exchange.errorCode, exchange.origin, exchange.address});
}

void CaptureWriter::recordCalled(WallTime time, const ApplicationCall& call)
{
    if (!m_enabled) {
        return;
    }
    RecordBody body;
    body.time = time;
    body.client = call.client;
    body.message = call.message;
    body.header.payloadBytes = call.bodyBytes;
    body.header.maskingKey = {call.attempt, static_cast<quint8>(call.isTriedAgain ? 1 : 0)};
    body.code = call.status;
    body.fragment = inMicroseconds(call.took);
    body.kind = RecordKind::Called;
    body.isAbout = true;
    body.direction = link::Direction::Sent;
    write(body, call.request, call.response, {call.errorCode, call.url, call.user});
}

void CaptureWriter::recordAct(WallTime time, QByteArrayView text)
{
    if (!m_enabled) {
        return;
    }
    RecordBody body;
    body.time = time;
    body.kind = RecordKind::OperatorAct;
    body.sender = link::SenderKind::Operator;
    write(body, text);
}

void CaptureWriter::recordDeliveries(WallTime time, MessageId message, const websocket::FrameHeader& header,
                                     const PayloadRef& payload, std::span<const Delivery> deliveries)
{
    if (!m_enabled || deliveries.empty()) {
        return;
    }
    if (!hasRoom(time, packedDeliveryBytes(deliveries))) {
        return;
    }
    RecordBody body;
    body.time = time;
    body.message = message;
    body.payload = payload;
    body.header = header;
    makeChunkFor(packedDeliveryBytes(deliveries));
    pushDeliveries(RecordKind::Deliveries, body, deliveries);
}

void CaptureWriter::recordEncodedDeliveries(WallTime time, MessageId message,
                                            const websocket::FrameHeader& header, QByteArrayView payload,
                                            std::span<const Delivery> deliveries)
{
    if (!m_enabled || deliveries.empty()) {
        return;
    }
    const quint64 bytes = packedDeliveryBytes(deliveries) + static_cast<quint64>(payload.size());
    if (!hasRoom(time, bytes)) {
        return;
    }
    RecordBody body;
    body.time = time;
    body.message = message;
    body.header = header;
    body.encodedAnew = true;
    makeChunkFor(bytes);
    body.payload = m_chunk->append(payload);
    pushDeliveries(RecordKind::Deliveries, body, deliveries);
}

void CaptureWriter::pushDeliveries(RecordKind kind, RecordBody& body, std::span<const Delivery> deliveries)
{
    body.kind = kind;
    body.direction = link::Direction::Sent;
    packDeliveries(deliveries, m_chunk->reserve(packedDeliveryBytes(deliveries), body.second));
    push(body);
}

void CaptureWriter::recordSettled(WallTime time, MessageId message, std::span<const Delivery> deliveries)
{
    if (!m_enabled || deliveries.empty() || !hasRoom(time, packedDeliveryBytes(deliveries))) {
        return;
    }
    RecordBody body;
    body.time = time;
    body.message = message;
    makeChunkFor(packedDeliveryBytes(deliveries));
    pushDeliveries(RecordKind::Settled, body, deliveries);
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
    RecordBody body;
    body.time = time;
    body.kind = RecordKind::IntroductionBegan;
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
    RecordBody body;
    body.time = time;
    body.kind = RecordKind::IntroductionEnded;
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
        const qsizetype bytes = std::min<qsizetype>(text.size(), std::numeric_limits<quint16>::max());
        body.textBytes.at(index++) = static_cast<quint16>(bytes);
        secondBytes += bytes;
    }
    const auto allBytes = static_cast<quint64>(payload.size() + secondBytes);
    if (!hasRoom(body.time, allBytes)) {
        return {};
    }
    if (allBytes > 0) {
        makeChunkFor(allBytes);
        body.payload = m_chunk->append(payload);
    }
    if (secondBytes > 0) {
        char* at = m_chunk->reserve(static_cast<quint32>(secondBytes), body.second).data();
        at = std::copy_n(response.data(), response.size(), at);
        index = 0;
        for (const QByteArrayView text : texts) {
            at = std::copy_n(text.data(), body.textBytes.at(index++), at);
        }
    }
    push(body);
    return body.payload;
}

bool CaptureWriter::hasRoom(WallTime time, quint64 bytes)
{
    if (m_ring.hasRoom()) {
        return true;
    }
    m_ring.countLost(time, bytes);
    ++m_lostRecords;
    m_introduced = false;
    return false;
}

/// A record's bytes lie in one chunk. What does not fit into the current one starts the next, which is larger
/// than usual for a payload that is larger than a chunk.
void CaptureWriter::makeChunkFor(quint64 bytes)
{
    if (m_chunk && m_chunk->freeBytes() >= bytes) {
        return;
    }
    Q_ASSERT(bytes <= std::numeric_limits<quint32>::max());
    m_chunk = std::make_shared<PayloadChunk>(chunkId(m_producer, ++m_chunksMade),
                                             std::max(m_chunkBytes, static_cast<quint32>(bytes)));
    m_chunkIsNew = true;
}

void CaptureWriter::push(const RecordBody& body)
{
    CaptureRecord record{body, nullptr};
    if (m_chunkIsNew) {
        record.chunk = m_chunk;
        m_chunkIsNew = false;
    }
    m_ring.push(std::move(record));
}

} // namespace signalbox::recording
