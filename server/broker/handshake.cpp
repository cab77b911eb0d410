// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/handshake.h"

#include "server/broker/client_identity.h"
#include "server/http/upgrade_check.h"

namespace signalbox::broker {

namespace {

QByteArray firstCommon(const QList<QByteArray>& offered, const QList<QByteArray>& spoken)
{
    for (const QByteArray& subprotocol : offered) { // RFC 6455 §4.2.2: the client's order of preference
        if (spoken.contains(subprotocol)) {
            return subprotocol;
        }
    }
    return {};
}

} // namespace

std::variant<Handshake, http::HttpError> readHandshake(const http::Request& request,
                                                       const http::Endpoint& endpoint, const Limits& limits)
{
    const auto offer = http::checkUpgrade(request);
    if (const auto* const fault = std::get_if<http::Fault>(&offer)) {
        return http::httpError(*fault);
    }
    Result<ClientIdentity> identity = readIdentity(request, limits);
    if (!identity) {
        return http::badContent(identity.error());
    }
    Handshake handshake;
    handshake.dialect = endpoint.dialect;
    handshake.subprotocol =
        firstCommon(std::get<http::UpgradeOffer>(offer).subprotocols, endpoint.subprotocols);
    handshake.info.user = identity->user;
    handshake.info.groups = identity->groups;
    handshake.info.tags = identity->tags;
    handshake.info.path = request.path;
    handshake.info.subprotocol = handshake.subprotocol;
    handshake.info.origin = request.header("Origin");
    handshake.info.userAgent = request.header("User-Agent");
    handshake.info.testClient = handshake.info.userAgent == "Signalbox test client";
    return handshake;
}

} // namespace signalbox::broker
