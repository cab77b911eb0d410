// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/message.h"

#include "server/message/json_object.h"
#include "server/message/json_text.h"

namespace signalbox::xsockets {

QByteArray messageText(const Address& address, QByteArrayView dataJson)
{
    QByteArray text = "{\"C\":";
    text.reserve(address.controller.size() + address.topic.size() + dataJson.size() + 64);
    message::appendJsonString(text, QByteArrayView(address.controller));
    text += ",\"T\":";
    message::appendJsonString(text, QByteArrayView(address.topic));
    text += ",\"D\":";
    message::appendJsonString(text, dataJson);
    if (address.id != 0) {
        text += ",\"I\":" + QByteArray::number(address.id) + ",\"Q\":1";
    }
    text += '}';
    return text;
}

QByteArray dataAsEnvelopeMessage(const QByteArray& dataJson)
{
    return dataJson.startsWith('"') ? dataJson : message::jsonString(QByteArrayView(dataJson));
}

QByteArray dataOfEnvelopeMessage(const QByteArray& messageJson)
{
    if (!messageJson.startsWith('"')) {
        return messageJson;
    }
    QByteArray held = message::JsonValue{messageJson}.string();
    return message::isJson(held) ? held : messageJson;
}

} // namespace signalbox::xsockets
