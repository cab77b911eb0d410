// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"
#include "server/core/prefetch.h"
#include "server/transport/byte_stream.h"
#include "server/transport/connection_owner.h"
#include "server/transport/keep_alive.h"
#include "server/websocket/protocol_error.h"

#include <QtCore/QByteArray>

#include <memory>
#include <optional>
#include <span>

namespace signalbox::transport {

/// One WebSocket connection from the upgrade to its end: decodes what comes in, queues what goes out, keeps
/// it alive, and closes it as RFC 6455 §7 asks. It knows frames and messages, nothing of envelopes.
///
/// Thread: one worker. Owner: a session of that worker. Limits: Limits.
class Connection final : private StreamOwner {
public:
    enum class SendOutcome { Accepted, OverLimit, Closing };

    Connection(ClientId id, std::unique_ptr<ByteStream> stream, const ConnectionSurroundings& surroundings,
               ConnectionOwner& owner);
    ~Connection() override;
    Q_DISABLE_COPY_MOVE(Connection)

    /// Begins to read; bytes that came with the handshake are read before this returns.
    void start();

    /// Queues an encoded frame; flush() sends it. OverLimit: the queue was full, the frame is not queued, and
    /// the client is being closed with 4008.
    SendOutcome send(const QByteArray& frame);
    /// Queues a ping behind what is queued, while the connection is open; returns its number, which ascends.
    quint64 ping();
    /// Has the owner told once when the system has taken so many bytes of this connection.
    void watchTaken(quint64 bytes) { m_watchedBytes = bytes; }

    /// Writes what is queued, as far as the system takes it: once a turn. Returns whether everything left.
    bool flush();

    /// Begins the closing handshake (RFC 6455 §7.1.2). `code` 1005 sends a close frame without a code.
    void close(quint16 code, QByteArrayView reason, EndReason endReason);
    /// Ends at once, without a close frame.
    void abort(EndReason endReason);

    /// Looks at every deadline: pings, pongs, unfinished frames, stalled queues, closing.
    void checkDeadlines(SteadyTime now);
    /// When it has to, the next time: none passes before.
    [[nodiscard]] SteadyTime nextLook() const { return m_nextLook; }

    /// What a send touches: the connection's own memory, and then the stream's, whose place is known there.
    void prefetch() const { signalbox::prefetch(this, 3); }
    void prefetchStream() const { signalbox::prefetch(m_stream.get(), 2); }

    [[nodiscard]] ClientId id() const { return m_id; }
    [[nodiscard]] bool isOpen() const { return m_closing.isOpen(); }
    [[nodiscard]] qsizetype queuedBytes() const;
    /// Whether there is something to flush.
    [[nodiscard]] bool hasQueued() const { return !m_queue.isEmpty(); }
    /// Where what is queued now ends, and what the system has taken of it, counted from the first byte.
    [[nodiscard]] quint64 queuedUpTo() const { return m_bytesSent + static_cast<quint64>(m_queue.bytes()); }
    [[nodiscard]] quint64 takenBytes() const;
    [[nodiscard]] std::chrono::microseconds roundTrip() const { return m_keepAlive.roundTrip(); }
    [[nodiscard]] quint64 bytesReceived() const { return m_bytesReceived; }
    [[nodiscard]] quint64 bytesSent() const { return m_bytesSent; }

private:
    void streamReadable() override { readAll(); }
    void streamWritable() override;
    void streamEnded() override;
    [[nodiscard]] SteadyTime now() const { return m_surroundings.clock.steadyNow(); }
    void readAll();
    void decode(std::span<char> bytes);
    void handleFrame(const websocket::DecodedFrame& frame);
    void handleControl(const websocket::DecodedFrame& frame);
    void peerClosed(QByteArrayView payload);
    void failed(websocket::ProtocolFault fault);
    [[nodiscard]] bool hasRoomFor(qsizetype bytes);
    void sendControl(websocket::Opcode opcode, QByteArrayView payload);
    void closeSlow();
    void noteProgress(bool everythingLeft);
    void sumUp();
    void lookBy(SteadyTime time);
    void judgeDeadlines(SteadyTime time);
    [[nodiscard]] SteadyTime nearestDeadline() const;
    void tellTaken();
    void end();

    // What a send touches comes first: with thousands of clients the memory that it lies in is what costs.
    std::unique_ptr<ByteStream> m_stream;
    const ConnectionSurroundings& m_surroundings;
    OutgoingQueue m_queue;
    quint64 m_bytesSent = 0;
    qint64 m_summedQueue = 0;                 ///< its part of the sums
    std::optional<SteadyTime> m_stalledSince; ///< bytes wait and none was taken since
    std::optional<quint64> m_watchedBytes;    ///< until the owner is told
    CloseState m_closing;
    KeepAlive m_keepAlive;
    SteadyTime m_nextLook{}; ///< the first is at the first opportunity
    const ClientId m_id;
    ConnectionOwner& m_owner;
    quint64 m_bytesReceived = 0;
    websocket::FrameDecoder m_decoder;
    websocket::MessageAssembler m_assembler;
    std::optional<SteadyTime> m_frameBegan; ///< when the unfinished frame did
    qint64 m_lostFrames = 0;
};

} // namespace signalbox::transport
