// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace signalbox::http {

/// What a path of the Managed WebSocket API names.
enum class ManagedResource {
    None,
    Root,            ///< /v1
    WebSocketUri,    ///< /v1/websocket_uri
    Messages,        ///< /v1/messages
    Sockets,         ///< /v1/sockets
    Socket,          ///< /v1/sockets/ID
    EnginioReceiver, ///< /v1/webhook_receivers/enginio
    Configuration,   ///< /v1/configuration
};

struct ManagedTarget {
    ManagedResource resource = ManagedResource::None;
    QByteArray socket; ///< Socket: its id
};

/// `path` without repeated slashes and without one at its end. The hosted service had its gateway's id in
/// front, /v1/gateways/ID/messages: any id will do, there is one gateway.
[[nodiscard]] ManagedTarget matchManaged(QByteArrayView path);
/// For the Allow header.
[[nodiscard]] QByteArray managedMethods(ManagedResource resource);
/// Whether refusals there have the shape of that API.
[[nodiscard]] bool isBelowManagedRoot(QByteArrayView path);

} // namespace signalbox::http
