// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/xsockets_state.h"

#include "server/broker/xsockets_limits.h"
#include "server/http/token.h"
#include "server/xsockets/persistent_id.h"
#include "server/xsockets/topics.h"

#include <algorithm>
#include <array>

namespace signalbox::broker {

namespace {

/// The last parameter of that name wins, as in the clients of the vendor.
QByteArray parameter(const http::Request& handshake, QByteArrayView name)
{
    QByteArray wanted;
    for (const http::QueryParameter& parameter : handshake.query) {
        if (http::equalIgnoringCase(parameter.name, name)) {
            wanted = parameter.value;
        }
    }
    return wanted;
}

/// "null" is what a browser's client says that has none yet.
QByteArray wantedPersistentId(const http::Request& handshake)
{
    const QByteArray wanted = parameter(handshake, "persistentid");
    return wanted == "null" || wanted == "undefined" ? QByteArray() : wanted;
}

/// "chat" of /app/Chat. Paths of the broker's own name none.
QByteArray namedController(const QByteArray& path)
{
    static constexpr std::array own{"ws", "raw", "echo", "demo", "v1"};
    const QByteArray last = path.sliced(path.lastIndexOf('/') + 1).toLower();
    const bool isOwn = std::ranges::any_of(own, [&last](const char* name) { return last == name; });
    return last.isEmpty() || isOwn ? xsockets::genericController.toByteArray() : last;
}

} // namespace

XSocketsState::XSocketsState(const QByteArray& wantedPersistentId, xsockets::Conversation started,
                             qint64 maxPropertyBytes, const xsockets::Unacknowledged::Limits& limits)
    : connectionId(xsockets::makePersistentId())
    , conversation(std::move(started))
    , properties(maxPropertyBytes)
    , unacknowledged(limits)
{
    const auto known = xsockets::readPersistentId(wantedPersistentId);
    persistentId = known ? *known : xsockets::makePersistentId();
    isBack = known.has_value();
    toldOfBadId = known || wantedPersistentId.isEmpty();
}

bool offersXSockets(const http::Request& handshake)
{
    const QList<QByteArray> fields = handshake.headers.values("Sec-WebSocket-Protocol");
    return std::ranges::any_of(fields, [](const QByteArray& field) {
        return http::splitList(field).contains(xsocketsSubprotocol); // RFC 6455 §11.3.4: it has a case
    });
}

std::shared_ptr<XSocketsState> makeXSocketsState(const http::Request& handshake, const Settings& settings)
{
    auto state = std::make_shared<XSocketsState>(
        wantedPersistentId(handshake),
        xsockets::Conversation(namedController(handshake.path), settings.xsockets.maxControllers),
        settings.limits.maxMessageBytes, unacknowledgedLimits(settings));
    state->acknowledges = parameter(handshake, "qos") == "1";
    state->isClean = parameter(handshake, "cs") == "1";
    return state;
}

} // namespace signalbox::broker
