// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/session.h"
#include "server/http/request.h"
#include "server/services/script_values.h"
#include "server/settings/settings.h"
#include "server/xsockets/conversation.h"
#include "server/xsockets/properties.h"
#include "server/xsockets/unacknowledged.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <memory>

namespace signalbox::broker {

/// What the xsockets dialect knows of one session. Thread: the session's worker.
class XSocketsState final : public DialectState {
public:
    XSocketsState(const QByteArray& wantedPersistentId, xsockets::Conversation started,
                  qint64 maxPropertyBytes, const xsockets::Unacknowledged::Limits& limits = {});

    QByteArray connectionId;   ///< CI
    QByteArray persistentId;   ///< PI
    bool isBack = false;       ///< the request has a PersistentId
    bool acknowledges = false; ///< it has qos=1: what is published with Q 1 comes with an id
    bool isClean = false;      ///< it has cs=1: nothing is kept of it, nor found again
    bool toldOfBadId =
        true; ///< false: the request had a PersistentId that is none, and nobody has said so yet
    xsockets::Conversation conversation;
    xsockets::Properties properties;

    bool hasChanged = false; ///< and the hub was not told
    bool hasEnded = false;   ///< what it is owed was handed on
    /// It has published something that the hub puts in order: all that follows goes by way of the hub, too.
    bool isSequenced = false;
    xsockets::Unacknowledged unacknowledged;
    bool toldOfFull = false; ///< that it must acknowledge first
    /// By group: the last sequence that the worker had delivered when it subscribed.
    QHash<QByteArray, quint64> subscribedAt;
    QSet<QByteArray> resumed; ///< groups: those came with what it had missed

    // Of the controllers that scripts have.
    services::ScriptRequest request;                  ///< the handshake, while there are such controllers
    QHash<QByteArray, QByteArray> serviceOf;          ///< by controller: the script that knows of it
    QSet<QByteArray> admitted;                        ///< controllers whose script has let it in
    QHash<QByteArray, QList<xsockets::Message>> held; ///< by controller: what waits until then
    QByteArray decoder{}; ///< the script that decodes what it sends; empty: nobody has to
};

[[nodiscard]] inline XSocketsState& xsocketsStateOf(const Session& session)
{
    return static_cast<XSocketsState&>(*session.state());
}

inline constexpr QByteArrayView xsocketsSubprotocol = "XSocketsNET";

/// Whether the handshake offers the subprotocol.
[[nodiscard]] bool offersXSockets(const http::Request& handshake);
/// What the handshake says: PersistentId, qos and cs of the query (in any case of the name), the controller
/// that the path names by its last segment.
[[nodiscard]] std::shared_ptr<XSocketsState> makeXSocketsState(const http::Request& handshake,
                                                               const Settings& settings);

} // namespace signalbox::broker
