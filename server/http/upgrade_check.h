// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/http_error.h"
#include "server/http/request.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <optional>
#include <variant>

namespace signalbox::http {

/// What a client asks for in a handshake that is in order.
struct UpgradeOffer {
    QByteArray key;                 ///< Sec-WebSocket-Key, as sent
    QList<QByteArray> subprotocols; ///< in the order of the client's preference, each once

    friend bool operator==(const UpgradeOffer&, const UpgradeOffer&) = default;
};

/// Reads the client's opening handshake as RFC 6455 §4.2.1 asks for, which QWebSocketServer does not do: it
/// takes any key. Path, Host and Origin are judged elsewhere.
[[nodiscard]] std::variant<UpgradeOffer, Fault> checkUpgrade(const Request& request);

/// The header of a handshake that checkUpgrade() took, in the only spelling that QWebSocketServer 6.4 reads:
/// one Upgrade field that says websocket and nothing else, one Connection field. Nothing when it is spelled
/// so already.
[[nodiscard]] std::optional<QByteArray> plainHandshake(const Request& request);

} // namespace signalbox::http
