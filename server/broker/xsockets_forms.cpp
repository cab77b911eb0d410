// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/xsockets_forms.h"

#include "server/core/topic_filter.h"
#include "server/message/envelope.h"
#include "server/message/json_text.h"
#include "server/websocket/frame_encoder.h"
#include "server/xsockets/fault.h"
#include "server/xsockets/topics.h"

namespace signalbox::broker {

namespace {

constexpr char separator = '\n'; ///< which no name has in it

using message::jsonString;

QByteArray envelopeOf(const link::ClientInfo& sender, const xsockets::Message& message,
                      const QByteArray& group)
{
    QByteArray envelope = "{\"action\":" + jsonString(QByteArrayView(message.topic)) +
                          ",\"message\":" + xsockets::dataAsEnvelopeMessage(message.data) +
                          ",\"groupId\":" + jsonString(QByteArrayView(group));
    if (!sender.user.isEmpty()) {
        envelope += ",\"userId\":" + jsonString(QByteArrayView(sender.user.bytes()));
    }
    return envelope + '}';
}

QByteArray dataOf(const RoutedMessage& message)
{
    if (message.xsockets) {
        return message.xsockets->data;
    }
    message::Envelope envelope;
    envelope.bytes = QByteArray::fromRawData(message.payloadBytes().data(), message.payloadBytes().size());
    return xsockets::dataOfEnvelopeMessage(messageJson(envelope));
}

} // namespace

Result<RoutedMessage> routeXSockets(const link::ClientInfo& sender, const xsockets::Message& message)
{
    const QByteArray group = xsockets::groupOf(message.controller, message.topic);
    if (nameFault(group) || isTopicFilter(message.topic) || hasMisplacedWildcard(message.topic)) {
        return xsockets::fault(
            xsockets::Fault::BadTopic,
            QStringLiteral("A topic to publish has 1 to %1 bytes of UTF-8, its controller's name and a slash "
                           "included, no control characters and no wildcards.")
                .arg(maxNameBytes));
    }
    RoutedMessage routed;
    routed.recipients = {{RecipientType::Group, group}, {RecipientType::Client, sender.client.text()}};
    EncodedMessage encoded = encodedMessage(websocket::Opcode::Text, envelopeOf(sender, message, group));
    routed.frame = std::move(encoded.frame);
    routed.header = encoded.header;
    routed.xsockets = std::make_shared<const xsockets::Message>(message);
    return routed;
}

xsockets::Address xsocketsAddress(const link::ClientInfo& client, const xsockets::Conversation& conversation,
                                  const RoutedMessage& message)
{
    for (const Recipient& recipient : message.recipients) {
        if (recipient.type != RecipientType::Group) {
            continue;
        }
        if (client.groups.contains(GroupName::trusted(recipient.value))) {
            return conversation.addressFor(recipient.value);
        }
        if (const auto address = conversation.addressByFilter(recipient.value)) {
            return *address;
        }
    }
    if (message.xsockets) { // it is the sender's own
        return {message.xsockets->controller, message.xsockets->topic};
    }
    const QByteArray action =
        message.form == MessageForm::Verbatim ? QByteArray() : message::actionOf(message.payloadBytes());
    return {xsockets::genericController.toByteArray(), action};
}

QByteArray xsocketsForm(const xsockets::Address& address)
{
    return address.controller + separator + address.topic;
}

std::optional<EncodedMessage> encodeXSockets(const RoutedMessage& message, QByteArrayView form)
{
    if (message.form == MessageForm::Verbatim) {
        return std::nullopt;
    }
    const qsizetype end = form.indexOf(separator);
    const xsockets::Address address{form.first(end).toByteArray(), form.sliced(end + 1).toByteArray()};
    return encodedMessage(websocket::Opcode::Text, xsockets::messageText(address, dataOf(message)));
}

QList<link::Subscription> linkSubscriptions(const xsockets::Conversation& conversation)
{
    QList<link::Subscription> all;
    for (const xsockets::Subscription& subscription : conversation.subscriptions()) {
        all.append({subscription.controller, subscription.topic, subscription.group});
    }
    return all;
}

} // namespace signalbox::broker
