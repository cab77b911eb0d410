// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/session.h"

#include "server/broker/frame_translator.h"

namespace signalbox::broker {

Session::Session(link::ClientInfo info, Dialect& dialect, SessionHost& host)
    : m_encoder(dialect.encodesAnew() ? &dialect : nullptr)
    , m_translator(dialect.translator())
    , m_dialect(dialect)
    , m_host(host)
    , m_id(info.client)
    , m_info(std::make_shared<const link::ClientInfo>(std::move(info)))
{
}

/// The hub may be reading the present one.
template <typename Change>
void Session::changeInfo(Change change)
{
    auto changed = std::make_shared<link::ClientInfo>(*m_info);
    change(*changed);
    m_info = std::move(changed);
}

void Session::setGroups(const QList<GroupName>& groups)
{
    changeInfo([&](link::ClientInfo& info) { info.groups = groups; });
}

void Session::setTags(const QList<TagName>& tags)
{
    changeInfo([&](link::ClientInfo& info) { info.tags = tags; });
}

void Session::setControllers(const QList<QByteArray>& controllers)
{
    changeInfo([&](link::ClientInfo& info) { info.controllers = controllers; });
}

void Session::setSubscriptions(const QList<link::Subscription>& subscriptions)
{
    changeInfo([&](link::ClientInfo& info) { info.subscriptions = subscriptions; });
}

void Session::setMutedUntil(WallTime until)
{
    m_isMuted = until != WallTime{};
    changeInfo([&](link::ClientInfo& info) { info.mutedUntil = until; });
}

transport::Connection::SendOutcome Session::sendMessage(const QByteArray& frame)
{
    return m_translator != nullptr ? m_translator->take(*this, frame) : sendTranslated(frame);
}

void Session::close(quint16 code, const QByteArray& reason, EndReason endReason)
{
    if (m_translator == nullptr || !m_translator->closeBehind(*this, code, reason, endReason)) {
        m_connection->close(code, reason, endReason);
    }
}

transport::Connection::SendOutcome Session::sendTranslated(const QByteArray& frame)
{
    const auto outcome = m_connection->send(frame);
    if (outcome == transport::Connection::SendOutcome::Accepted) {
        ++m_messagesSent;
    }
    return outcome;
}

bool Session::mayHearOfMute(SteadyTime now, std::chrono::milliseconds interval)
{
    if (m_muteToldAt && now - *m_muteToldAt < interval) {
        return false;
    }
    m_muteToldAt = now;
    return true;
}

void Session::setHandshake(const QByteArray& request, const QByteArray& response)
{
    m_handshakeRequest = request;
    m_handshakeResponse = response;
    m_handshakeRequest.squeeze();
    m_handshakeResponse.squeeze();
}

link::ClientDetail Session::detail() const
{
    return {id(), m_handshakeRequest, m_handshakeResponse};
}

Confirmations& Session::makeConfirmations()
{
    if (!m_confirmations) {
        m_confirmations = std::make_unique<Confirmations>();
    }
    return *m_confirmations;
}

link::ClientTraffic Session::traffic() const
{
    link::ClientTraffic traffic;
    traffic.client = m_id;
    traffic.messagesReceived = m_messagesReceived;
    traffic.messagesSent = m_messagesSent;
    traffic.bytesReceived = m_connection->bytesReceived();
    traffic.bytesSent = m_connection->bytesSent();
    traffic.queuedBytes = m_connection->queuedBytes();
    traffic.roundTrip = m_connection->roundTrip();
    traffic.messagesIgnored = m_messagesIgnored;
    return traffic;
}

bool Session::takeTrafficChange(link::ClientTraffic& traffic)
{
    traffic = this->traffic();
    if (traffic == m_reported) {
        return false;
    }
    m_reported = traffic;
    return true;
}

void Session::frameReceived(transport::Connection& /*connection*/, const websocket::DecodedFrame& frame,
                            quint32 fragment)
{
    m_host.frameReceived(*this, frame, fragment);
}

void Session::messageReceived(transport::Connection& /*connection*/,
                              const websocket::AssembledMessage& message,
                              const websocket::DecodedFrame& lastFrame)
{
    ++m_messagesReceived;
    Dialect& dialect = isMuted() && !m_dialect.isForMuted(message) ? m_host.mutedDialect() : m_dialect;
    dialect.messageReceived(*this, message, lastFrame);
}

void Session::controlFrameSent(transport::Connection& /*connection*/, websocket::Opcode opcode,
                               QByteArrayView payload)
{
    m_host.controlFrameSent(*this, opcode, payload);
}

void Session::connectionEnded(transport::Connection& /*connection*/, const transport::ConnectionEnd& end)
{
    m_host.sessionEnded(*this, end);
}

} // namespace signalbox::broker
