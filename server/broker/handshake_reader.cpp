// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/handshake_reader.h"

#include "server/broker/service_dialect.h"
#include "server/broker/xsockets_state.h"
#include "server/http/token.h"

namespace signalbox::broker {

namespace {

/// The messages alone, without a script.
constexpr QByteArrayView rawSubprotocol = "raw";

QList<QByteArray> offeredBy(const http::Request& request)
{
    QList<QByteArray> offered;
    for (const QByteArray& field : request.headers.values("Sec-WebSocket-Protocol")) {
        offered += http::splitList(field);
    }
    return offered;
}

} // namespace

HandshakeReader::HandshakeReader(const Settings& settings)
    : m_settings(settings)
{
}

void HandshakeReader::setServices(const http::ServiceRoutes& routes)
{
    m_scripted.clear();
    m_hasControllers = false;
    for (const http::ServiceRoute& route : routes) {
        m_hasControllers = m_hasControllers || !route.controller.isEmpty();
        if (!route.subprotocol.isEmpty() && !m_scripted.contains(route.subprotocol)) { // the first has it
            m_scripted.insert(route.subprotocol, route.translates ? route.service : QByteArray());
        }
    }
}

std::variant<Handshake, http::HttpError> HandshakeReader::read(const http::Request& request,
                                                               const http::EndpointMatch& named) const
{
    const http::EndpointMatch match = endpointOf(request, named);
    if (!http::acceptsUpgrade(match.kind)) {
        return http::httpError(http::Fault::NotFound);
    }
    auto handshake = readHandshake(request, match.endpoint, m_settings.limits);
    if (auto* const read = std::get_if<Handshake>(&handshake)) {
        addState(*read, request, match.service.service);
    }
    return handshake;
}

http::EndpointMatch HandshakeReader::endpointOf(const http::Request& request,
                                                const http::EndpointMatch& named) const
{
    const auto anywhere = [&named](const QByteArray& dialect, const QList<QByteArray>& subprotocols) {
        return http::EndpointMatch{
            http::EndpointKind::Socket, {named.path, dialect, subprotocols, {}}, named.path};
    };
    if (request.value("token")) {
        return anywhere("raw", {});
    }
    const QList<QByteArray> offered = offeredBy(request);
    const auto isSpokenThere = [&named](QByteArrayView subprotocol) {
        return named.endpoint.subprotocols.contains(subprotocol);
    };
    if (m_settings.builtIn.xsockets && offered.contains(xsocketsSubprotocol) &&
        !isSpokenThere(xsocketsSubprotocol)) {
        return anywhere("xsockets", {xsocketsSubprotocol.toByteArray()});
    }
    const QByteArray scripted = scriptedOf(offered);
    if (!scripted.isEmpty() && !isSpokenThere(scripted)) {
        return anywhere(m_scripted.value(scripted).isEmpty() ? "xsockets" : "scripted", {scripted});
    }
    if (m_settings.builtIn.raw && offered.contains(rawSubprotocol) && !isSpokenThere(rawSubprotocol)) {
        return anywhere("raw", {rawSubprotocol.toByteArray()});
    }
    return named;
}

QByteArray HandshakeReader::scriptedOf(const QList<QByteArray>& offered) const
{
    if (m_scripted.isEmpty() || !m_settings.builtIn.services) {
        return {};
    }
    for (const QByteArray& subprotocol : offered) {
        if (m_scripted.contains(subprotocol)) {
            return subprotocol;
        }
    }
    return {};
}

void HandshakeReader::addState(Handshake& handshake, const http::Request& request,
                               const QByteArray& service) const
{
    if (handshake.dialect == "service") {
        handshake.state = makeServiceClient(service, request);
        return;
    }
    const bool isScripted = handshake.dialect == "scripted";
    if (!isScripted && handshake.dialect != "xsockets") {
        return;
    }
    const auto state = makeXSocketsState(request, m_settings);
    state->decoder = isScripted ? m_scripted.value(handshake.subprotocol) : QByteArray();
    if (m_hasControllers) {
        state->request = scriptRequest(request);
    }
    handshake.info.persistentId = state->persistentId;
    handshake.state = state;
    handshake.comesBack = state->isBack;
}

} // namespace signalbox::broker
