// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/xsockets_dialect.h"

#include "server/broker/act_rules.h"
#include "server/broker/error_reply.h"
#include "server/broker/frame_capture.h"
#include "server/broker/xsockets_forms.h"
#include "server/websocket/close_code.h"
#include "server/xsockets/message_reader.h"
#include "server/xsockets/requests.h"

namespace signalbox::broker {

using xsockets::Fault;
using xsockets::fault;
using xsockets::topicOf;
using xsockets::Verb;

XSocketsDialect::XSocketsDialect(WorkerContext& context, ClientTable& clients)
    : m_context(context)
    , m_clients(clients)
{
}

QByteArray XSocketsDialect::name() const
{
    return "xsockets";
}

XSocketsState& XSocketsDialect::stateOf(const Session& session)
{
    return static_cast<XSocketsState&>(*session.state());
}

QByteArray XSocketsDialect::formFor(Session& session, const RoutedMessage& message) const
{
    return xsocketsForm(xsocketsAddress(session.info(), stateOf(session).conversation, message));
}

std::optional<EncodedMessage> XSocketsDialect::encodeForm(const RoutedMessage& message,
                                                          QByteArrayView form) const
{
    return encodeXSockets(message, form);
}

std::optional<QByteArray> XSocketsDialect::errorText(const Error& error) const
{
    return xsockets::messageText({{}, topicOf(Verb::Error)}, xsockets::faultData(error));
}

void XSocketsDialect::messageReceived(Session& session, const websocket::AssembledMessage& message,
                                      const websocket::DecodedFrame& lastFrame)
{
    m_context.counters.messageCame(message.payload.size());
    Result<xsockets::Message> read = message.opcode == websocket::Opcode::Binary
                                         ? fault(Fault::NotAMessage, QStringLiteral("it is binary"))
                                         : xsockets::readMessage(message.payload);
    if (!read) {
        recordReceived(m_context, session, lastFrame, message.fragment);
        refuse(session, read.error());
        return;
    }
    XSocketsState& state = stateOf(session);
    xsockets::Message& said = read.value();
    if (said.controller.isEmpty()) {
        said.controller = state.conversation.defaultController();
    }
    const Verb verb = xsockets::verbOf(said.topic);
    const MessageId id = verb == Verb::Publish ? m_context.dispatcher.nextMessage() : MessageId();
    recordReceived(m_context, session, lastFrame, message.fragment, {id});
    const Incoming incoming{session, state, said, id};
    if (open(incoming, verb)) {
        handle(incoming, verb);
    }
}

/// What is no message of the format ends the connection: the client speaks something else.
void XSocketsDialect::refuse(Session& session, const Error& error)
{
    ++m_context.counters.messagesRefused;
    session.connection().close(websocket::close_code::invalidPayload, error.message.toUtf8(),
                               EndReason::PolicyViolation);
}

void XSocketsDialect::handle(const Incoming& incoming, Verb verb)
{
    switch (verb) {
    case Verb::Publish:
        publish(incoming);
        return;
    case Verb::Open:
    case Verb::Pong:
    case Verb::Error: // what went wrong over there is shown, and nobody's to answer
    case Verb::Acknowledge:
        return;
    case Verb::Close:
        close(incoming);
        return;
    case Verb::Subscribe:
        subscribe(incoming);
        return;
    case Verb::Unsubscribe:
        unsubscribe(incoming);
        return;
    case Verb::Ping:
        answer(incoming, topicOf(Verb::Pong), incoming.message.data);
        return;
    case Verb::SetProperty:
        setProperty(incoming);
        return;
    case Verb::GetProperty:
        getProperty(incoming);
        return;
    case Verb::StorageSet:
    case Verb::StorageGet:
    case Verb::StorageRemove:
    case Verb::StorageClear:
    case Verb::AuthenticationFailed:
    case Verb::Opened:
    case Verb::Release:
    case Verb::Received:
    case Verb::Complete:
    case Verb::SubscribeAcknowledge:
    case Verb::UnsubscribeAcknowledge:
        answerWithFault(incoming, fault(Fault::ReservedTopic, QString::fromLatin1(incoming.message.topic)));
    }
}

/// Any first message opens its controller, save those that are for the connection. False: it cannot be
/// opened, as the client has been told.
bool XSocketsDialect::open(const Incoming& incoming, Verb verb)
{
    if (verb == Verb::Ping || verb == Verb::Pong || verb == Verb::Acknowledge || verb == Verb::Error ||
        verb == Verb::Close) {
        return true;
    }
    const auto opened = incoming.state.conversation.open(incoming.message.controller);
    if (!opened) {
        answerWithFault(incoming, opened.error());
        return false;
    }
    if (*opened == xsockets::Conversation::Opening::IsNew) {
        tellHub(incoming.session);
        tellOpened(incoming);
    } else if (verb == Verb::Open) { // once more: nothing grows, and whoever asks hears that it is open
        tellOpened(incoming);
    }
    return true;
}

void XSocketsDialect::tellOpened(const Incoming& incoming)
{
    const QByteArray& controller = incoming.message.controller;
    answer(incoming, topicOf(Verb::Opened),
           xsockets::openedData(incoming.state.connectionId, incoming.state.persistentId, controller));
    if (!incoming.state.toldOfBadId) {
        incoming.state.toldOfBadId = true;
        replyWithError(m_context, incoming.session, fault(Fault::BadPersistentId));
    }
}

void XSocketsDialect::close(const Incoming& incoming)
{
    const QByteArray& controller = incoming.message.controller;
    if (incoming.state.conversation.isOpen(controller)) {
        const auto ended = incoming.state.conversation.close(controller);
        tellHub(incoming.session);
        for (const xsockets::Subscription& subscription : ended) {
            if (!incoming.state.conversation.needs(subscription.group)) {
                m_clients.leave(incoming.session, subscription.group, link::SenderKind::Client);
            }
        }
    }
    answer(incoming, topicOf(Verb::Close), "null");
}

void XSocketsDialect::subscribe(const Incoming& incoming)
{
    const auto request = xsockets::readSubscriptionRequest(incoming.message.data);
    if (!request) {
        answerWithFault(incoming, fault(Fault::BadRequest, QStringLiteral("5 is {\"T\":…,\"A\":…}")));
        return;
    }
    const QByteArray& controller = incoming.message.controller;
    const auto subscribed = incoming.state.conversation.subscribe(controller, request->topic);
    if (!subscribed) {
        answerWithFault(incoming, subscribed.error());
        return;
    }
    const int maxGroups = m_context.settings.limits.maxGroupsPerClient;
    if (!checkJoin(incoming.session.info().groups, subscribed->group, maxGroups)) {
        incoming.state.conversation.unsubscribe(controller, request->topic);
        answerWithFault(incoming, fault(Fault::TooManySubscriptions, QString::number(maxGroups)));
        return;
    }
    m_clients.join(incoming.session, subscribed->group, link::SenderKind::Client);
    tellHub(incoming.session);
    if (request->confirm) {
        answer(incoming, "__" + request->topic, xsockets::confirmationData(request->topic));
    }
}

void XSocketsDialect::unsubscribe(const Incoming& incoming)
{
    const auto request = xsockets::readSubscriptionRequest(incoming.message.data);
    if (!request) {
        answerWithFault(incoming, fault(Fault::BadRequest, QStringLiteral("6 is {\"T\":…,\"A\":…}")));
        return;
    }
    const auto ended = incoming.state.conversation.unsubscribe(incoming.message.controller, request->topic);
    if (ended) {
        if (!incoming.state.conversation.needs(ended->group)) {
            m_clients.leave(incoming.session, ended->group, link::SenderKind::Client);
        }
        tellHub(incoming.session);
    }
    if (request->confirm) {
        answer(incoming, "__" + request->topic, xsockets::confirmationData(request->topic));
    }
}

void XSocketsDialect::setProperty(const Incoming& incoming)
{
    const xsockets::Message& message = incoming.message;
    if (const auto set = incoming.state.properties.set(message.controller,
                                                       xsockets::propertyName(message.topic), message.data);
        !set) {
        answerWithFault(incoming, set.error());
    }
}

void XSocketsDialect::getProperty(const Incoming& incoming)
{
    const xsockets::Message& message = incoming.message;
    answer(incoming, message.topic,
           incoming.state.properties.get(message.controller, xsockets::propertyName(message.topic)));
}

void XSocketsDialect::publish(const Incoming& incoming)
{
    auto routed = routeXSockets(incoming.session.info(), incoming.message);
    if (!routed) {
        answerWithFault(incoming, routed.error());
        return;
    }
    RoutedMessage message = std::move(routed).value();
    message.id = incoming.id;
    message.time = m_context.clock.wallNow();
    m_context.dispatcher.dispatch(std::move(message));
}

void XSocketsDialect::groupLeft(Session& session, const GroupName& group)
{
    stateOf(session).conversation.leave(group);
    session.setSubscriptions(linkSubscriptions(stateOf(session).conversation));
}

void XSocketsDialect::tellHub(Session& session)
{
    const xsockets::Conversation& conversation = stateOf(session).conversation;
    session.setControllers(conversation.controllers());
    session.setSubscriptions(linkSubscriptions(conversation));
    m_clients.tellChange(session);
}

void XSocketsDialect::answer(const Incoming& incoming, const QByteArray& topic, QByteArrayView dataJson)
{
    reply(m_context, incoming.session, xsockets::messageText({incoming.message.controller, topic}, dataJson));
}

void XSocketsDialect::answerWithFault(const Incoming& incoming, const Error& error)
{
    ++m_context.counters.messagesRefused;
    answer(incoming, topicOf(Verb::Error), xsockets::faultData(error));
}

} // namespace signalbox::broker
