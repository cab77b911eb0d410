// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/xsockets_forms.h"

#include "server/core/topic_filter.h"
#include "server/message/envelope.h"
#include "server/message/json_text.h"
#include "server/websocket/frame_encoder.h"
#include "server/xsockets/fault.h"
#include "server/xsockets/message_writer.h"
#include "server/xsockets/topics.h"

#include <algorithm>
#include <utility>

namespace signalbox::broker {

namespace {

using message::jsonString;

/// The data of a binary message, and the blob in base64.
QByteArray blobMembers(const xsockets::Message& message)
{
    return ",\"message\":\"" + message.blob->toBase64() + "\",\"metadata\":" + message.data;
}

QByteArray envelopeOf(const link::ClientInfo& sender, const xsockets::Message& message,
                      const QByteArray& group)
{
    QByteArray envelope = "{\"action\":" + jsonString(QByteArrayView(message.topic)) +
                          (message.blob ? blobMembers(message)
                                        : ",\"message\":" + xsockets::dataAsEnvelopeMessage(message.data)) +
                          ",\"groupId\":" + jsonString(QByteArrayView(group));
    if (!sender.user.isEmpty()) {
        envelope += ",\"userId\":" + jsonString(QByteArrayView(sender.user.bytes()));
    }
    return envelope + '}';
}

/// What an envelope says to clients of this dialect.
xsockets::Message messageOf(const RoutedMessage& message)
{
    xsockets::Message said;
    if (message.form == MessageForm::BinaryEnvelope) {
        said.blob = QByteArray::fromBase64(message::messageText(message.payloadBytes()));
        return said;
    }
    said.data = xsockets::dataOfEnvelopeMessage(message::messageJson(message.payloadBytes()));
    return said;
}

bool isGroup(const RoutedMessage& message, int recipient)
{
    return recipient >= 0 && message.recipients[static_cast<size_t>(recipient)].type == RecipientType::Group;
}

/// What reached the client first may be no group; then a later recipient may be one that it is in.
int groupBehind(const link::ClientInfo& client, const RoutedMessage& message, int recipient)
{
    const int count = static_cast<int>(message.recipients.size());
    for (int i = std::max(recipient, 0); i < count; ++i) {
        if (isGroup(message, i) &&
            client.groups.contains(GroupName::trusted(message.recipients[static_cast<size_t>(i)].value))) {
            return i;
        }
    }
    return count;
}

RoutedMessage routedMessage(const link::ClientInfo& sender, const xsockets::Message& message,
                            Recipients recipients)
{
    RoutedMessage routed;
    routed.recipients = std::move(recipients);
    EncodedMessage encoded =
        encodedMessage(websocket::Opcode::Text,
                       envelopeOf(sender, message, xsockets::groupOf(message.controller, message.topic)));
    routed.frame = std::move(encoded.frame);
    routed.header = encoded.header;
    routed.form = message.blob ? MessageForm::BinaryEnvelope : MessageForm::Envelope;
    routed.xsockets = std::make_shared<const xsockets::Message>(message);
    return routed;
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
    return routedMessage(sender, message,
                         {{RecipientType::Group, group}, {RecipientType::Client, sender.client.text()}});
}

RoutedMessage routeToController(const xsockets::Message& message, Recipients recipients)
{
    return routedMessage({}, message, std::move(recipients));
}

quint32 xsocketsForm(const link::ClientInfo& client, const xsockets::Conversation& conversation,
                     const RoutedMessage& message, int recipient)
{
    const int group = isGroup(message, recipient) ? recipient : groupBehind(client, message, recipient);
    const auto place = static_cast<quint32>(group);
    if (place == message.recipients.size()) {
        return place * 2;
    }
    const bool isGeneric =
        conversation.controllerFor(message.recipients[place].value) == xsockets::genericController;
    return place * 2 + (isGeneric ? 0 : 1);
}

xsockets::Address xsocketsAddress(const RoutedMessage& message, quint32 form)
{
    const QByteArray generic = xsockets::genericController.toByteArray();
    const size_t place = form / 2;
    if (place < message.recipients.size()) {
        const QByteArray& group = message.recipients[place].value;
        const QByteArray controller = form % 2 == 0 ? generic : group.first(group.indexOf('/'));
        return {controller, xsockets::topicWithin(controller, group)};
    }
    if (message.xsockets) { // it is the sender's own
        return {message.xsockets->controller, message.xsockets->topic};
    }
    return {generic,
            message.form == MessageForm::Verbatim ? QByteArray() : message::actionOf(message.payloadBytes())};
}

std::optional<EncodedMessage> encodeXSockets(const RoutedMessage& message, quint32 form)
{
    if (message.form == MessageForm::Verbatim) {
        return std::nullopt;
    }
    const xsockets::Message said = message.xsockets ? *message.xsockets : messageOf(message);
    return encodedMessage(said.blob ? websocket::Opcode::Binary : websocket::Opcode::Text,
                          xsockets::messagePayload(xsocketsAddress(message, form), said));
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
