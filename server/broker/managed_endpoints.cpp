// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/managed_endpoints.h"

#include "server/broker/log_lines.h"
#include "server/managed/answers.h"
#include "server/managed/managed_fault.h"
#include "server/websocket/frame_encoder.h"

namespace signalbox::broker {

using http::ManagedResource;
using managed::managedError;
using managed::ManagedFault;

namespace {

/// Whether only the operator may have it, however managed.access_control is set.
bool isAdministration(ManagedResource resource)
{
    switch (resource) {
    case ManagedResource::Sockets:
    case ManagedResource::Socket:
    case ManagedResource::EnginioReceiver:
    case ManagedResource::Configuration:
        return true;
    case ManagedResource::None:
    case ManagedResource::Root:
    case ManagedResource::WebSocketUri:
    case ManagedResource::Messages:
        break;
    }
    return false;
}

} // namespace

ManagedEndpoints::ManagedEndpoints(WorkerContext& context, OperatorGate& gate)
    : m_context(context)
    , m_gate(gate)
{
}

std::optional<http::HttpError> ManagedEndpoints::judge(const http::ManagedTarget& target,
                                                       const http::Request& header,
                                                       const QHostAddress& address)
{
    const bool isOpen = target.resource == ManagedResource::Root ||
                        (m_context.settings.managed.accessControl == ManagedAccess::None &&
                         !isAdministration(target.resource));
    if (isOpen) {
        return std::nullopt;
    }
    switch (m_gate.check(header, address)) {
    case OperatorGate::Finding::Passes:
        return std::nullopt;
    case OperatorGate::Finding::NoToken:
        return managedError(ManagedFault::AuthorizationRequired);
    case OperatorGate::Finding::WrongToken:
        return managedError(ManagedFault::AccessDenied);
    case OperatorGate::Finding::ShutOut:
        return m_gate.shutOut(address);
    }
    Q_UNREACHABLE();
}

void ManagedEndpoints::serve(const http::ManagedTarget& target, const http::Request& request,
                             const QByteArray& peer, const Answer& answer)
{
    const auto maxReceivers = static_cast<qsizetype>(m_context.settings.limits.maxRecipients);
    switch (target.resource) {
    case ManagedResource::Root:
        answer(http::jsonResponse(200, R"({"name":"MWS"})"));
        return;
    case ManagedResource::WebSocketUri:
        reserve({}, request, answer, &managed::uriAnswer);
        return;
    case ManagedResource::Messages:
        m_context.counters.messageCame(request.body.size());
        push(managed::readPush(request.body, maxReceivers), peer, answer);
        return;
    case ManagedResource::EnginioReceiver:
        m_context.counters.messageCame(request.body.size());
        push(managed::readEnginioPush(request.body, maxReceivers), peer, answer);
        return;
    case ManagedResource::Sockets:
        serveSockets(request, answer);
        return;
    case ManagedResource::Socket:
        serveSocket(target.socket, request, answer);
        return;
    case ManagedResource::Configuration:
        serveConfiguration(request, answer);
        return;
    case ManagedResource::None:
        answer(http::httpError(http::Fault::NotFound));
        return;
    }
}

void ManagedEndpoints::ask(ManagedQuestion question, Then then)
{
    m_waiting.emplace(++m_lastTicket, std::move(then));
    m_context.mailboxes.hub.post(hub_task::AskManaged{m_context.index, m_lastTicket, std::move(question)});
}

void ManagedEndpoints::answered(quint64 ticket, ManagedAnswer answer)
{
    if (auto found = m_waiting.extract(ticket)) {
        found.mapped()(std::move(answer));
    }
}

void ManagedEndpoints::redeem(const QByteArray& token,
                              std::function<void(std::optional<managed::Reservation>)> then)
{
    ask(managed_question::Redeem{token}, [then = std::move(then)](const ManagedAnswer& answer) {
        const auto* const reservation = std::get_if<managed::Reservation>(&answer);
        then(reservation != nullptr ? std::optional(*reservation) : std::nullopt);
    });
}

void ManagedEndpoints::reserve(QList<TagName> tags, const http::Request& request, const Answer& answer,
                               http::Response (*respond)(const managed::Reservation&, const http::Request&))
{
    ask(managed_question::Reserve{std::move(tags)}, [request, answer, respond](const ManagedAnswer& given) {
        const auto* const reservation = std::get_if<managed::Reservation>(&given);
        if (reservation == nullptr) {
            answer(managedError(ManagedFault::TooManyReserved));
        } else {
            answer(respond(*reservation, request));
        }
    });
}

void ManagedEndpoints::serveSockets(const http::Request& request, const Answer& answer)
{
    if (request.method == "POST") {
        auto tags = managed::readTags(request.body, m_context.settings.limits.maxTagsPerClient);
        if (const auto* const error = std::get_if<http::HttpError>(&tags)) {
            answer(*error);
        } else {
            reserve(std::get<QList<TagName>>(tags), request, answer, &managed::createdAnswer);
        }
        return;
    }
    ask(managed_question::List{}, [answer](const ManagedAnswer& given) {
        answer(managed::socketsAnswer(std::get<QList<managed::OpenSocket>>(given)));
    });
}

void ManagedEndpoints::serveSocket(const QByteArray& id, const http::Request& request, const Answer& answer)
{
    if (request.method == "DELETE") {
        ask(managed_question::Close{id}, [answer](const ManagedAnswer& given) {
            if (std::holds_alternative<managed_answer::Done>(given)) {
                answer(http::jsonResponse(200, "{}"));
            } else {
                answer(managedError(ManagedFault::SocketNotFound));
            }
        });
        return;
    }
    ask(managed_question::Describe{id}, [answer](const ManagedAnswer& given) {
        if (const auto* const socket = std::get_if<managed::OpenSocket>(&given)) {
            answer(managed::socketAnswer(*socket));
        } else {
            answer(managedError(ManagedFault::SocketNotFound));
        }
    });
}

QByteArray ManagedEndpoints::identityProvider() const
{
    return m_context.settings.managed.accessControl == ManagedAccess::None ? "none" : "custom";
}

void ManagedEndpoints::serveConfiguration(const http::Request& request, const Answer& answer) const
{
    if (request.method == "PUT") {
        if (const auto error = managed::checkConfiguration(request.body, identityProvider())) {
            answer(*error);
            return;
        }
    }
    answer(managed::configurationAnswer(identityProvider()));
}

void ManagedEndpoints::push(ReadPush read, const QByteArray& peer, const Answer& answer)
{
    if (const auto* const error = std::get_if<http::HttpError>(&read)) {
        answer(*error);
        return;
    }
    auto push = std::get<managed::Push>(std::move(read));
    if (push.receivers.everyone || push.receivers.sockets.isEmpty()) {
        route(push, {}, peer, answer);
        return;
    }
    const QList<QByteArray> ids = push.receivers.sockets;
    ask(managed_question::Find{ids},
        [this, push = std::move(push), peer, answer](const ManagedAnswer& given) {
            route(push, std::get<managed_answer::Clients>(given).ids, peer, answer);
        });
}

void ManagedEndpoints::route(const managed::Push& push, const QList<QByteArray>& clients,
                             const QByteArray& peer, const Answer& answer)
{
    RoutedMessage message;
    message.id = m_context.dispatcher.nextMessage();
    message.time = m_context.clock.wallNow();
    message.recipients = managed::recipientsFor(push.receivers, clients);
    message.form = push.binary ? MessageForm::BinaryEnvelope : MessageForm::Envelope;
    message.header.payloadBytes = static_cast<quint64>(push.envelope.size());
    message.frame = websocket::encodeFrame(websocket::Opcode::Text, push.envelope);
    message.payload = m_context.capture.recordAddressedPush(message.time, link::SenderKind::Http, message.id,
                                                            push.envelope, message.recipients);
    m_context.dispatcher.dispatch(
        std::move(message), [this, echo = push.echo, peer, answer](const Receipt& receipt) {
            m_context.counters.measured.pushedTo.observe(static_cast<quint64>(receipt.counts.recipients));
            qCInfo(logHttp).noquote() << pushLine(receipt, QString::fromLatin1(peer));
            answer(HttpEndpoints::Pushed{http::jsonResponse(201, echo), receipt.message});
        });
}

} // namespace signalbox::broker
