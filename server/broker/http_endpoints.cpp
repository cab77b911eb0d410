// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/http_endpoints.h"

#include "server/broker/log_lines.h"
#include "server/broker/metrics_page.h"
#include "server/http/broadcast_answer.h"
#include "server/http/status_page.h"

namespace signalbox::broker {

namespace {

http::Readiness readinessOf(BrokerState state)
{
    switch (state) {
    case BrokerState::Starting:
        return http::Readiness::Starting;
    case BrokerState::Ready:
        return http::Readiness::Ready;
    case BrokerState::Draining:
        return http::Readiness::Draining;
    }
    Q_UNREACHABLE();
}

} // namespace

HttpEndpoints::HttpEndpoints(WorkerContext& context, MessageIntake& intake)
    : m_context(context)
    , m_intake(intake)
    , m_files(QStringLiteral(":/signalbox/web"))
{
}

void HttpEndpoints::serve(const http::EndpointMatch& endpoint, const http::Request& request,
                          const QByteArray& peer, Answer answer)
{
    switch (endpoint.kind) {
    case http::EndpointKind::Broadcast:
        broadcast(request, peer, std::move(answer));
        return;
    case http::EndpointKind::Root:
        askStatus([this, request, answer](const BrokerStatus& status) {
            const http::BrokerStatus shown{SIGNALBOX_VERSION, status.clients, status.groups,
                                           status.listeners};
            answer(http::statusPage(request, shown, m_files.statusTemplate()));
        });
        return;
    case http::EndpointKind::Readiness:
        askStatus([answer](const BrokerStatus& status) {
            answer(http::readinessAnswer(readinessOf(status.state)));
        });
        return;
    case http::EndpointKind::Metrics:
        m_waitingForMetrics.insert(++m_lastTicket, std::move(answer));
        m_context.mailboxes.hub.post(hub_task::AskMetrics{m_context.index, m_lastTicket});
        return;
    case http::EndpointKind::Health:
        answer(http::healthAnswer());
        return;
    case http::EndpointKind::StaticFile:
        answer(m_files.answer(request, endpoint.path));
        return;
    case http::EndpointKind::DemoRedirect:
        answer(http::demoRedirect());
        return;
    case http::EndpointKind::Socket:
        answer(http::httpError(http::Fault::UpgradeRequired));
        return;
    case http::EndpointKind::Managed: // ManagedEndpoints has them
    case http::EndpointKind::Control: // ControlEndpoints has them
    case http::EndpointKind::Service: // ServiceEndpoints has them
    case http::EndpointKind::NotFound:
        answer(http::httpError(http::Fault::NotFound));
        return;
    }
}

void HttpEndpoints::broadcast(const http::Request& request, const QByteArray& peer, Answer answer)
{
    m_context.counters.messageCame(request.body.size());
    Result<MessageIntake::Accepted> accepted = m_intake.accept(request.body);
    if (!accepted) { // counted where every refused request is
        answer(http::badContent(accepted.error()));
        return;
    }
    RoutedMessage message = std::move(accepted).value().message;
    message.id = m_context.dispatcher.nextMessage();
    message.time = m_context.clock.wallNow();
    message.detail = http::wantsDetail(request);
    const recording::PayloadRef kept = m_context.capture.recordPush(message.time, link::SenderKind::Http,
                                                                    message.id, message.payloadBytes());
    message.payload = kept;
    m_context.dispatcher.dispatch(
        std::move(message), [this, request, peer, answer = std::move(answer)](const Receipt& receipt) {
            m_context.counters.measured.pushedTo.observe(static_cast<quint64>(receipt.counts.recipients));
            qCInfo(logHttp).noquote() << pushLine(receipt, QString::fromLatin1(peer));
            answer(Pushed{http::broadcastAnswer(receipt, request), receipt.message});
        });
}

void HttpEndpoints::askStatus(std::function<void(const BrokerStatus& status)> then)
{
    m_waiting.insert(++m_lastTicket, std::move(then));
    m_context.mailboxes.hub.post(hub_task::AskStatus{m_context.index, m_lastTicket});
}

void HttpEndpoints::metricsArrived(quint64 ticket, const MetricsSnapshot& snapshot)
{
    if (const auto answer = m_waitingForMetrics.take(ticket)) {
        answer(metricsPage(snapshot));
    }
}

void HttpEndpoints::statusArrived(quint64 ticket, const BrokerStatus& status)
{
    if (const auto then = m_waiting.take(ticket)) {
        then(status);
    }
}

} // namespace signalbox::broker
