// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QUrl>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QTcpSocket>

namespace signalbox::tests {

/// A peer that writes its own bytes over TCP, and keeps what came back. One thread with an event loop.
class RawPeer final {
public:
    explicit RawPeer(quint16 port) { m_socket.connectToHost(QHostAddress::LocalHost, port); }
    explicit RawPeer(const QUrl& broker)
        : RawPeer(static_cast<quint16>(broker.port()))
    {
    }

    void send(const QByteArray& bytes) { m_socket.write(bytes); }
    /// One request without a body.
    void request(const QByteArray& method, const QByteArray& target, const QByteArray& headers = {})
    {
        send(method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
    }
    void post(const QByteArray& target, const QByteArray& body)
    {
        send("POST " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " +
             QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }
    void handshake(const QByteArray& target)
    {
        request("GET", target,
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"); // the key of RFC 6455 §1.3
    }

    /// All that came so far.
    [[nodiscard]] QByteArray received()
    {
        m_received += m_socket.readAll();
        return m_received;
    }
    /// Of the first response; 0: none yet.
    [[nodiscard]] int status()
    {
        return received().sliced(0, std::min<qsizetype>(received().size(), 12)).mid(9).toInt();
    }
    [[nodiscard]] bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    [[nodiscard]] QTcpSocket& socket() { return m_socket; }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

} // namespace signalbox::tests
