// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/socket_stream.h"

#include "server/transport/direct_socket.h"

#include <QtWebSockets/QWebSocket>

namespace signalbox::transport {

namespace {

/// Qt's buffer takes no more than this at a time; what else waits stays in the OutgoingQueue, where it is
/// counted.
constexpr qint64 maxBufferedBytes = 64 * 1024;
/// On loopback the system would take 2.5 MiB for a peer that reads nothing, more than limits.max_queue.
constexpr int maxUnsentBytes = 64 * 1024;

} // namespace

SocketStream::SocketStream(std::unique_ptr<UpgradeSocket> socket, std::unique_ptr<QWebSocket> webSocket)
    : m_socket(socket.release())
    , m_webSocket(std::move(webSocket))
{
    // From here on nobody but us reads and writes. The QWebSocket still hears that the socket has ended, or
    // else it would write a close frame into it when it is destroyed.
    QObject::disconnect(m_socket, &QIODevice::readyRead, m_webSocket.get(), nullptr);
    QObject::disconnect(m_socket, &QIODevice::bytesWritten, m_webSocket.get(), nullptr);
    m_socket->finishUpgrade();
    m_socket->setReadBufferSize(maxBufferedBytes);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    limitUnsent(m_socket->socketDescriptor(), maxUnsentBytes);
}

SocketStream::~SocketStream()
{
    abort();
}

void SocketStream::setOwner(StreamOwner& owner)
{
    m_owner = &owner;
    connect(m_socket, &QIODevice::readyRead, this, [this] { m_owner->streamReadable(); });
    connect(m_socket, &QIODevice::bytesWritten, this, [this] { bytesWritten(); });
    connect(m_socket, &QAbstractSocket::disconnected, this, [this] { m_owner->streamEnded(); });
}

qsizetype SocketStream::read(std::span<char> buffer)
{
    if (!m_socket) {
        return 0;
    }
    const qint64 count = m_socket->read(buffer.data(), static_cast<qint64>(buffer.size()));
    return std::max<qint64>(count, 0);
}

qsizetype SocketStream::write(std::span<const QByteArrayView> pieces)
{
    if (!m_socket || m_finishing || m_socket->state() != QAbstractSocket::ConnectedState) {
        return 0;
    }
    // Past an empty buffer of Qt's, straight to the system: one call, no copy.
    qsizetype taken = m_socket->bytesToWrite() == 0 ? sendDirectly(m_socket->socketDescriptor(), pieces) : 0;
    qsizetype accepted = taken;
    for (const QByteArrayView piece : pieces) {
        if (taken >= piece.size()) {
            taken -= piece.size();
            continue;
        }
        if (m_socket->bytesToWrite() >= maxBufferedBytes) {
            break;
        }
        const QByteArrayView rest = piece.sliced(std::exchange(taken, 0));
        const qint64 buffered = m_socket->write(rest.data(), rest.size());
        if (buffered < 0) {
            break;
        }
        accepted += buffered;
    }
    return accepted;
}

qsizetype SocketStream::unsentBytes() const
{
    return !m_socket ? 0 : m_socket->bytesToWrite();
}

void SocketStream::bytesWritten()
{
    if (m_finishing && m_socket->bytesToWrite() == 0) {
        endSending(m_socket->socketDescriptor());
    }
    m_owner->streamWritable();
}

void SocketStream::finishWriting()
{
    if (!m_socket || std::exchange(m_finishing, true)) {
        return;
    }
    if (m_socket->bytesToWrite() == 0) {
        endSending(m_socket->socketDescriptor());
    }
}

void SocketStream::abort()
{
    if (!m_socket) {
        m_webSocket.reset();
        return;
    }
    UpgradeSocket* const socket = m_socket;
    m_socket.clear();
    socket->disconnect(this);
    socket->abort(); // before the QWebSocket goes: it would send a close frame of its own
    socket->deleteLater();
    m_webSocket.reset();
}

} // namespace signalbox::transport
