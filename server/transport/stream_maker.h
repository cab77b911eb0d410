// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/stream_choice.h"
#include "server/transport/byte_stream.h"

#include <memory>

class QWebSocket;

namespace signalbox::transport {

class UpgradeSocket;

/// The stream over a socket that was upgraded just now, in the form that was chosen or, where that cannot be,
/// in the one that always can.
[[nodiscard]] std::unique_ptr<ByteStream>
makeStream(std::unique_ptr<UpgradeSocket> socket, std::unique_ptr<QWebSocket> webSocket, StreamChoice choice);

} // namespace signalbox::transport
