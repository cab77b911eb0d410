// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/stream_maker.h"

#include "server/dispatch/epoll_event_dispatcher.h"
#include "server/transport/descriptor_stream.h"
#include "server/transport/direct_socket.h"
#include "server/transport/socket_stream.h"
#include "server/transport/upgrade_socket.h"

#include <QtWebSockets/QWebSocket>

namespace signalbox::transport {

namespace {

/// Takes the connection out of Qt's hands: everything that Qt had read is returned in `early`. Negative when
/// something is still to be written, or the system has no descriptor to give: nothing was changed then.
qintptr takeDescriptor(UpgradeSocket& socket, QByteArray& early)
{
    socket.flush(); // the 101
    if (socket.bytesToWrite() > 0 || socket.state() != QAbstractSocket::ConnectedState) {
        return -1;
    }
    const qintptr descriptor = duplicateDescriptor(socket.socketDescriptor());
    if (descriptor >= 0) {
        socket.finishUpgrade();
        early = socket.readAll();
    }
    return descriptor;
}

} // namespace

std::unique_ptr<ByteStream> makeStream(std::unique_ptr<UpgradeSocket> socket,
                                       std::unique_ptr<QWebSocket> webSocket, StreamChoice choice)
{
    auto* const dispatcher =
        qobject_cast<dispatch::EpollEventDispatcher*>(QAbstractEventDispatcher::instance());
    if (choice == StreamChoice::Auto && dispatcher != nullptr) {
        QByteArray early;
        const qintptr descriptor = takeDescriptor(*socket, early);
        if (descriptor >= 0) {
            socket->abort(); // before the QWebSocket goes: it would send a close frame of its own
            socket.release()->deleteLater();
            webSocket.release()->deleteLater(); // QWebSocketServer is still in the signal that brought it
            return std::make_unique<DescriptorStream>(static_cast<int>(descriptor), std::move(early),
                                                      dispatcher->descriptors());
        }
    }
    return std::make_unique<SocketStream>(std::move(socket), std::move(webSocket));
}

} // namespace signalbox::transport
