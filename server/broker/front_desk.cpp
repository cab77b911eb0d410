// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/front_desk.h"

#include "server/broker/client_identity.h"
#include "server/broker/log_lines.h"
#include "server/core/plain_text.h"
#include "server/http/cors.h"
#include "server/http/upgrade_check.h"
#include "server/transport/upgrade_socket.h"

#include <algorithm>

namespace signalbox::broker {

namespace {

QList<http::Endpoint> configuredEndpoints(const Settings& settings)
{
    QList<http::Endpoint> endpoints;
    for (const EndpointSettings& endpoint : settings.endpoints) {
        const QByteArray dialect = endpoint.dialect == EndpointDialect::Echo ? "echo" : "envelope";
        endpoints += http::Endpoint{endpoint.path, dialect, endpoint.subprotocols, endpoint.basePath};
    }
    return endpoints;
}

http::AccessPolicy accessPolicy(const AllowedAccess& access, const Settings& settings)
{
    using MissingOrigin = http::AccessPolicy::MissingOrigin;
    return {access.hosts, access.origins,
            settings.listener.allowInsecure ? MissingOrigin::Everywhere : MissingOrigin::OnLoopback};
}

/// Whether a list as in the Allow header has this method in it: methods are whole words, and have a case.
bool names(const QByteArray& allowedMethods, const QByteArray& method)
{
    const QList<QByteArray> methods = allowedMethods.split(',');
    return std::any_of(methods.begin(), methods.end(),
                       [&method](const QByteArray& allowed) { return allowed.trimmed() == method; });
}

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

FrontDesk::FrontDesk(WorkerContext& context, ClientTable& clients, MessageIntake& intake, Dialects dialects)
    : m_context(context)
    , m_clients(clients)
    , m_dialects(dialects)
    , m_access(accessPolicy({context.settings.http.allowedHosts, context.settings.http.allowedOrigins},
                            context.settings))
    , m_paths(configuredEndpoints(context.settings))
    , m_endpoints(context, intake)
{
}

FrontDesk::~FrontDesk() = default;

void FrontDesk::allow(const AllowedAccess& access)
{
    m_access = accessPolicy(access, m_context.settings);
}

void FrontDesk::accept(const transport::AcceptedSocket& socket)
{
    auto front =
        std::make_unique<transport::Front>(socket, m_context.settings.limits, m_context.clock, *this);
    transport::Front& accepted = *front;
    m_desks.emplace(&accepted, Desk{std::move(front)});
    if (m_draining) {
        accepted.beginDrain();
    }
}

void FrontDesk::statusArrived(quint64 ticket, const BrokerStatus& status)
{
    m_endpoints.statusArrived(ticket, status);
}

std::optional<http::HttpError> FrontDesk::checkAccess(const transport::Front& front,
                                                      const http::Request& request) const
{
    const std::optional<http::Refusal> refusal = m_access.check(request, {front.localAddress()});
    if (!refusal) {
        return std::nullopt;
    }
    qCWarning(logHttp).noquote() << QStringLiteral("refused %1 %2: host %3, origin %4; %5 would allow it")
                                        .arg(refusal->error.status)
                                        .arg(QString::fromLatin1(refusal->error.code),
                                             printable(refusal->host, 80),
                                             refusal->origin.isEmpty() ? QStringLiteral("none")
                                                                       : printable(refusal->origin, 80),
                                             refusal->setting.isEmpty()
                                                 ? QStringLiteral("no setting")
                                                 : QString::fromLatin1(refusal->setting));
    return refusal->error;
}

std::optional<http::HttpError> FrontDesk::judge(const transport::Front& front, const http::Request& header)
{
    if (auto refusal = checkAccess(front, header)) {
        return refusal;
    }
    const http::EndpointKind kind = m_paths.match(header.path).kind;
    if (kind == http::EndpointKind::NotFound) {
        return http::httpError(http::Fault::NotFound);
    }
    const QByteArray allowed = http::allowedMethods(kind);
    if (!http::isPreflight(header) && !names(allowed, header.method)) {
        return http::methodNotAllowed(allowed);
    }
    return std::nullopt;
}

void FrontDesk::requestArrived(transport::Front& front, http::Request request)
{
    const http::EndpointMatch endpoint = m_paths.match(request.path);
    if (http::isPreflight(request)) {
        front.respond(http::preflightResponse(request, m_access, http::allowedMethods(endpoint.kind)));
        return;
    }
    const http::HeaderList cors = http::corsHeaders(request, m_access);
    const quint64 number = ++m_lastRequest;
    Desk& desk = m_desks.at(&front);
    desk.openRequest = number;
    desk.isLast = m_draining; // its header was being read when the drain began
    m_endpoints.serve(endpoint, request, front.peerAddress(),
                      [this, key = &front, number, cors](const HttpEndpoints::Reply& reply) {
                          // The peer may not have waited, and another's front may stand where its front
                          // stood: only the number tells.
                          const auto found = m_desks.find(key);
                          if (found != m_desks.end() && found->second.openRequest == number) {
                              found->second.openRequest = 0;
                              answer(*found->second.front, reply, cors);
                          }
                      });
}

void FrontDesk::answer(transport::Front& front, const HttpEndpoints::Reply& reply,
                       const http::HeaderList& cors)
{
    if (const auto* const error = std::get_if<http::HttpError>(&reply)) {
        front.refuse(*error);
        return;
    }
    http::Response response = std::get<http::Response>(reply);
    response.headers.add(cors);
    front.respond(response);
}

Dialect& FrontDesk::dialectOf(const http::Endpoint& endpoint) const
{
    return endpoint.dialect == "echo" ? m_dialects.echo : m_dialects.envelope;
}

std::variant<FrontDesk::Handshake, http::HttpError>
FrontDesk::checkHandshake(const transport::Front& front, const http::Request& request) const
{
    if (auto refusal = checkAccess(front, request)) {
        return *refusal;
    }
    const http::EndpointMatch match = m_paths.match(request.path);
    if (!http::acceptsUpgrade(match.kind)) {
        return http::httpError(http::Fault::NotFound);
    }
    const auto offer = http::checkUpgrade(request);
    if (const auto* const fault = std::get_if<http::Fault>(&offer)) {
        return http::httpError(*fault);
    }
    Result<ClientIdentity> identity = readIdentity(request, m_context.settings.limits);
    if (!identity) {
        return http::badContent(identity.error());
    }
    if (m_draining) {
        return http::httpError(http::Fault::ShuttingDown);
    }
    Handshake handshake;
    handshake.dialect = &dialectOf(match.endpoint);
    handshake.subprotocol =
        firstCommon(std::get<http::UpgradeOffer>(offer).subprotocols, match.endpoint.subprotocols);
    handshake.info.user = identity->user;
    handshake.info.groups = identity->groups;
    handshake.info.tags = identity->tags;
    handshake.info.path = request.path;
    handshake.info.subprotocol = handshake.subprotocol;
    handshake.info.address = front.peerAddress();
    handshake.info.origin = request.header("Origin");
    handshake.info.userAgent = request.header("User-Agent");
    handshake.info.testClient = handshake.info.userAgent == "Signalbox test client";
    return handshake;
}

void FrontDesk::handshakeArrived(transport::Front& front, const http::Request& request)
{
    auto checked = checkHandshake(front, request);
    if (const auto* const error = std::get_if<http::HttpError>(&checked)) {
        front.refuse(*error);
        return;
    }
    if (!m_context.places.take()) {
        front.refuse(http::httpError(http::Fault::TooManyClients));
        return;
    }
    Handshake& handshake = std::get<Handshake>(checked);
    qint64 headerBytes = front.handshakeBytes();
    std::unique_ptr<transport::UpgradeSocket> socket = front.takeSocket();
    if (const std::optional<QByteArray> plain = http::plainHandshake(request)) {
        headerBytes = socket->replaceHeader(headerBytes, *plain);
    }
    release(front);
    ++m_upgrading;
    m_upgrader.upgrade(std::move(socket), headerBytes, handshake.subprotocol,
                       [this, info = std::move(handshake.info), dialect = handshake.dialect,
                        header = request.headerBlock](transport::Upgrader::Upgraded upgraded) mutable {
                           --m_upgrading;
                           if (!upgraded.stream) {
                               m_context.places.giveBack();
                               m_context.mailboxes.hub.post(hub_task::SocketReleased{});
                               return;
                           }
                           m_clients.open(std::move(info), *dialect, std::move(upgraded), header);
                           if (m_draining) { // it began while QWebSocketServer was answering
                               m_clients.sayGoodbye();
                           }
                       });
}

void FrontDesk::refused(const transport::Front& front, const http::HttpError& error,
                        const http::Request* request, QByteArrayView received, QByteArrayView sent)
{
    const bool handshake = request != nullptr && request->wantsUpgrade;
    ++(handshake ? m_context.counters.handshakesRefused : m_context.counters.requestsRefused);
    recording::Refusal refusal;
    const QByteArray peer = front.peerAddress();
    const QByteArray origin = request != nullptr ? request->header("Origin") : QByteArray();
    refusal.address = peer;
    refusal.origin = origin;
    refusal.status = static_cast<quint16>(error.status);
    refusal.errorCode = error.code;
    refusal.request = received;
    refusal.response = sent;
    m_context.capture.recordRefused(m_context.clock.wallNow(), refusal);
    qCInfo(logHttp).noquote() << QStringLiteral("refused %1 from %2: %3 %4")
                                     .arg(handshake ? QStringLiteral("a handshake")
                                                    : QStringLiteral("a request"),
                                          QString::fromLatin1(peer))
                                     .arg(error.status)
                                     .arg(QString::fromLatin1(error.code));
}

void FrontDesk::frontEnded(transport::Front& front)
{
    release(front);
    m_context.mailboxes.hub.post(hub_task::SocketReleased{});
}

void FrontDesk::release(transport::Front& front)
{
    const auto found = m_desks.find(&front);
    m_ended.push_back(std::move(found->second.front));
    m_desks.erase(found);
}

void FrontDesk::tick(SteadyTime now)
{
    std::vector<transport::Front*> fronts;
    for (const auto& [key, desk] : m_desks) {
        fronts.push_back(desk.front.get());
    }
    for (transport::Front* const front : fronts) {
        front->checkDeadlines(now);
    }
    m_ended.clear();
}

void FrontDesk::beginDrain()
{
    m_draining = true;
    for (auto& [key, desk] : m_desks) {
        desk.isLast = desk.openRequest != 0;
    }
    std::vector<transport::Front*> fronts;
    for (const auto& [key, desk] : m_desks) {
        fronts.push_back(desk.front.get());
    }
    for (transport::Front* const front : fronts) {
        front->beginDrain();
    }
}

bool FrontDesk::isBusy() const
{
    return m_upgrading > 0 ||
           std::any_of(m_desks.begin(), m_desks.end(), [](const auto& entry) { return entry.second.isLast; });
}

void FrontDesk::closeAll()
{
    while (!m_desks.empty()) {
        m_desks.begin()->second.front->abort();
    }
}

} // namespace signalbox::broker
