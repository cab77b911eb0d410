// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/byte_stream.h"
#include "server/transport/upgrade_socket.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

#include <memory>

class QWebSocket;

namespace signalbox::transport {

/// A ByteStream over the QTcpSocket itself. Works everywhere. It keeps the QWebSocket that the socket was
/// born with, silent, because destroying that one would send a close frame of its own and close the socket.
///
/// Thread: one worker.
class SocketStream final : public QObject, public ByteStream {
    Q_OBJECT

public:
    SocketStream(std::unique_ptr<UpgradeSocket> socket, std::unique_ptr<QWebSocket> webSocket);
    ~SocketStream() override;

    void setOwner(StreamOwner& owner) override;
    [[nodiscard]] qsizetype read(std::span<char> buffer) override;
    [[nodiscard]] qsizetype write(std::span<const QByteArrayView> pieces) override;
    [[nodiscard]] qsizetype unsentBytes() const override;
    void finishWriting() override;
    void abort() override;

private:
    void bytesWritten();

    QPointer<UpgradeSocket> m_socket; ///< QWebSocketServer deletes it some time after it disconnected
    std::unique_ptr<QWebSocket> m_webSocket;
    StreamOwner* m_owner = nullptr;
    bool m_finishing = false;
};

} // namespace signalbox::transport
