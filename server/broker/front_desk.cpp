// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/front_desk.h"

#include "server/broker/log_lines.h"
#include "server/broker/service_dialect.h"
#include "server/broker/xsockets_state.h"
#include "server/http/bearer.h"
#include "server/http/cors.h"
#include "server/http/token.h"
#include "server/http/upgrade_check.h"
#include "server/managed/managed_fault.h"
#include "server/transport/upgrade_socket.h"

#include <algorithm>
#include <utility>

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

bool comesBack(const Handshake& handshake)
{
    return (handshake.dialect == "xsockets" || handshake.dialect == "scripted") &&
           static_cast<const XSocketsState&>(*handshake.state).isBack;
}

} // namespace

FrontDesk::FrontDesk(WorkerContext& context, ClientTable& clients, MessageIntake& intake, Dialects dialects)
    : m_context(context)
    , m_clients(clients)
    , m_dialects(dialects)
    , m_peers(context)
    , m_judge(context.settings)
    , m_gate(context)
    , m_endpoints(context, intake)
    , m_managed(context, m_gate)
    , m_services(context)
    , m_commands(context)
    , m_control(context, m_gate, m_commands)
    , m_consoles(context)
    , m_upgrader(context.settings.transport.stream)
{
}

FrontDesk::~FrontDesk() = default;

