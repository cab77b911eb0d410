// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/message_reader.h"

#include "server/message/json_object.h"
#include "server/xsockets/fault.h"
#include "server/xsockets/fields.h"

#include <limits>

namespace signalbox::xsockets {

namespace {

using message::JsonKind;
using message::JsonObject;
using message::JsonValue;

Error notAMessage(const char16_t* what)
{
    return fault(Fault::NotAMessage, QString::fromUtf16(what));
}

/// "5" of 5, too: hand-written pages send reserved topics as numbers.
std::optional<QByteArray> textOf(const JsonValue& value)
{
    if (value.kind() == JsonKind::String) {
        return value.string();
    }
    return value.kind() == JsonKind::Number ? std::optional(value.text) : std::nullopt;
}

/// Nothing: it is no whole number up to `most`.
std::optional<quint16> numberOf(const std::optional<JsonValue>& value, quint16 most)
{
    if (!value) {
        return quint16(0);
    }
    bool isNumber = false;
    const uint number = value->text.toUInt(&isNumber);
    return isNumber && number <= most ? std::optional(static_cast<quint16>(number)) : std::nullopt;
}

Result<void> readDelivery(const JsonObject& object, Message& read)
{
    const auto id = numberOf(field(object, 'I'), std::numeric_limits<quint16>::max());
    if (!id) {
        return notAMessage(u"I is an id from 1 to 65535");
    }
    const auto quality = numberOf(field(object, 'Q'), 2);
    if (!quality) {
        return notAMessage(u"Q is 0, 1 or 2");
    }
    const auto retained = field(object, 'R');
    if (retained && retained->kind() != JsonKind::Boolean) {
        return notAMessage(u"R is true or false");
    }
    read.id = *id;
    read.acknowledged = *quality > 0;
    read.retained = retained && retained->text == "true";
    return {};
}

} // namespace

Result<Message> readMessage(QByteArrayView text)
{
    const auto parsed = message::readJsonObject(text);
    const auto* const object = std::get_if<JsonObject>(&parsed);
    if (object == nullptr) {
        return notAMessage(u"it is no JSON object of keys that are named once, 64 deep at most");
    }
    if (hasFieldTwice(*object)) {
        return notAMessage(u"a key is there in both cases");
    }
    const auto topic = field(*object, 'T');
    const auto topicText = topic ? textOf(*topic) : std::nullopt;
    if (!topicText || topicText->isEmpty()) {
        return notAMessage(u"T is the name of a topic");
    }
    const auto controller = field(*object, 'C');
    if (controller && controller->kind() != JsonKind::String) {
        return notAMessage(u"C is the name of a controller");
    }
    Message read;
    read.topic = *topicText;
    if (controller) {
        read.controller = controller->string().toLower();
    }
    if (const auto data = field(*object, 'D')) {
        read.data = dataOfEnvelopeMessage(data->text);
    }
    if (const Result<void> delivery = readDelivery(*object, read); !delivery) {
        return delivery.error();
    }
    return read;
}

} // namespace signalbox::xsockets
