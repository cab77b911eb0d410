// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/stream_maker.h"

#include "server/transport/socket_stream.h"

#include <QtWebSockets/QWebSocket>

namespace signalbox::transport {

std::unique_ptr<ByteStream> makeStream(std::unique_ptr<UpgradeSocket> socket,
                                       std::unique_ptr<QWebSocket> webSocket, StreamChoice /*choice*/)
{
    return std::make_unique<SocketStream>(std::move(socket), std::move(webSocket));
}

} // namespace signalbox::transport
