// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/confirmations.h"
#include "server/broker/dialect.h"
#include "server/broker/queued_deliveries.h"
#include "server/core/ids.h"
#include "server/link/client_info.h"
#include "server/routing/member.h"
#include "server/transport/connection.h"

#include <QtCore/QByteArray>

#include <memory>
#include <optional>

namespace signalbox::broker {

class Session;

/// What a session tells the table that it stands in.
class SessionHost {
public:
    virtual ~SessionHost() = default;
    virtual void frameReceived(Session& session, const websocket::DecodedFrame& frame, quint32 fragment) = 0;
    virtual void controlFrameSent(Session& session, websocket::Opcode opcode, QByteArrayView payload) = 0;
    /// What stands in for the dialect of a client that is muted.
    [[nodiscard]] virtual Dialect& mutedDialect() = 0;
    virtual void pingAnswered(Session& session, quint64 number) = 0;
    virtual void lookSooner(Session& session) = 0;
    virtual void bytesTaken(Session& session) = 0;
    virtual void sessionEnded(Session& session, const transport::ConnectionEnd& end) = 0;
};

/// One client as its worker knows it: the connection, who it is, what it speaks, what went through it.
///
/// Thread: its worker. Owner: ClientTable.
class Session final : public transport::ConnectionOwner {
public:
    Session(link::ClientInfo info, Dialect& dialect, SessionHost& host);

    void setConnection(std::unique_ptr<transport::Connection> connection)
    {
        m_connection = std::move(connection);
    }
    [[nodiscard]] transport::Connection& connection() { return *m_connection; }
    [[nodiscard]] const link::ClientInfo& info() const { return *m_info; }
    [[nodiscard]] const link::ClientInfoPointer& sharedInfo() const { return m_info; }
    [[nodiscard]] ClientId id() const { return m_id; }
    /// The dialect that encodes messages anew for this client; null: it gets them as they are.
    [[nodiscard]] const Dialect* encoder() const { return m_encoder; }
    [[nodiscard]] Dialect& dialect() const { return m_dialect; }
    /// What its dialect keeps of it; null: nothing.
    [[nodiscard]] DialectState* state() const { return m_state.get(); }
    void setState(std::shared_ptr<DialectState> state) { m_state = std::move(state); }

    void setSlot(routing::MemberSlot slot) { m_slot = slot; }
    [[nodiscard]] routing::MemberSlot slot() const { return m_slot; }

    void setGroups(const QList<GroupName>& groups);
    void setTags(const QList<TagName>& tags);
    /// What the client says of itself in its dialect.
    void setControllers(const QList<QByteArray>& controllers);
    void setSubscriptions(const QList<link::Subscription>& subscriptions);
    /// 1970: not muted.
    void setMutedUntil(WallTime until);
    [[nodiscard]] bool isMuted() const { return m_isMuted; }
    /// Whether it has not been told of its mute within `interval`; then it is about to be.
    [[nodiscard]] bool mayHearOfMute(SteadyTime now, std::chrono::milliseconds interval);

    /// The handshake as on the wire. Kept for the window: two byte arrays that nobody else holds.
    void setHandshake(const QByteArray& request, const QByteArray& response);
    [[nodiscard]] link::ClientDetail detail() const;

    /// Queues a frame that holds a message; it leaves with the next flush, or when it is translated.
    transport::Connection::SendOutcome sendMessage(const QByteArray& frame);
    transport::Connection::SendOutcome sendTranslated(const QByteArray& frame);
    /// Null: what it is sent leaves as it is.
    [[nodiscard]] FrameTranslator* translator() const { return m_translator; }
    /// Behind what was sent before.
    void close(quint16 code, const QByteArray& reason, EndReason endReason);

    /// Null until makeConfirmations().
    [[nodiscard]] Confirmations* confirmations() { return m_confirmations.get(); }
    Confirmations& makeConfirmations();
    [[nodiscard]] QueuedDeliveries& queuedDeliveries() { return m_queuedDeliveries; }

    /// The last message that came was none that the client may send.
    void noteIgnored() { ++m_messagesIgnored; }
    [[nodiscard]] link::ClientTraffic traffic() const;
    /// The traffic when it differs from what was reported last.
    [[nodiscard]] bool takeTrafficChange(link::ClientTraffic& traffic);

private:
    template <typename Change>
    void changeInfo(Change change);
    void frameReceived(transport::Connection& connection, const websocket::DecodedFrame& frame,
                       quint32 fragment) override;
    void messageReceived(transport::Connection& connection, const websocket::AssembledMessage& message,
                         const websocket::DecodedFrame& lastFrame) override;
    void controlFrameSent(transport::Connection& connection, websocket::Opcode opcode,
                          QByteArrayView payload) override;
    void pingAnswered(transport::Connection& /*connection*/, quint64 number) override
    {
        m_host.pingAnswered(*this, number);
    }
    void lookSooner(transport::Connection& /*connection*/) override { m_host.lookSooner(*this); }
    void bytesTaken(transport::Connection& /*connection*/) override { m_host.bytesTaken(*this); }
    void connectionEnded(transport::Connection& connection, const transport::ConnectionEnd& end) override;

    // What a delivery touches comes first.
    const Dialect* m_encoder;
    FrameTranslator* m_translator;
    std::unique_ptr<transport::Connection> m_connection;
    quint64 m_messagesSent = 0;
    quint64 m_messagesReceived = 0;
    Dialect& m_dialect;
    SessionHost& m_host;
    routing::MemberSlot m_slot = 0;
    bool m_isMuted = false;
    const ClientId m_id;
    link::ClientInfoPointer m_info; ///< the hub's, too
    std::shared_ptr<DialectState> m_state;
    std::unique_ptr<Confirmations> m_confirmations;
    QueuedDeliveries m_queuedDeliveries;
    QByteArray m_handshakeRequest;
    QByteArray m_handshakeResponse;
    std::optional<SteadyTime> m_muteToldAt;
    quint64 m_messagesIgnored = 0;
    link::ClientTraffic m_reported;
};

} // namespace signalbox::broker
