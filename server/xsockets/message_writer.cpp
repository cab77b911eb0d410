// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/message_writer.h"

#include "server/xsockets/binary_message.h"

namespace signalbox::xsockets {

namespace {

/// `text` is an object that has members; one more goes behind them.
QByteArray withMember(QByteArrayView text, const QByteArray& member)
{
    QByteArray longer;
    longer.reserve(text.size() + member.size() + 1);
    longer += text.chopped(1);
    longer += ',';
    longer += member;
    longer += '}';
    return longer;
}

} // namespace

QByteArray messagePayload(const Address& address, const Message& message, bool fromStore)
{
    QByteArray text = messageText(address, message.data);
    if (fromStore) {
        text = withMember(text, "\"R\":true");
    }
    return message.blob ? joinBinary({text, *message.blob}) : text;
}

QByteArray withId(QByteArrayView payload, bool isBinary, quint16 id)
{
    const QByteArray member = "\"I\":" + QByteArray::number(id) + ",\"Q\":1";
    if (!isBinary) {
        return withMember(payload, member);
    }
    const auto parts = splitBinary(payload);
    return parts ? joinBinary({withMember(parts->text, member), parts->blob}) : payload.toByteArray();
}

} // namespace signalbox::xsockets
