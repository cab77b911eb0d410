// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/front_desk.h"

#include "server/broker/log_lines.h"
#include "server/broker/xsockets_state.h"
#include "server/http/bearer.h"
#include "server/http/cors.h"
#include "server/http/upgrade_check.h"
#include "server/managed/managed_fault.h"
#include "server/transport/upgrade_socket.h"

#include <algorithm>
#include <utility>

namespace signalbox::broker {

FrontDesk::FrontDesk(WorkerContext& context, ClientTable& clients, MessageIntake& intake, Dialects dialects)
    : m_context(context)
    , m_clients(clients)
    , m_dialects(dialects)
    , m_peers(context)
    , m_judge(context.settings)
    , m_reader(context.settings)
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

void FrontDesk::allow(const AllowedAccess& access)
{
    m_judge.allow(access);
}

void FrontDesk::accept(const transport::AcceptedSocket& socket)
{
    m_ended.clear(); // it comes out of the mailbox: no front is on the stack
    auto front =
        std::make_unique<transport::Front>(socket, m_context.settings.limits, m_context.clock, *this);
    transport::Front* const accepted = front.get();
    m_desks.emplace(accepted, Desk{std::move(front)});
    if (m_draining) {
        accepted->beginDrain();
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
    const auto address = [&] { return m_peers.peerOf(front, header).address; };
    if (endpoint.kind == http::EndpointKind::Managed) {
        return m_managed.judge(endpoint.managed, header, address());
    }
    if (endpoint.kind == http::EndpointKind::Control) {
        return m_control.judge(header, address());
    }
    if (endpoint.kind == http::EndpointKind::Metrics &&
        m_context.settings.metrics.access == MetricsAccess::Operator) {
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
    const auto* const pushed = std::get_if<HttpEndpoints::Pushed>(&reply);
    http::Response response = pushed != nullptr ? pushed->response : std::get<http::Response>(reply);
    if (pushed != nullptr) {
        m_desks.at(&front).content.message = pushed->message;
    }
    response.headers.add(cors);
    front.respond(response);
}

Dialect& FrontDesk::dialectOf(const Handshake& handshake) const
{
    using Named = std::pair<QByteArrayView, Dialect*>;
    for (const auto& [name, dialect] :
         {Named("echo", &m_dialects.echo), Named("raw", &m_dialects.raw),
          Named("xsockets", &m_dialects.xsockets), Named("scripted", &m_dialects.scripted),
          Named("service", &m_dialects.service)}) {
        if (handshake.dialect == name) {
            return *dialect;
        }
    }
    return m_dialects.envelope;
}

void FrontDesk::setServices(const http::ServiceRoutes& routes)
{
    m_judge.setServices(routes);
    m_reader.setServices(routes);
}

std::variant<Handshake, http::HttpError> FrontDesk::checkHandshake(const transport::Front& front,
                                                                   const http::Request& request,
                                                                   const http::EndpointMatch& named)
{
    if (auto refusal = m_judge.checkAccess(request, m_peers.arrival(front, request))) {
        return *refusal;
    }
    auto handshake = m_reader.read(request, named);
    if (m_draining && std::holds_alternative<Handshake>(handshake)) {
        return http::httpError(http::Fault::ShuttingDown);
    }
    return handshake;
}

void FrontDesk::handshakeArrived(transport::Front& front, const http::Request& request)
{
    const http::EndpointMatch named = m_judge.match(request);
    if (named.kind == http::EndpointKind::Control) {
        openConsole(front, request);
        return;
    }
    auto checked = checkHandshake(front, request, named);
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
    } else if (handshake.comesBack) {
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
        const auto refusal = managed::managedError(managed::ManagedFault::TokenRefused);
        if (transport::Front* const asked =
                takeHandshake(waiting, reservation ? std::nullopt : std::optional(refusal))) {
            handshake.info.socketId = reservation->id;
            handshake.info.tags = reservation->tags;
            openClient(*asked, request, std::move(handshake));
        }
    });
}

/// The hub knows what an xsockets client that comes back has left behind.
void FrontDesk::restore(transport::Front& front, const http::Request& request, Handshake handshake)
{
    const QByteArray id = handshake.info.persistentId;
    m_dialects.xsocketsQuestions.ask(
        xsockets_question::Restore{id}, [this, waiting = keepOpen(front), request,
                                         handshake = std::move(handshake)](const XSocketsAnswer& answer) {
            if (transport::Front* const asked = takeHandshake(waiting, std::nullopt)) {
                static_cast<XSocketsState&>(*handshake.state)
                    .properties.restore(std::get<xsockets::PropertyValues>(answer));
                openClient(*asked, request, handshake);
            }
        });
}

transport::Front* FrontDesk::takeHandshake(const Waiting& waiting, std::optional<http::HttpError> error)
{
    transport::Front* const asked = takeWaiting(waiting);
    error = error || !m_draining ? error : http::httpError(http::Fault::ShuttingDown);
    if (asked == nullptr || error) {
        m_context.places.giveBack();
    }
    if (asked != nullptr && error) {
        asked->refuse(*error);
    }
    return error ? nullptr : asked;
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
    qCInfo(logHttp).noquote() << refusedLine(handshake ? "handshake" : "request", peer, error);
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

/// To go through while they end and leave m_desks.
std::vector<transport::Front*> FrontDesk::fronts() const
{
    std::vector<transport::Front*> fronts;
    for (const auto& [key, desk] : m_desks) {
        fronts.push_back(desk.front.get());
    }
    return fronts;
}

void FrontDesk::tick(SteadyTime now)
{
    m_control.tick(now);
    m_consoles.tick(now);
    for (transport::Front* const front : fronts()) {
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
    for (transport::Front* const front : fronts()) {
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
