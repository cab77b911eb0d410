// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/scripted_frames.h"

#include "server/broker/frame_capture.h"
#include "server/broker/xsockets_state.h"
#include "server/core/log_categories.h"
#include "server/websocket/close_code.h"
#include "server/websocket/frame_encoder.h"
#include "server/xsockets/binary_message.h"
#include "server/xsockets/message_reader.h"

#include <algorithm>

namespace signalbox::broker {

namespace {

using SendOutcome = transport::Connection::SendOutcome;

/// Of a frame that we have made: it has no mask.
QByteArrayView payloadOf(const QByteArray& frame)
{
    const int length = static_cast<quint8>(frame.at(1)) & 0x7F;
    return QByteArrayView(frame).sliced(length < 126 ? 2 : length == 126 ? 4 : 10);
}

bool isBinary(const QByteArray& frame)
{
    return (static_cast<quint8>(frame.at(0)) & 0x0F) == static_cast<quint8>(websocket::Opcode::Binary);
}

websocket::Opcode opcodeOf(const services::ScriptResponse& response)
{
    const bool isBinary = std::ranges::any_of(response.headers, [](const services::NamedText& header) {
        return header.value == "application/octet-stream";
    });
    return isBinary ? websocket::Opcode::Binary : websocket::Opcode::Text;
}

/// What the script is asked about; nothing: it is no message of a controller.
std::optional<services_task::EncodingAsked> askedFor(const QByteArray& frame)
{
    const QByteArrayView payload = payloadOf(frame);
    services_task::EncodingAsked asked;
    if (isBinary(frame)) {
        const auto parts = xsockets::splitBinary(payload);
        if (!parts) {
            return std::nullopt;
        }
        asked.message = parts->text.toByteArray();
        asked.blob = parts->blob.toByteArray();
    } else {
        asked.message = payload.toByteArray();
    }
    return xsockets::readMessage(asked.message) ? std::optional(std::move(asked)) : std::nullopt;
}

} // namespace

ScriptedFrames::ScriptedFrames(WorkerContext& context, ClientTable& clients)
    : m_context(context)
    , m_clients(clients)
{
}

ScriptedFrames::Key ScriptedFrames::keyOf(const Session& session, const QByteArray& frame)
{
    return {reinterpret_cast<quintptr>(frame.constData()), xsocketsStateOf(session).decoder};
}

SendOutcome ScriptedFrames::take(Session& session, const QByteArray& frame)
{
    if (!session.connection().isOpen() || m_closes.contains(session.id())) {
        return SendOutcome::Closing;
    }
    const Key key = keyOf(session, frame);
    if (const auto known = m_tickets.constFind(key); known != m_tickets.constEnd()) {
        m_waiting.at(*known).clients.push_back(session.id());
    } else {
        auto asked = askedFor(frame);
        if (!asked) {
            return session.sendTranslated(frame);
        }
        asked->worker = m_context.index;
        asked->ticket = ++m_lastTicket;
        asked->service = key.second;
        m_context.mailboxes.services.post(*std::move(asked));
        m_tickets.insert(key, m_lastTicket);
        m_waiting.emplace(m_lastTicket, Waiting{frame, key.second, {session.id()}, {}});
    }
    ++m_counts[session.id()];
    return SendOutcome::Accepted;
}

void ScriptedFrames::noteMessage(const Session& session, const QByteArray& frame,
                                 const RoutedMessage& message)
{
    if (const auto known = m_tickets.constFind(keyOf(session, frame)); known != m_tickets.constEnd()) {
        m_waiting.at(*known).message = message.id;
    }
}

bool ScriptedFrames::closeBehind(const Session& session, quint16 code, const QByteArray& reason,
                                 EndReason endReason)
{
    if (!m_counts.contains(session.id())) {
        return false;
    }
    m_closes.insert(session.id(), {code, reason, endReason});
    return true;
}

void ScriptedFrames::encoded(const worker_task::Encoded& answer)
{
    auto found = m_waiting.extract(answer.ticket);
    if (!found) {
        return;
    }
    const Waiting& waiting = found.mapped();
    m_tickets.remove({reinterpret_cast<quintptr>(waiting.frame.constData()), waiting.service});
    if (const auto* const error = std::get_if<Error>(&answer.outcome)) {
        failed(waiting, *error);
    } else if (const auto& response = std::get<services::ScriptResponse>(answer.outcome);
               response.status == 200) {
        leave(waiting, opcodeOf(response), response.body);
    }
    noteLeft(waiting.clients);
}

void ScriptedFrames::leave(const Waiting& waiting, websocket::Opcode opcode, const QByteArray& payload)
{
    const EncodedMessage encoded = encodedMessage(opcode, payload);
    std::vector<Delivery> deliveries;
    for (const ClientId client : waiting.clients) {
        Session* const session = m_clients.find(client);
        if (session == nullptr || session->sendTranslated(encoded.frame) != SendOutcome::Accepted) {
            ++m_context.counters.deliveriesDropped;
            continue;
        }
        session->connection().flush();
        if (waiting.message.isNull()) {
            recordLeft(m_context, *session, opcode, payload);
        } else {
            const qint64 queued = session->connection().queuedBytes();
            deliveries.push_back({client, queued == 0 ? DeliveryState::Sent : DeliveryState::Queued, queued});
        }
    }
    if (!deliveries.empty()) {
        m_context.capture.recordEncodedDeliveries(m_context.clock.wallNow(), waiting.message, encoded.header,
                                                  payload, deliveries);
    }
}

/// A message that its script cannot say is lost, and counted, as its error is in the log. Where there is no
/// script to say it, or too much waits for it, the clients are told by their end.
void ScriptedFrames::failed(const Waiting& waiting, const Error& error)
{
    m_context.counters.deliveriesDropped += waiting.clients.size();
    if (error.code == "service.failed" || error.code == "service.stopped") {
        return;
    }
    const quint16 code = error.code == "service.busy" ? websocket::close_code::tryAgainLater
                                                      : websocket::close_code::internalError;
    for (const ClientId client : waiting.clients) {
        if (Session* const session = m_clients.find(client)) {
            session->connection().close(code, error.code, EndReason::PolicyViolation);
        }
    }
}

void ScriptedFrames::noteLeft(const std::vector<ClientId>& clients)
{
    for (const ClientId client : clients) {
        if (--m_counts[client] > 0) {
            continue;
        }
        m_counts.remove(client);
        if (const auto close = m_closes.constFind(client); close != m_closes.constEnd()) {
            const Close wanted = *close;
            m_closes.erase(close);
            if (Session* const session = m_clients.find(client)) {
                session->connection().close(wanted.code, wanted.reason, wanted.endReason);
            }
        }
    }
}

} // namespace signalbox::broker