void FrontDesk::allow(const AllowedAccess& access)
{
    m_judge.allow(access);
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

std::optional<http::HttpError> FrontDesk::judge(const transport::Front& front, const http::Request& header)
{
    std::optional<http::HttpError> error = m_judge.judge(header, m_peers.arrival(front, header));
    if (!error && !http::isPreflight(header)) {
        error = judgeRight(front, header);
    }
    if (error) { // a page that may read answers may read this one
        error->headers.add(http::corsHeaders(header, m_judge.access()));
    }
    return error;
}

std::optional<http::HttpError> FrontDesk::judgeRight(const transport::Front& front,
                                                     const http::Request& header)
{
    const http::EndpointMatch endpoint = m_judge.match(header);
    const bool isMetrics = endpoint.kind == http::EndpointKind::Metrics;
    const auto address = [&] { return m_peers.peerOf(front, header).address; };
    if (endpoint.kind == http::EndpointKind::Managed) {
        return m_managed.judge(endpoint.managed, header, address());
    }
    if (endpoint.kind == http::EndpointKind::Control) {
        return m_control.judge(header, address());
    }
    if (isMetrics && m_context.settings.metrics.access == MetricsAccess::Operator) {
        return m_gate.judge(header, address());
    }
    return std::nullopt;
}

void FrontDesk::requestArrived(transport::Front& front, http::Request request)
{
    if (m_context.capture.isEnabled()) {
        m_desks.at(&front).content = {request.body, {}};
    }
    const http::EndpointMatch endpoint = m_judge.match(request);
    if (http::isPreflight(request)) {
        front.respond(http::preflightResponse(request, m_judge.access(), http::allowedMethods(endpoint)));
        return;
    }
    const http::HeaderList cors = http::corsHeaders(request, m_judge.access());
    const HttpEndpoints::Answer answerLater =
        [this, waiting = keepOpen(front), cors,
         since = m_context.clock.steadyNow()](const HttpEndpoints::Reply& reply) {
            m_context.counters.measured.requestDuration.observe(
                microsecondsOf(m_context.clock.steadyNow() - since));
            if (transport::Front* const asked = takeWaiting(waiting)) {
                answer(*asked, reply, cors);
            }
        };
    const http::Peer peer = m_peers.peerOf(front, request);
    request.scheme = peer.scheme;
    if (endpoint.kind == http::EndpointKind::Managed) {
        m_managed.serve(endpoint.managed, request, peer.text, answerLater);
    } else if (endpoint.kind == http::EndpointKind::Control) {
        m_control.serve(request, answerLater);
    } else if (endpoint.kind == http::EndpointKind::Service) {
        m_services.serve(endpoint.service, request, answerLater);
    } else {
        m_endpoints.serve(endpoint, request, peer.text, answerLater);
    }
}

FrontDesk::Waiting FrontDesk::keepOpen(transport::Front& front)
{
    Desk& desk = m_desks.at(&front);
    desk.openRequest = ++m_lastRequest;
    desk.isLast = m_draining; // its header was being read when the drain began
    return {&front, desk.openRequest};
}

/// The peer may not have waited, and another's front may stand where its front stood: only the number tells.
transport::Front* FrontDesk::takeWaiting(const Waiting& waiting)
{
    const auto found = m_desks.find(waiting.key);
    if (found == m_desks.end() || found->second.openRequest != waiting.number) {
        return nullptr;
    }
    found->second.openRequest = 0;
    return found->second.front.get();
}

void FrontDesk::answer(transport::Front& front, const HttpEndpoints::Reply& reply,
                       const http::HeaderList& cors)
{
    if (const auto* const refusal = std::get_if<http::HttpError>(&reply)) {
        http::HttpError error = *refusal;
        error.headers.add(cors);
        front.refuse(error);
        return;
    }
    http::Response response;
    if (const auto* const pushed = std::get_if<HttpEndpoints::Pushed>(&reply)) {
        m_desks.at(&front).content.message = pushed->message;
        response = pushed->response;
    } else {
        response = std::get<http::Response>(reply);
    }
    response.headers.add(cors);
    front.respond(response);
}

Dialect& FrontDesk::dialectOf(const Handshake& handshake) const
{
    if (handshake.dialect == "echo") {
        return m_dialects.echo;
    }
    if (handshake.dialect == "xsockets") {
        return m_dialects.xsockets;
    }
    if (handshake.dialect == "scripted") {
        return m_dialects.scripted;
    }
    if (handshake.dialect == "service") {
        return m_dialects.service;
    }
    return handshake.dialect == "raw" ? m_dialects.raw : m_dialects.envelope;
}

void FrontDesk::setServices(const http::ServiceRoutes& routes)
{
    m_judge.setServices(routes);
    m_scripted.clear();
    m_hasControllers = false;
    for (const http::ServiceRoute& route : routes) {
        m_hasControllers = m_hasControllers || !route.controller.isEmpty();
        if (!route.subprotocol.isEmpty() && !m_scripted.contains(route.subprotocol)) { // the first has it
            m_scripted.insert(route.subprotocol, route.translates ? route.service : QByteArray());
        }
    }
}

/// PRODUCT section 4: a one-time token, or else the subprotocol, or else the path. For the first two any path
/// will do.
http::EndpointMatch FrontDesk::matchHandshake(const http::Request& request) const
{
    const http::EndpointMatch match = m_judge.match(request);
    const auto anywhere = [&match](const QByteArray& dialect, const QList<QByteArray>& subprotocols) {
        return http::EndpointMatch{
            http::EndpointKind::Socket, {match.path, dialect, subprotocols, {}}, match.path};
    };
    if (request.value("token")) {
        return anywhere("raw", {});
    }
    if (m_context.settings.builtIn.xsockets && offersXSockets(request) &&
        !match.endpoint.subprotocols.contains(xsocketsSubprotocol)) {
        return anywhere("xsockets", {xsocketsSubprotocol.toByteArray()});
    }
    const QByteArray scripted = scriptedIn(request);
    if (!scripted.isEmpty() && !match.endpoint.subprotocols.contains(scripted)) {
        return anywhere(m_scripted.value(scripted).isEmpty() ? "xsockets" : "scripted", {scripted});
    }
    if (m_context.settings.builtIn.raw && offeredBy(request).contains(rawSubprotocol) &&
        !match.endpoint.subprotocols.contains(rawSubprotocol)) {
        return anywhere("raw", {rawSubprotocol.toByteArray()});
    }
    return match;
}

/// The first that the client offers and a script has.
QByteArray FrontDesk::scriptedIn(const http::Request& request) const
{
    if (m_scripted.isEmpty() || !m_context.settings.builtIn.services) {
        return {};
    }
    for (const QByteArray& offered : offeredBy(request)) {
        if (m_scripted.contains(offered)) {
            return offered;
        }
    }
    return {};
}

std::variant<Handshake, http::HttpError> FrontDesk::checkHandshake(const transport::Front& front,
                                                                   const http::Request& request)
{
    if (auto refusal = m_judge.checkAccess(request, m_peers.arrival(front, request))) {
        return *refusal;
    }
    const http::EndpointMatch match = matchHandshake(request);
    if (!http::acceptsUpgrade(match.kind)) {
        return http::httpError(http::Fault::NotFound);
    }
    auto handshake = readHandshake(request, match.endpoint, m_context.settings.limits);
    if (auto* const read = std::get_if<Handshake>(&handshake);
        read && (read->dialect == "xsockets" || read->dialect == "scripted")) {
        const auto state = makeXSocketsState(request, m_context.settings);
        state->decoder = read->dialect == "scripted" ? m_scripted.value(read->subprotocol) : QByteArray();
        if (m_hasControllers) {
            state->request = scriptRequest(request);
        }
        read->info.persistentId = state->persistentId;
        read->state = state;
    } else if (read != nullptr && read->dialect == "service") {
        read->state = makeServiceClient(match.service.service, request);
    }
    if (m_draining && std::holds_alternative<Handshake>(handshake)) {
        return http::httpError(http::Fault::ShuttingDown);
    }
    return handshake;
}

void FrontDesk::handshakeArrived(transport::Front& front, const http::Request& request)
{
    if (m_judge.match(request).kind == http::EndpointKind::Control) {
        openConsole(front, request);
        return;
    }
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
    const http::Peer peer = m_peers.peerOf(front, request);
    handshake.info.address = peer.text;
    handshake.info.proxy = peer.proxy;
    handshake.info.secure = peer.scheme == "https";
    if (const auto token = request.value("token")) {
        redeem(front, *token, request, std::move(handshake));
    } else if (comesBack(handshake)) {
        restore(front, request, std::move(handshake));
    } else {
        openClient(front, request, std::move(handshake));
    }
}

/// The hub knows whether the token is one.
void FrontDesk::redeem(transport::Front& front, const QByteArray& token, const http::Request& request,
                       Handshake handshake)
{
    m_managed.redeem(token, [this, waiting = keepOpen(front), request, handshake = std::move(handshake)](
                                const std::optional<managed::Reservation>& reservation) mutable {
        transport::Front* const asked = takeWaiting(waiting);
        if (asked == nullptr || !reservation || m_draining) {
            m_context.places.giveBack();
        }
        if (asked == nullptr) {
            return;
        }
        if (!reservation || m_draining) {
            asked->refuse(reservation ? http::httpError(http::Fault::ShuttingDown)
                                      : managed::managedError(managed::ManagedFault::TokenRefused));
            return;
        }
        handshake.info.socketId = reservation->id;
        handshake.info.tags = reservation->tags;
        openClient(*asked, request, std::move(handshake));
    });
}

/// The hub knows what an xsockets client that comes back has left behind.
void FrontDesk::restore(transport::Front& front, const http::Request& request, Handshake handshake)
{
    const QByteArray id = handshake.info.persistentId;
    m_dialects.xsocketsQuestions.ask(xsockets_question::Restore{id},
                                     [this, waiting = keepOpen(front), request,
                                      handshake = std::move(handshake)](const XSocketsAnswer& answer) {
                                         transport::Front* const asked = takeWaiting(waiting);
                                         if (asked == nullptr || m_draining) {
                                             m_context.places.giveBack();
                                         }
                                         if (asked == nullptr) {
                                             return;
                                         }
                                         if (m_draining) {
                                             asked->refuse(http::httpError(http::Fault::ShuttingDown));
                                             return;
                                         }
                                         static_cast<XSocketsState&>(*handshake.state)
                                             .properties.restore(std::get<xsockets::PropertyValues>(answer));
                                         openClient(*asked, request, handshake);
                                     });
}

/// A place has been taken for it.
void FrontDesk::openClient(transport::Front& front, const http::Request& request, Handshake handshake)
{
    upgrade(front, request, handshake.subprotocol,
            [this, info = std::move(handshake.info), dialect = &dialectOf(handshake),
             state = std::move(handshake.state), header = http::withoutCredentials(request.headerBlock)](
                transport::Upgrader::Upgraded upgraded) mutable {
                if (!upgraded.stream) {
                    m_context.places.giveBack();
                    return;
                }
                m_clients.open(std::move(info), *dialect, std::move(upgraded), header, state);
                if (m_draining) { // it began while QWebSocketServer was answering
                    m_clients.sayGoodbye();
                }
            });
}

void FrontDesk::openConsole(transport::Front& front, const http::Request& request)
{
    std::optional<http::HttpError> error = m_judge.checkAccess(request, m_peers.arrival(front, request));
    error = error ? error : m_gate.judge(request, m_peers.peerOf(front, request).address);
    error = error ? error : m_consoles.judge(request);
    error = error || !m_draining ? error : http::httpError(http::Fault::ShuttingDown);
    if (error) {
        front.refuse(*error);
        return;
    }
    upgrade(front, request, link::console::subprotocol,
            [this, peer = m_peers.peerOf(front, request).text](transport::Upgrader::Upgraded upgraded) {
                if (upgraded.stream) {
                    m_consoles.open(std::move(upgraded), peer);
                }
            });
}

void FrontDesk::upgrade(transport::Front& front, const http::Request& request, const QByteArray& subprotocol,
                        std::function<void(transport::Upgrader::Upgraded)> born)
{
    qint64 headerBytes = front.handshakeBytes();
    std::unique_ptr<transport::UpgradeSocket> socket = front.takeSocket();
    if (const std::optional<QByteArray> plain = http::plainHandshake(request)) {
        headerBytes = socket->replaceHeader(headerBytes, *plain);
    }
    release(front);
    ++m_upgrading;
    m_upgrader.upgrade(std::move(socket), headerBytes, subprotocol,
                       [this, born = std::move(born)](transport::Upgrader::Upgraded upgraded) {
                           --m_upgrading;
                           if (!upgraded.stream) {
                               m_context.mailboxes.hub.post(hub_task::SocketReleased{});
                           }
                           born(std::move(upgraded));
                       });
}

void FrontDesk::refused(const transport::Front& front, const http::HttpError& error,
                        const http::Request* request, const Exchange& exchange)
{
    const bool handshake = request != nullptr && request->wantsUpgrade;
    ++(handshake ? m_context.counters.handshakesRefused : m_context.counters.requestsRefused);
    const QByteArray peer = request != nullptr ? m_peers.peerOf(front, *request).text : front.peerAddress();
    captureRefused(m_context, error, request, exchange, peer, takeContent(front));
    qCInfo(logHttp).noquote() << QStringLiteral("refused %1 from %2: %3 %4")
                                     .arg(handshake ? QStringLiteral("a handshake")
                                                    : QStringLiteral("a request"),
                                          QString::fromLatin1(peer))
                                     .arg(error.status)
                                     .arg(QString::fromLatin1(error.code));
}

void FrontDesk::answered(const transport::Front& front, int status, const http::Request& request,
                         const Exchange& exchange)
{
    const HttpContent content = takeContent(front); // even when capture went off meanwhile
    if (m_context.capture.isEnabled()) {            // who it was costs something, too
        captureAnswered(m_context, status, request, exchange, m_peers.peerOf(front, request).text, content);
    }
}

/// A front may refuse while it is being made.
HttpContent FrontDesk::takeContent(const transport::Front& front)
{
    const auto found = m_desks.find(&front);
    return found == m_desks.end() ? HttpContent() : std::exchange(found->second.content, {});
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
    m_control.tick(now);
    m_consoles.tick(now);
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
