// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/xsockets_dialect.h"

#include "server/broker/error_reply.h"
#include "server/broker/frame_capture.h"
#include "server/broker/xsockets_forms.h"
#include "server/websocket/close_code.h"
#include "server/xsockets/binary_message.h"
#include "server/xsockets/message_reader.h"
#include "server/xsockets/requests.h"

namespace signalbox::broker {

using xsockets::Fault;
using xsockets::fault;
using xsockets::topicOf;
using xsockets::Verb;

namespace {

/// Any first message opens its controller, save those that are for the connection.
bool opensController(Verb verb)
{
    return verb != Verb::Ping && verb != Verb::Pong && verb != Verb::Acknowledge && verb != Verb::Error &&
           verb != Verb::Close;
}

/// The vendor's JavaScript client 6.1 has s3 and s4 swapped: a clear that names a key removes that one alone.
XSocketsQuestion storageQuestion(Verb verb, const QByteArray& persistentId, const QByteArray& key,
                                 const QByteArray& value)
{
    if (verb == Verb::StorageSet) {
        return xsockets_question::Store{persistentId, key, value};
    }
    if (verb == Verb::StorageGet) {
        return xsockets_question::Read{persistentId, key};
    }
    if (key.isEmpty()) {
        return xsockets_question::Clear{persistentId};
    }
    return xsockets_question::Remove{persistentId, key};
}

} // namespace

XSocketsDialect::XSocketsDialect(WorkerContext& context, ClientTable& clients, XSocketsQuestions& questions,
                                 XSocketsDelivery& delivery, XSocketsSubscriptions& subscriptions,
                                 ServiceControllers& controllers)
    : m_context(context)
    , m_clients(clients)
    , m_questions(questions)
    , m_delivery(delivery)
    , m_subscriptions(subscriptions)
    , m_controllers(controllers)
{
}

QByteArray XSocketsDialect::name() const
{
    return QByteArrayLiteral("xsockets");
}

quint32 XSocketsDialect::formFor(Session& session, const RoutedMessage& message, int recipient) const
{
    return xsocketsForm(session.info(), xsocketsStateOf(session).conversation, message, recipient);
}

std::optional<EncodedMessage> XSocketsDialect::encodeForm(const RoutedMessage& message, quint32 form) const
{
    return encodeXSockets(message, form);
}

std::optional<EncodedMessage> XSocketsDialect::encodeFor(Session& session, const RoutedMessage& message,
                                                         quint32 form, const EncodedMessage& encoded)
{
    return m_delivery.number(session, message, xsocketsAddress(message, form), encoded);
}

std::optional<QByteArray> XSocketsDialect::errorText(const Error& error) const
{
    return xsockets::messageText({{}, topicOf(Verb::Error)}, xsockets::faultData(error));
}

namespace {

Result<xsockets::Message> readAny(const websocket::AssembledMessage& message)
{
    return message.opcode == websocket::Opcode::Binary ? xsockets::readBinaryMessage(message.payload)
                                                       : xsockets::readMessage(message.payload);
}

} // namespace

void XSocketsDialect::messageReceived(Session& session, const websocket::AssembledMessage& message,
                                      const websocket::DecodedFrame& lastFrame)
{
    m_context.counters.messageCame(message.payload.size());
    Result<xsockets::Message> read = readAny(message);
    if (!read) {
        recordReceived(m_context, session, lastFrame, message.fragment);
        refuse(session, read.error());
        return;
    }
    xsockets::Message& came = read.value();
    if (came.controller.isEmpty()) {
        came.controller = xsocketsStateOf(session).conversation.defaultController();
    }
    const MessageId id = idFor(came);
    recordReceived(m_context, session, lastFrame, message.fragment, {id});
    said(session, came, id);
}

/// What the script of a controller is called with goes to nobody by itself.
MessageId XSocketsDialect::idFor(const xsockets::Message& said) const
{
    return xsockets::verbOf(said.topic) == Verb::Publish && !m_controllers.isScripts(said.controller)
               ? m_context.dispatcher.nextMessage()
               : MessageId();
}

void XSocketsDialect::said(Session& session, xsockets::Message& message, MessageId id)
{
    XSocketsState& state = xsocketsStateOf(session);
    if (message.controller.isEmpty()) {
        message.controller = state.conversation.defaultController();
    }
    const Verb verb = xsockets::verbOf(message.topic);
    const Incoming incoming{session, state, message, id.isNull() ? idFor(message) : id};
    const Result<bool> waits = opensController(verb) ? m_controllers.hold(session, message) : false;
    if (!waits) {
        answerWithFault(incoming, waits.error());
    } else if (*waits) {
        return;
    } else if (open(incoming, verb)) {
        handle(incoming, verb);
    }
    if (message.acknowledged && message.id != 0 && verb != Verb::Acknowledge) { // or it would be sent again
        reply(m_context, session, xsockets::acknowledgementText(message.controller, message.id));
    }
    m_subscriptions.tellHub(session); // once, whatever has changed
}

/// What was held back is said now, in order. A client that may not open it is told so, and is closed.
void XSocketsDialect::admitted(Session& session, const worker_task::ControllerAdmitted& answer)
{
    if (!session.connection().isOpen()) {
        return;
    }
    if (answer.refusal) {
        const bool isRefused = answer.refusal->code == "service.not_authorized";
        const Verb verb = isRefused ? Verb::AuthenticationFailed : Verb::Error;
        ++m_context.counters.messagesRefused;
        reply(
            m_context, session,
            xsockets::messageText({answer.controller, topicOf(verb)}, xsockets::faultData(*answer.refusal)));
        session.close(isRefused ? websocket::close_code::policyViolation
                                : websocket::close_code::internalError,
                      answer.refusal->code, EndReason::PolicyViolation);
        return;
    }
    for (xsockets::Message& message : m_controllers.admit(session, answer.controller)) {
        said(session, message);
    }
    session.connection().flush();
}

void XSocketsDialect::setProperty(Session& session, const worker_task::SetProperty& property)
{
    XSocketsState& state = xsocketsStateOf(session);
    const xsockets::PropertyKey key{property.controller, property.name};
    if (state.properties.set(key.first, key.second, property.value)) {
        m_questions.tell(xsockets_question::SetProperty{state.persistentId, key, property.value});
    }
}

/// Or what we sent to it would be sent again and again.
bool XSocketsDialect::isForMuted(const websocket::AssembledMessage& message) const
{
    const Result<xsockets::Message> read = readAny(message);
    return read && xsockets::verbOf(read->topic) == Verb::Acknowledge;
}

void XSocketsDialect::ended(Session& session, const transport::ConnectionEnd& /*end*/)
{
    m_subscriptions.ended(session);
    m_controllers.ended(session);
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
        if (m_controllers.isScripts(incoming.message.controller)) {
            m_controllers.called(incoming.session, incoming.message);
        } else {
            publish(incoming);
        }
        return;
    case Verb::Open:
    case Verb::Pong:
    case Verb::Error: // what went wrong over there is shown, and nobody's to answer
        return;
    case Verb::Acknowledge:
        m_delivery.acknowledged(incoming.session, incoming.message.id);
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
        store(incoming, verb);
        return;
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

/// False: it cannot be opened, as the client has been told.
bool XSocketsDialect::open(const Incoming& incoming, Verb verb)
{
    if (!opensController(verb)) {
        return true;
    }
    const auto opened = incoming.state.conversation.open(incoming.message.controller);
    if (!opened) {
        answerWithFault(incoming, opened.error());
        return false;
    }
    if (*opened == xsockets::Conversation::Opening::IsNew) {
        incoming.state.hasChanged = true;
        tellOpened(incoming);
        m_subscriptions.resume(incoming.session, incoming.message.controller);
    } else if (verb == Verb::Open) { // once more: nothing grows, and whoever asks hears that it is open
        tellOpened(incoming);
    }
    if (m_controllers.isNews(incoming.session, incoming.message.controller)) {
        m_subscriptions.tellHub(incoming.session); // which sends what the script has for it
        m_controllers.opened(incoming.session, incoming.message.controller);
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
    m_subscriptions.close(incoming.session, incoming.message.controller);
    m_controllers.closed(incoming.session, incoming.message.controller);
    answer(incoming, topicOf(Verb::Close), "null");
}

void XSocketsDialect::subscribe(const Incoming& incoming)
{
    const auto request = xsockets::readSubscriptionRequest(incoming.message.data);
    if (!request) {
        answerWithFault(incoming, fault(Fault::BadRequest, QStringLiteral("5 is {\"T\":…,\"A\":…}")));
        return;
    }
    if (const auto subscribed =
            m_subscriptions.subscribe(incoming.session, incoming.message.controller, request->topic);
        !subscribed) {
        answerWithFault(incoming, subscribed.error());
        return;
    }
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
    m_subscriptions.unsubscribe(incoming.session, incoming.message.controller, request->topic);
    if (request->confirm) {
        answer(incoming, "__" + request->topic, xsockets::confirmationData(request->topic));
    }
}

void XSocketsDialect::setProperty(const Incoming& incoming)
{
    const xsockets::Message& message = incoming.message;
    const QByteArray name = xsockets::propertyName(message.topic);
    if (const auto set = incoming.state.properties.set(message.controller, name, message.data); !set) {
        answerWithFault(incoming, set.error());
        return;
    }
    m_questions.tell(xsockets_question::SetProperty{
        incoming.state.persistentId, {message.controller, name}, message.data});
    m_controllers.propertySet(incoming.session, message.controller, name, message.data);
}

void XSocketsDialect::getProperty(const Incoming& incoming)
{
    const xsockets::Message& message = incoming.message;
    answer(incoming, message.topic,
           incoming.state.properties.get(message.controller, xsockets::propertyName(message.topic)));
}

/// The answer names the key in its topic: "s2:color".
void XSocketsDialect::store(const Incoming& incoming, Verb verb)
{
    const auto request = xsockets::readStorageRequest(incoming.message.data);
    const bool isClear = verb == Verb::StorageClear && (!request || request->key.isEmpty());
    if (!isClear && (!request || request->key.isEmpty())) {
        answerWithFault(incoming, fault(Fault::BadRequest, QString::fromLatin1(topicOf(verb)) +
                                                               QStringLiteral(" is {\"K\":…,\"V\":…}")));
        return;
    }
    const QByteArray key = isClear ? QByteArray() : request->key;
    const QByteArray topic = isClear ? topicOf(verb) : topicOf(verb) + ':' + key;
    m_questions.ask(
        storageQuestion(verb, incoming.state.persistentId, key, isClear ? QByteArray() : request->value),
        [this, client = incoming.session.id(), controller = incoming.message.controller, topic,
         key](const XSocketsAnswer& answer) {
            if (Session* const session = m_clients.find(client)) {
                tellStored(*session, {controller, topic}, key, answer);
            }
        });
}

void XSocketsDialect::tellStored(Session& session, const xsockets::Address& address, const QByteArray& key,
                                 const XSocketsAnswer& answer)
{
    if (const auto* const error = std::get_if<Error>(&answer)) {
        ++m_context.counters.messagesRefused;
        reply(m_context, session,
              xsockets::messageText({address.controller, topicOf(Verb::Error)}, xsockets::faultData(*error)));
    } else {
        const QByteArray data = key.isEmpty() ? QByteArrayLiteral("null")
                                              : xsockets::storageData(key, std::get<QByteArray>(answer));
        reply(m_context, session, xsockets::messageText(address, data));
    }
    session.connection().flush();
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
    bool& isSequenced = incoming.state.isSequenced;
    isSequenced = isSequenced || incoming.message.acknowledged || incoming.message.retained;
    if (isSequenced) {
        m_context.mailboxes.hub.post(
            hub_task::Sequence{m_context.index, incoming.session.id(), std::move(message)});
    } else {
        m_context.dispatcher.dispatch(std::move(message));
    }
}

void XSocketsDialect::groupLeft(Session& session, const GroupName& group)
{
    XSocketsState& state = xsocketsStateOf(session);
    state.conversation.leave(group);
    session.setSubscriptions(linkSubscriptions(state.conversation));
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
