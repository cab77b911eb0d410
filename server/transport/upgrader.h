// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/stream_choice.h"
#include "server/transport/byte_stream.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QMap>
#include <QtCore/QObject>
#include <QtCore/QPointer>

#include <functional>
#include <memory>

class QWebSocketServer;

namespace signalbox::transport {

class UpgradeSocket;

/// Makes WebSocket connections out of sockets whose request was checked: every connection is born here, from
/// QWebSocketServer::newConnection(). One server that does not listen for each subprotocol and one for none,
/// because the list of subprotocols is read late, and changing it for each connection fails.
///
/// Thread: one worker.
class Upgrader final : public QObject {
    Q_OBJECT

public:
    struct Upgraded {
        std::unique_ptr<ByteStream> stream;
        QByteArray answer; ///< the 101 as it was sent
    };
    /// Called from the event loop, once, with a stream; or with none when the connection broke before.
    using Done = std::function<void(Upgraded)>;

    explicit Upgrader(StreamChoice choice, QObject* parent = nullptr);
    ~Upgrader() override;

    /// Takes `socket`. Its buffer begins with a request header of `headerBytes`, which QWebSocketServer will
    /// read again.
    void upgrade(std::unique_ptr<UpgradeSocket> socket, qint64 headerBytes, const QByteArray& subprotocol,
                 Done done);

private:
    QWebSocketServer& serverFor(const QByteArray& subprotocol);
    void connectionBorn(QWebSocketServer& server);
    void abandon(UpgradeSocket* socket);

    const StreamChoice m_choice;
    QMap<QByteArray, QWebSocketServer*> m_servers; ///< children; few
    QHash<UpgradeSocket*, Done> m_waiting;
    UpgradeSocket* m_answering = nullptr; ///< whose 101 was written last, in this very stack
};

} // namespace signalbox::transport
