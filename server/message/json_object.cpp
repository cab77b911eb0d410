// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/json_object.h"

#include "server/message/json_reader.h"
#include "server/message/json_scanner.h"
#include "server/message/json_text.h"

#include <algorithm>

namespace signalbox::message {

namespace {

constexpr int maxObjectDepth = 64;

JsonObjectFault objectFault(JsonFault fault)
{
    switch (fault) {
    case JsonFault::TooDeep:
        return JsonObjectFault::TooDeep;
    case JsonFault::LoneSurrogate:
        return JsonObjectFault::LoneSurrogate;
    case JsonFault::NotJson:
    case JsonFault::None:
        break;
    }
    return JsonObjectFault::NotJson;
}

} // namespace

JsonKind JsonValue::kind() const
{
    switch (text.front()) {
    case '"':
        return JsonKind::String;
    case '{':
        return JsonKind::Object;
    case '[':
        return JsonKind::Array;
    case 't':
    case 'f':
        return JsonKind::Boolean;
    case 'n':
        return JsonKind::Null;
    default:
        return JsonKind::Number;
    }
}

QByteArray JsonValue::string() const
{
    return unescapedJsonString(QByteArrayView(text).sliced(1, text.size() - 2));
}

QList<JsonValue> JsonValue::elements() const
{
    QList<JsonValue> all;
    JsonScanner scanner(text);
    scanner.enter();
    while (scanner.nextElement()) {
        all.append({scanner.takeValue().toByteArray()});
    }
    return all;
}

JsonObject::JsonObject(QByteArrayView acceptedText)
{
    JsonScanner scanner(acceptedText);
    scanner.enter();
    while (const auto key = scanner.nextKey()) {
        const QByteArrayView value = scanner.takeValue();
        m_members.append({unescapedJsonString(*key), {value.toByteArray()}});
    }
}

std::optional<JsonValue> JsonObject::value(QByteArrayView key) const
{
    const auto found = std::ranges::find(m_members, key, &Member::key);
    return found == m_members.end() ? std::nullopt : std::optional(found->value);
}

bool JsonObject::hasRepeatedKey() const
{
    QList<QByteArray> keys;
    std::ranges::transform(m_members, std::back_inserter(keys), &Member::key);
    std::ranges::sort(keys);
    return std::ranges::adjacent_find(keys) != keys.end();
}

std::variant<JsonObject, JsonObjectError> readJsonObject(QByteArrayView text)
{
    JsonReader reader(maxObjectDepth);
    if (const JsonFault fault = reader.parse(text); fault != JsonFault::None) {
        return JsonObjectError{objectFault(fault), findJsonFault(text)};
    }
    if (!reader.root().is_object()) {
        return JsonObjectError{JsonObjectFault::NotObject, {}};
    }
    JsonObject object(text);
    if (object.hasRepeatedKey()) {
        return JsonObjectError{JsonObjectFault::RepeatedKey, {}};
    }
    return object;
}

} // namespace signalbox::message
