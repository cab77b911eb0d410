// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/requests.h"

#include "server/message/json_text.h"
#include "server/xsockets/fields.h"
#include "server/xsockets/message.h"

namespace signalbox::xsockets {

namespace {

using message::JsonKind;
using message::JsonObject;
using message::jsonString;
using message::JsonValue;

std::optional<JsonObject> objectOf(const QByteArray& dataJson)
{
    const auto parsed = message::readJsonObject(dataJson);
    const auto* const object = std::get_if<JsonObject>(&parsed);
    return object != nullptr ? std::optional(*object) : std::nullopt;
}

} // namespace

std::optional<SubscriptionRequest> readSubscriptionRequest(const QByteArray& dataJson)
{
    if (const JsonValue data{dataJson}; data.kind() == JsonKind::String) {
        return SubscriptionRequest{data.string(), false};
    }
    const auto object = objectOf(dataJson);
    const auto topic = object ? field(*object, 'T') : std::nullopt;
    if (!topic || topic->kind() != JsonKind::String) {
        return std::nullopt;
    }
    const auto confirm = field(*object, 'A');
    return SubscriptionRequest{topic->string(), confirm && confirm->text == "true"};
}

std::optional<StorageRequest> readStorageRequest(const QByteArray& dataJson)
{
    const auto object = objectOf(dataJson);
    if (!object) {
        return std::nullopt;
    }
    StorageRequest request;
    if (const auto key = field(*object, 'K')) {
        if (key->kind() != JsonKind::String) {
            return std::nullopt;
        }
        request.key = key->string();
    }
    if (const auto value = field(*object, 'V')) {
        request.value = dataOfEnvelopeMessage(value->text);
    }
    return request;
}

QByteArray openedData(const QByteArray& connectionId, const QByteArray& persistentId,
                      const QByteArray& controller)
{
    return "{\"CI\":" + jsonString(QByteArrayView(connectionId)) +
           ",\"PI\":" + jsonString(QByteArrayView(persistentId)) +
           ",\"C\":" + jsonString(QByteArrayView(controller)) + '}';
}

QByteArray confirmationData(const QByteArray& topic)
{
    return "{\"T\":" + jsonString(QByteArrayView(topic)) + ",\"A\":true}";
}

QByteArray acknowledgementText(const QByteArray& controller, quint16 id)
{
    return "{\"C\":" + jsonString(QByteArrayView(controller)) +
           ",\"T\":\"9\",\"D\":\"null\",\"I\":" + QByteArray::number(id) + '}';
}

QByteArray storageData(const QByteArray& key, const QByteArray& valueJson)
{
    return "{\"K\":" + jsonString(QByteArrayView(key)) + ",\"V\":" + jsonString(QByteArrayView(valueJson)) +
           '}';
}

} // namespace signalbox::xsockets
