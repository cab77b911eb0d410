// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/dialect.h"
#include "server/http/request.h"
#include "server/settings/settings.h"
#include "server/xsockets/conversation.h"
#include "server/xsockets/properties.h"

#include <memory>

namespace signalbox::broker {

/// What the xsockets dialect knows of one session. Thread: the session's worker.
class XSocketsState final : public DialectState {
public:
    XSocketsState(const QByteArray& wantedPersistentId, xsockets::Conversation started,
                  qint64 maxPropertyBytes);

    QByteArray connectionId; ///< CI
    QByteArray persistentId; ///< PI
    bool isBack = false;     ///< the request has a PersistentId
    bool toldOfBadId =
        true; ///< false: the request had a PersistentId that is none, and nobody has said so yet
    xsockets::Conversation conversation;
    xsockets::Properties properties;
};

inline constexpr QByteArrayView xsocketsSubprotocol = "XSocketsNET";

/// Whether the handshake offers the subprotocol.
[[nodiscard]] bool offersXSockets(const http::Request& handshake);
/// What the handshake says: the PersistentId of the query (in any case of the name), the controller that the
/// path names by its last segment.
[[nodiscard]] std::shared_ptr<XSocketsState> makeXSocketsState(const http::Request& handshake,
                                                               const Settings& settings);

} // namespace signalbox::broker
