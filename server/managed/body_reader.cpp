// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/managed/body_reader.h"

#include "server/core/name.h"

namespace signalbox::managed {

using message::JsonKind;
using message::JsonObject;
using message::JsonObjectError;
using message::JsonObjectFault;
using message::JsonValue;

namespace {

http::HttpError bodyError(const JsonObjectError& error)
{
    switch (error.fault) {
    case JsonObjectFault::NotJson:
        return managedError(ManagedFault::NotJson, {},
                            QStringLiteral("what stands at line %1, column %2 does not belong there")
                                .arg(error.place.line)
                                .arg(error.place.column));
    case JsonObjectFault::LoneSurrogate:
        return managedError(ManagedFault::NotJson, {},
                            QStringLiteral("a \\u escape holds half of a surrogate pair"));
    case JsonObjectFault::NotObject:
        return managedError(ManagedFault::NotObject);
    case JsonObjectFault::RepeatedKey:
        return managedError(ManagedFault::RepeatedKey);
    case JsonObjectFault::TooDeep:
        return managedError(ManagedFault::TooDeep);
    }
    Q_UNREACHABLE();
}

} // namespace

BodyReader::BodyReader(QByteArrayView body)
    : m_root("{}")
{
    auto read = message::readJsonObject(body);
    if (const auto* const error = std::get_if<JsonObjectError>(&read)) {
        m_error = bodyError(*error);
    } else {
        m_root = std::get<JsonObject>(std::move(read));
    }
}

void BodyReader::fail(ManagedFault fault, const QByteArray& property, const QString& detail)
{
    if (!m_error) {
        m_error = managedError(fault, property, detail);
    }
}

std::optional<JsonValue> BodyReader::required(const JsonObject& object, QByteArrayView key,
                                              const QByteArray& property)
{
    const std::optional<JsonValue> value = object.value(key);
    if (!value || value->kind() == JsonKind::Null) {
        fail(ManagedFault::Missing, property);
        return std::nullopt;
    }
    return value;
}

std::optional<JsonObject> BodyReader::requiredObject(const JsonObject& object, QByteArrayView key,
                                                     const QByteArray& property)
{
    const std::optional<JsonValue> value = required(object, key, property);
    if (!value) {
        return std::nullopt;
    }
    if (value->kind() != JsonKind::Object) {
        fail(ManagedFault::WrongType, property, QStringLiteral("an object"));
        return std::nullopt;
    }
    JsonObject inner(value->text);
    if (inner.hasRepeatedKey()) {
        fail(ManagedFault::RepeatedKey, property);
    }
    return inner;
}

QList<QByteArray> BodyReader::names(const JsonValue& value, const QByteArray& property, qsizetype maxNames,
                                    const QString& limit)
{
    if (value.kind() == JsonKind::Null) {
        return {};
    }
    if (value.kind() != JsonKind::Array) {
        fail(ManagedFault::WrongType, property, QStringLiteral("a list of texts, or null"));
        return {};
    }
    QList<QByteArray> names;
    for (const JsonValue& element : value.elements()) {
        const std::optional<QByteArray> text = name(element, property);
        if (text && !names.contains(*text)) {
            names.append(*text);
        }
        if (names.size() > maxNames) {
            fail(ManagedFault::TooMany, property, limit);
            return {};
        }
    }
    return names;
}

std::optional<QByteArray> BodyReader::name(const JsonValue& value, const QByteArray& property)
{
    QByteArray text;
    if (value.kind() == JsonKind::String) {
        text = value.string();
    } else if (value.kind() == JsonKind::Number) {
        text = value.text;
    } else {
        fail(ManagedFault::WrongType, property, QStringLiteral("a list of texts, or null"));
        return std::nullopt;
    }
    if (nameFault(text)) {
        fail(ManagedFault::BadName, property);
        return std::nullopt;
    }
    return text;
}

} // namespace signalbox::managed
