// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/service_dialect.h"

#include "server/broker/frame_capture.h"
#include "server/http/token.h"

namespace signalbox::broker {

namespace {

bool isCredential(QByteArrayView header)
{
    return http::equalIgnoringCase(header, "Authorization") || http::equalIgnoringCase(header, "Cookie") ||
           http::equalIgnoringCase(header, "Proxy-Authorization");
}

/// What the client did to the connection that it should not have done.
QString errorOf(EndReason reason)
{
    switch (reason) {
    case EndReason::ProtocolError:
    case EndReason::InvalidPayload:
    case EndReason::MessageTooBig:
    case EndReason::SlowClient:
    case EndReason::FrameTimedOut:
        return QString::fromLatin1(endReasonName(reason));
    case EndReason::PeerClosed:
    case EndReason::Vanished:
    case EndReason::DisconnectedByOperator:
    case EndReason::Shutdown:
    case EndReason::PolicyViolation:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

services::ScriptRequest scriptRequest(const http::Request& request)
{
    services::ScriptRequest script;
    script.method = request.method;
    script.path = request.path;
    script.body = request.body;
    for (const http::QueryParameter& parameter : request.query) {
        script.query.append({parameter.name, parameter.value});
    }
    for (const http::HeaderField& field : request.headers) {
        if (!isCredential(field.name)) {
            script.headers.append({field.name, field.value});
        }
    }
    return script;
}

std::shared_ptr<ServiceClient> makeServiceClient(const QByteArray& service, const http::Request& handshake)
{
    auto client = std::make_shared<ServiceClient>();
    client->service = service;
    client->request = scriptRequest(handshake);
    return client;
}

ServiceDialect::ServiceDialect(WorkerContext& context)
    : m_context(context)
{
}

QByteArray ServiceDialect::name() const
{
    return QByteArrayLiteral("service");
}

std::optional<EncodedMessage> ServiceDialect::encode(const RoutedMessage& message) const
{
    return encodedWithoutEnvelope(message);
}

void ServiceDialect::opened(Session& session)
{
    const auto& client = static_cast<const ServiceClient&>(*session.state());
    const link::ClientInfo& info = session.info();
    m_context.mailboxes.services.post(
        services_task::ClientOpened{m_context.index,
                                    client.service,
                                    {info.client, info.user.bytes(), info.path, info.address},
                                    client.request});
}

void ServiceDialect::messageReceived(Session& session, const websocket::AssembledMessage& message,
                                     const websocket::DecodedFrame& lastFrame)
{
    m_context.counters.messageCame(message.payload.size());
    recordReceived(m_context, session, lastFrame, message.fragment);
    m_context.mailboxes.services.post(services_task::MessageCame{
        session.id(), message.payload.toByteArray(), message.opcode == websocket::Opcode::Binary});
}

void ServiceDialect::pongReceived(Session& session, QByteArrayView payload)
{
    m_context.mailboxes.services.post(services_task::PongCame{session.id(), payload.toByteArray()});
}

void ServiceDialect::groupLeft(Session& session, const GroupName& group)
{
    m_context.mailboxes.services.post(services_task::GroupLeft{session.id(), group.bytes()});
}

void ServiceDialect::ended(Session& session, const transport::ConnectionEnd& end)
{
    m_context.mailboxes.services.post(
        services_task::ClientEnded{session.id(), end.closeCode, end.closeReason, errorOf(end.reason)});
}

} // namespace signalbox::broker
