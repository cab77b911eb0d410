// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/client_table.h"
#include "server/broker/dialect.h"
#include "server/broker/service_controllers.h"
#include "server/broker/worker_context.h"
#include "server/broker/xsockets_delivery.h"
#include "server/broker/xsockets_questions.h"
#include "server/broker/xsockets_state.h"
#include "server/broker/xsockets_subscriptions.h"
#include "server/core/result.h"
#include "server/xsockets/fault.h"
#include "server/xsockets/message.h"
#include "server/xsockets/topics.h"

namespace signalbox::broker {

/// The xsockets dialect (PRODUCT section 4): controllers, topics, subscriptions. A subscription is membership
/// of a group, a publish is a message to it and to whoever sent it, which is the reply that invoke() waits
/// for. A publish that is acknowledged or retained goes by way of the hub. What is no message of the format
/// ends the connection with 1007.
///
/// Thread: its worker.
class XSocketsDialect final : public Dialect {
public:
    XSocketsDialect(WorkerContext& context, ClientTable& clients, XSocketsQuestions& questions,
                    XSocketsDelivery& delivery, XSocketsSubscriptions& subscriptions,
                    ServiceControllers& controllers);

    /// What a client has said, in whatever way it says it. The id of a publish, or null: one is given to it.
    void said(Session& session, xsockets::Message& message, MessageId id = {});
    /// The script of the controller has decided whether the client may open it.
    void admitted(Session& session, const worker_task::ControllerAdmitted& answer);
    /// A script has set it, as the client could have.
    void setProperty(Session& session, const worker_task::SetProperty& property);

    [[nodiscard]] QByteArray name() const override;
    [[nodiscard]] bool encodesAnew() const override { return true; }
    [[nodiscard]] quint32 formFor(Session& session, const RoutedMessage& message,
                                  int recipient) const override;
    [[nodiscard]] std::optional<EncodedMessage> encodeForm(const RoutedMessage& message,
                                                           quint32 form) const override;
    [[nodiscard]] std::optional<EncodedMessage> encodeFor(Session& session, const RoutedMessage& message,
                                                          quint32 form,
                                                          const EncodedMessage& encoded) override;
    [[nodiscard]] std::optional<QByteArray> errorText(const Error& error) const override;
    void messageReceived(Session& session, const websocket::AssembledMessage& message,
                         const websocket::DecodedFrame& lastFrame) override;
    [[nodiscard]] bool isForMuted(const websocket::AssembledMessage& message) const override;
    void ended(Session& session, const transport::ConnectionEnd& end) override;
    void groupLeft(Session& session, const GroupName& group) override;

private:
    /// One message that came, and where.
    struct Incoming {
        Session& session;
        XSocketsState& state;
        const xsockets::Message& message;
        MessageId id; ///< of a publish; null: another
    };

    [[nodiscard]] MessageId idFor(const xsockets::Message& said) const;
    void refuse(Session& session, const Error& error);
    void handle(const Incoming& incoming, xsockets::Verb verb);
    [[nodiscard]] bool open(const Incoming& incoming, xsockets::Verb verb);
    void tellOpened(const Incoming& incoming);
    void close(const Incoming& incoming);
    void subscribe(const Incoming& incoming);
    void unsubscribe(const Incoming& incoming);
    void setProperty(const Incoming& incoming);
    void getProperty(const Incoming& incoming);
    void store(const Incoming& incoming, xsockets::Verb verb);
    void tellStored(Session& session, const xsockets::Address& address, const QByteArray& key,
                    const XSocketsAnswer& answer);
    void publish(const Incoming& incoming);

    void answer(const Incoming& incoming, const QByteArray& topic, QByteArrayView dataJson);
    void answerWithFault(const Incoming& incoming, const Error& error);

    WorkerContext& m_context;
    ClientTable& m_clients;
    XSocketsQuestions& m_questions;
    XSocketsDelivery& m_delivery;
    XSocketsSubscriptions& m_subscriptions;
    ServiceControllers& m_controllers;
};

} // namespace signalbox::broker
