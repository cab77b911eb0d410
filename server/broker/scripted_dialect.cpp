// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/scripted_dialect.h"

#include "server/broker/frame_capture.h"
#include "server/websocket/close_code.h"

#include <algorithm>

namespace signalbox::broker {

namespace {

quint16 decodingCloseCode(const Error& error)
{
    if (error.code == "service.failed" || error.code.startsWith("xsockets.")) {
        return websocket::close_code::invalidPayload; // it is no frame of the subprotocol
    }
    return error.code == "service.busy" ? websocket::close_code::tryAgainLater
                                        : websocket::close_code::internalError;
}

} // namespace

ScriptedDialect::ScriptedDialect(WorkerContext& context, ClientTable& clients, XSocketsDialect& xsockets,
                                 ScriptedFrames& frames)
    : m_context(context)
    , m_clients(clients)
    , m_xsockets(xsockets)
    , m_frames(frames)
{
}

quint32 ScriptedDialect::formFor(Session& session, const RoutedMessage& message, int recipient) const
{
    return m_xsockets.formFor(session, message, recipient);
}

std::optional<EncodedMessage> ScriptedDialect::encodeForm(const RoutedMessage& message, quint32 form) const
{
    return m_xsockets.encodeForm(message, form);
}

std::optional<EncodedMessage> ScriptedDialect::encodeFor(Session& session, const RoutedMessage& message,
                                                         quint32 form, const EncodedMessage& encoded)
{
    return m_xsockets.encodeFor(session, message, form, encoded);
}

std::optional<QByteArray> ScriptedDialect::errorText(const Error& error) const
{
    return m_xsockets.errorText(error);
}

void ScriptedDialect::opened(Session& session)
{
    m_open.insert(session.id());
}

void ScriptedDialect::messageReceived(Session& session, const websocket::AssembledMessage& message,
                                      const websocket::DecodedFrame& lastFrame)
{
    m_context.counters.messageCame(message.payload.size());
    recordReceived(m_context, session, lastFrame, message.fragment);
    m_context.mailboxes.services.post(
        services_task::FrameCame{m_context.index, xsocketsStateOf(session).decoder, session.id(),
                                 message.payload.toByteArray(), message.opcode == websocket::Opcode::Binary});
}

/// Data of another format ends the connection, as in the xsockets dialect.
void ScriptedDialect::decoded(Session& session, worker_task::Decoded& answer)
{
    if (!session.connection().isOpen()) {
        return;
    }
    if (const auto* const error = std::get_if<Error>(&answer.outcome)) {
        ++m_context.counters.messagesRefused;
        session.close(decodingCloseCode(*error), error->code, EndReason::PolicyViolation);
    } else if (auto& message = std::get<std::optional<xsockets::Message>>(answer.outcome)) {
        m_xsockets.said(session, *message);
        session.connection().flush();
    } else {
        ++m_context.counters.messagesIgnored;
        session.noteIgnored();
    }
}

void ScriptedDialect::ended(Session& session, const transport::ConnectionEnd& end)
{
    m_open.remove(session.id());
    m_xsockets.ended(session, end);
}

void ScriptedDialect::groupLeft(Session& session, const GroupName& group)
{
    m_xsockets.groupLeft(session, group);
}

void ScriptedDialect::setRoutes(const http::ServiceRoutes& routes)
{
    const QSet<ClientId> open = m_open; // closing may end one
    for (const ClientId client : open) {
        Session* const session = m_clients.find(client);
        const auto isSpoken = [session](const http::ServiceRoute& route) {
            return route.service == xsocketsStateOf(*session).decoder &&
                   route.subprotocol == session->info().subprotocol;
        };
        if (session != nullptr && std::ranges::none_of(routes, isSpoken)) {
            session->connection().close(websocket::close_code::goingAway, "its service is gone",
                                        EndReason::PolicyViolation);
        }
    }
}

} // namespace signalbox::broker
