// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

#include <functional>

namespace signalbox::tests {

/// A web application that answers each request with the bytes that it is told to; nothing: it keeps it
/// waiting.
class SmallApplication final {
public:
    SmallApplication()
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket* const socket = m_server.nextPendingConnection()) {
                QObject::connect(socket, &QIODevice::readyRead, &m_server, [this, socket] { read(*socket); });
                QObject::connect(socket, &QAbstractSocket::disconnected, &m_server,
                                 [this] { ++disconnected; });
            }
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] QByteArray url() const
    {
        return "http://127.0.0.1:" + QByteArray::number(m_server.serverPort()) + "/hook?a=1";
    }

    std::function<QByteArray(const QByteArray& request)> answer = [](const QByteArray&) {
        return QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    };
    QByteArrayList requests;
    int disconnected = 0;

private:
    void read(QTcpSocket& socket)
    {
        QByteArray& buffer = m_buffers[&socket];
        buffer += socket.readAll();
        const qsizetype header = buffer.indexOf("\r\n\r\n");
        const qsizetype field = buffer.toLower().indexOf("content-length:");
        if (header < 0 || field < 0) {
            return;
        }
        const qsizetype number = field + qsizetype(sizeof "content-length:") - 1;
        const qsizetype end =
            header + 4 + buffer.mid(number, buffer.indexOf('\r', number) - number).trimmed().toInt();
        if (buffer.size() < end) {
            return;
        }
        requests += buffer.first(end);
        buffer.remove(0, end);
        socket.write(answer(requests.last()));
    }

    QTcpServer m_server;
    QHash<QTcpSocket*, QByteArray> m_buffers;
};

} // namespace signalbox::tests
