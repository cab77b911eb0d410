// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/connection.h"
#include "server/websocket/close_payload.h"
#include "server/websocket/frame_encoder.h"
#include "tests/support/manual_clock.h"
#include "tests/support/memory_stream.h"

#include <QtCore/QMetaEnum>
#include <QtCore/QObject>

#include <array>
#include <functional>
#include <memory>
#include <vector>

namespace signalbox::tests {

using transport::Connection;
using transport::ConnectionEnd;
using transport::ConnectionOwner;
using transport::ConnectionSurroundings;
using websocket::Opcode;

using Lines = QByteArrayList;

inline QByteArray word(Opcode opcode)
{
    return QByteArray(QMetaEnum::fromType<Opcode>().valueToKey(static_cast<int>(opcode))).toLower();
}

/// "text hello", "close 1000 bye", "close" for a close frame without a code.
inline QByteArray line(Opcode opcode, QByteArrayView payload)
{
    QByteArray shown = payload.toByteArray();
    if (opcode == Opcode::Close && payload.size() >= 2) {
        const auto close = std::get<websocket::ClosePayload>(websocket::parseClosePayload(payload));
        shown = QByteArray::number(close.code) + ' ' + close.reason;
    }
    return (word(opcode) + ' ' + shown).trimmed();
}

/// A frame as a client sends it.
inline QByteArray fromClient(Opcode opcode, QByteArrayView payload = {})
{
    return websocket::encodeMasked(opcode, payload, {1, 2, 3, 4});
}

inline QByteArray closeFromClient(quint16 code, QByteArrayView reason = {})
{
    return fromClient(Opcode::Close, websocket::encodeClosePayload(code, reason));
}

inline QByteArray textFrame(QByteArrayView text)
{
    return websocket::encodeFrame(Opcode::Text, text);
}

/// Writes down what it hears.
class RecordingOwner final : public ConnectionOwner {
public:
    void frameReceived(Connection&, const websocket::DecodedFrame& frame, quint32) override
    {
        frames += word(frame.header.opcode);
    }
    void messageReceived(Connection& connection, const websocket::AssembledMessage& message,
                         const websocket::DecodedFrame&) override
    {
        messages += message.payload.toByteArray();
        if (onMessage) {
            onMessage(connection);
        }
    }
    void controlFrameSent(Connection&, Opcode opcode, QByteArrayView payload) override
    {
        sent += line(opcode, payload);
    }
    void connectionEnded(Connection&, const ConnectionEnd& end) override { ends.push_back(end); }

    std::function<void(Connection&)> onMessage;
    Lines frames;   ///< received that were no whole message
    Lines messages; ///< received
    Lines sent;     ///< control frames
    std::vector<ConnectionEnd> ends;
};

/// One connection over a MemoryStream: the test plays the client, the system and the clock.
class ConnectionFixture : public QObject {
    Q_OBJECT

protected:
    void begin()
    {
        m_limits = Limits();
        m_limits.maxQueueBytes = 1000;
        m_limits.maxMessageBytes = 1000;
        m_owner = std::make_unique<RecordingOwner>();
        makeConnection();
    }

    /// With the limits as they are now.
    void makeConnection()
    {
        auto stream = std::make_unique<MemoryStream>();
        m_stream = stream.get();
        m_connection = std::make_unique<Connection>(ClientId(7), std::move(stream), m_surroundings, *m_owner);
    }

    /// As its owner does: it looks when the connection says that it has to.
    void advance(std::chrono::microseconds by)
    {
        m_clock.advance(by);
        if (m_connection->nextLook() <= m_clock.steadyNow()) {
            m_connection->checkDeadlines(m_clock.steadyNow());
        }
    }

    /// The frames that the server sent since the last call.
    Lines frames()
    {
        QByteArray bytes = m_stream->takeAccepted();
        std::span<char> rest(bytes.data(), static_cast<size_t>(bytes.size()));
        websocket::FrameDecoder decoder(websocket::Role::Client, 100'000);
        websocket::DecodedFrame frame;
        Lines lines;
        while (decoder.next(rest, frame) == websocket::DecodeStatus::FrameReady) {
            lines += line(frame.header.opcode, frame.payloadView());
        }
        return lines;
    }

    ManualClock m_clock;
    Limits m_limits;
    std::array<char, 4096> m_buffer{};
    transport::TrafficSums m_sums;
    transport::OutgoingQueue::Room m_queueRoom;
    ConnectionSurroundings m_surroundings{m_limits, m_clock, m_buffer, m_sums, m_queueRoom};
    std::unique_ptr<RecordingOwner> m_owner;
    MemoryStream* m_stream = nullptr; ///< the connection's
    std::unique_ptr<Connection> m_connection;
};

} // namespace signalbox::tests
