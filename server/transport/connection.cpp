// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/connection.h"

#include "server/websocket/close_code.h"
#include "server/websocket/close_payload.h"
#include "server/websocket/frame_encoder.h"

#include <algorithm>
#include <utility>

namespace signalbox::transport {

namespace {

/// How long bytes that still come in are thrown away after our FIN, so that no reset overtakes the close
/// frame.
constexpr std::chrono::seconds lingerTime{2};

/// Beside the bytes: a pong of two bytes takes thirty times as much memory. One reading of the socket holds
/// fewer pings than this, so that no client that reads comes near it.
constexpr qsizetype maxFramesWithControl = 16 * 1024;

EndReason endReasonOf(quint16 closeCode)
{
    return closeCode == websocket::close_code::invalidPayload  ? EndReason::InvalidPayload
           : closeCode == websocket::close_code::messageTooBig ? EndReason::MessageTooBig
                                                               : EndReason::ProtocolError;
}

} // namespace

Connection::Connection(ClientId id, std::unique_ptr<ByteStream> stream,
                       const ConnectionSurroundings& surroundings, ConnectionOwner& owner)
    : m_stream(std::move(stream))
    , m_surroundings(surroundings)
    , m_queue(surroundings.queueRoom)
    , m_keepAlive(surroundings.limits.pingInterval, surroundings.limits.pongTimeout, now())
    , m_id(id)
    , m_owner(owner)
    , m_decoder(websocket::Role::Server, surroundings.limits.maxMessageBytes)
    , m_assembler(surroundings.limits.maxMessageBytes)
{
}

Connection::~Connection() = default;

void Connection::start()
{
    m_stream->setOwner(*this);
    readAll();
}

void Connection::streamWritable()
{
    m_stalledSince.reset();
    flush();
}

void Connection::readAll()
{
    while (m_closing.phase() != CloseState::Phase::Ended) {
        const qsizetype count = m_stream->read(m_surroundings.readBuffer);
        if (count == 0) {
            break;
        }
        m_bytesReceived += static_cast<quint64>(count);
        m_surroundings.sums.bytesReceived += static_cast<quint64>(count);
        decode(m_surroundings.readBuffer.first(static_cast<size_t>(count)));
    }
    flush();
}

void Connection::decode(std::span<char> bytes)
{
    bool completedOne = false;
    while (m_closing.phase() == CloseState::Phase::Open ||
           m_closing.phase() == CloseState::Phase::AwaitingPeer) {
        websocket::DecodedFrame frame;
        const websocket::DecodeStatus status = m_decoder.next(bytes, frame);
        if (status == websocket::DecodeStatus::NeedMore) {
            break;
        }
        if (status == websocket::DecodeStatus::Failed) {
            failed(m_decoder.fault());
            return;
        }
        completedOne = true;
        handleFrame(frame);
    }
    if (!m_decoder.insideFrame()) {
        m_frameBegan.reset();
    } else if (completedOne || !m_frameBegan) {
        m_frameBegan = now();
        lookBy(*m_frameBegan + m_surroundings.limits.frameTimeout);
    }
}

void Connection::handleFrame(const websocket::DecodedFrame& frame)
{
    if (!isOpen() && !websocket::isControl(frame.header.opcode)) {
        m_owner.frameReceived(*this, frame,
                              0); // RFC 6455 §5.5.1: after our close frame data is not processed
        return;
    }
    websocket::AssembledMessage message;
    switch (m_assembler.add(frame, message)) {
    case websocket::AssembleStatus::Incomplete:
        m_owner.frameReceived(*this, frame, message.fragment);
        return;
    case websocket::AssembleStatus::MessageReady:
        m_owner.messageReceived(*this, message, frame);
        return;
    case websocket::AssembleStatus::Control:
        handleControl(frame);
        return;
    case websocket::AssembleStatus::Failed:
        m_owner.frameReceived(*this, frame, message.fragment);
        failed(m_assembler.fault());
        return;
    }
}

void Connection::handleControl(const websocket::DecodedFrame& frame)
{
    const QByteArrayView payload = frame.payloadView();
    m_owner.frameReceived(*this, frame, 0);
    switch (frame.header.opcode) {
    case websocket::Opcode::Close:
        peerClosed(payload);
        return;
    case websocket::Opcode::Ping:
        if (isOpen()) {
            sendControl(websocket::Opcode::Pong, payload); // RFC 6455 §5.5.3: the same payload
        }
        return;
    case websocket::Opcode::Pong:
        if (const auto number = m_keepAlive.pongReceived(payload, now())) {
            m_owner.pingAnswered(*this, *number);
        }
        return;
    case websocket::Opcode::Continuation:
    case websocket::Opcode::Text:
    case websocket::Opcode::Binary:
        Q_UNREACHABLE();
    }
}

void Connection::peerClosed(QByteArrayView payload)
{
    const auto parsed = websocket::parseClosePayload(payload);
    if (const auto* fault = std::get_if<websocket::ProtocolFault>(&parsed)) {
        failed(*fault);
        return;
    }
    const auto& close = std::get<websocket::ClosePayload>(parsed);
    const bool answer = isOpen();
    m_closing.beginLingering({EndReason::PeerClosed, close.code, close.reason}, now() + lingerTime);
    lookBy(m_closing.deadline());
    if (answer) { // RFC 6455 §5.5.1: the answer repeats the code
        sendControl(websocket::Opcode::Close, websocket::encodeClosePayload(close.code, {}));
    }
    flush();
}

void Connection::failed(websocket::ProtocolFault fault)
{
    const websocket::ProtocolError error = websocket::protocolError(fault);
    const bool wasOpen = isOpen();
    m_closing.beginLingering({endReasonOf(error.closeCode), error.closeCode, error.text.toUtf8()},
                             now() + lingerTime);
    lookBy(m_closing.deadline());
    if (wasOpen) { // RFC 6455 §7.1.7: a close frame that says why, then nothing more is read
        sendControl(websocket::Opcode::Close,
                    websocket::encodeClosePayload(error.closeCode, error.text.toUtf8()));
    }
    flush();
}

Connection::SendOutcome Connection::send(const QByteArray& frame)
{
    if (!isOpen()) {
        return SendOutcome::Closing;
    }
    if (!hasRoomFor(frame.size())) {
        closeSlow();
        return SendOutcome::OverLimit;
    }
    m_queue.append(frame);
    return SendOutcome::Accepted;
}

/// One frame may be larger than the whole queue. What was gathered in this turn has not been offered to the
/// system yet, so it is, before a client is called slow.
bool Connection::hasRoomFor(qsizetype bytes)
{
    const auto fits = [&] {
        const qsizetype waiting = queuedBytes();
        return waiting == 0 || waiting + bytes <= m_surroundings.limits.maxQueueBytes;
    };
    if (fits()) {
        return true;
    }
    flush();
    return fits();
}

void Connection::sendControl(websocket::Opcode opcode, QByteArrayView payload)
{
    if (isOpen() &&
        (!hasRoomFor(0) || m_queue.frames() >= maxFramesWithControl)) { // a flood of pings that nobody reads
        closeSlow();
        return;
    }
    m_queue.append(websocket::encodeFrame(opcode, payload));
    m_owner.controlFrameSent(*this, opcode, payload);
}

bool Connection::flush()
{
    while (!m_queue.isEmpty()) {
        const qsizetype accepted = m_stream->write(m_queue.nextPieces());
        if (accepted == 0) {
            break;
        }
        m_queue.consume(accepted);
        m_bytesSent += static_cast<quint64>(accepted);
        m_surroundings.sums.bytesSent += static_cast<quint64>(accepted);
    }
    sumUp();
    const bool everythingLeft = m_queue.isEmpty() && m_stream->unsentBytes() == 0;
    noteProgress(everythingLeft);
    if (m_watchedBytes) {
        tellTaken();
    }
    if (m_queue.isEmpty() && m_closing.phase() == CloseState::Phase::Lingering) {
        m_stream->finishWriting();
    }
    return everythingLeft;
}

void Connection::tellTaken()
{
    if (takenBytes() >= *m_watchedBytes) {
        m_watchedBytes.reset();
        m_owner.bytesTaken(*this);
    }
}

quint64 Connection::takenBytes() const
{
    return m_bytesSent - static_cast<quint64>(m_stream->unsentBytes());
}

quint64 Connection::ping()
{
    const quint64 number = m_keepAlive.takePing();
    sendControl(websocket::Opcode::Ping, KeepAlive::payloadOf(number));
    return number;
}

void Connection::noteProgress(bool everythingLeft)
{
    if (!everythingLeft) {
        if (!m_stalledSince) {
            m_stalledSince = now();
            lookBy(*m_stalledSince + m_surroundings.limits.queueStallTimeout);
        }
        return;
    }
    m_stalledSince.reset();
    if (m_keepAlive.isPingWaiting()) {
        m_keepAlive.everythingLeft(now());
    }
}

void Connection::sumUp()
{
    if (m_closing.phase() == CloseState::Phase::Ended) {
        return;
    }
    const qint64 queued = queuedBytes();
    m_surroundings.sums.queuedBytes += queued - std::exchange(m_summedQueue, queued);
}

void Connection::lookBy(SteadyTime time)
{
    if (time < m_nextLook && m_closing.phase() != CloseState::Phase::Ended) {
        m_nextLook = time;
        m_owner.lookSooner(*this);
    }
}

void Connection::close(quint16 code, QByteArrayView reason, EndReason endReason)
{
    if (!isOpen()) {
        return;
    }
    m_closing.beginAwaiting({endReason, code, reason.toByteArray()},
                            now() + m_surroundings.limits.closeTimeout);
    lookBy(m_closing.deadline());
    sendControl(websocket::Opcode::Close, websocket::encodeClosePayload(code, reason));
    flush();
}

void Connection::closeSlow()
{
    const QByteArrayView reason = "the client does not take its messages";
    m_lostFrames += m_queue.dropUnstarted();
    m_watchedBytes.reset(); // where it ends is no place in the queue any more
    m_closing.beginLingering({EndReason::SlowClient, websocket::close_code::slowClient, reason.toByteArray()},
                             now() + lingerTime);
    lookBy(m_closing.deadline());
    sendControl(websocket::Opcode::Close,
                websocket::encodeClosePayload(websocket::close_code::slowClient, reason));
    flush();
}

void Connection::abort(EndReason endReason)
{
    m_closing.beginLingering({endReason, websocket::close_code::abnormal, {}}, now());
    end();
}

void Connection::checkDeadlines(SteadyTime time)
{
    if (m_closing.phase() == CloseState::Phase::Ended) {
        return;
    }
    judgeDeadlines(time);
    m_nextLook = nearestDeadline();
}

SteadyTime Connection::nearestDeadline() const
{
    if (!isOpen()) {
        return m_closing.deadline();
    }
    const Limits& limits = m_surroundings.limits;
    SteadyTime nearest = m_keepAlive.nextDeadline();
    if (m_frameBegan) {
        nearest = std::min(nearest, *m_frameBegan + limits.frameTimeout);
    }
    if (m_stalledSince) {
        nearest = std::min(nearest, *m_stalledSince + limits.queueStallTimeout);
    }
    return nearest;
}

void Connection::judgeDeadlines(SteadyTime time)
{
    if (!isOpen()) {
        if (time >= m_closing.deadline()) {
            end();
        }
        return;
    }
    const Limits& limits = m_surroundings.limits;
    if (m_frameBegan && time - *m_frameBegan >= limits.frameTimeout) {
        close(websocket::close_code::policyViolation, "a frame was not finished in time",
              EndReason::FrameTimedOut);
    } else if (m_stalledSince && time - *m_stalledSince >= limits.queueStallTimeout) {
        closeSlow();
    } else if (m_keepAlive.isOverdue(time) && !m_stalledSince) {
        abort(EndReason::Vanished); // while bytes wait, the stall decides
    } else if (const auto ping = m_keepAlive.pingDue(time)) {
        sendControl(websocket::Opcode::Ping, *ping);
        flush();
    }
}

qsizetype Connection::queuedBytes() const
{
    return m_queue.bytes() + m_stream->unsentBytes();
}

void Connection::streamEnded()
{
    if (m_closing.phase() == CloseState::Phase::Ended) {
        return;
    }
    readAll(); // what came before the end of the stream
    m_closing.beginLingering({EndReason::Vanished, websocket::close_code::abnormal, {}}, now());
    end();
}

void Connection::end()
{
    if (m_closing.phase() == CloseState::Phase::Ended) {
        return;
    }
    m_lostFrames += m_queue.messages();
    ConnectionEnd end = m_closing.end();
    end.lostFrames = m_lostFrames;
    m_closing.finish(end);
    m_stream->abort();
    m_surroundings.sums.queuedBytes -= std::exchange(m_summedQueue, 0);
    m_owner.connectionEnded(*this, end);
}

} // namespace signalbox::transport
