// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/message/json_place.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QList>

#include <optional>
#include <variant>

namespace signalbox::message {

enum class JsonKind { Null, Boolean, Number, String, Array, Object };

/// Any JSON value as it stands in its text, for formats that pass parts of a text on byte for byte.
struct JsonValue {
    QByteArray text; ///< without blanks around it

    [[nodiscard]] JsonKind kind() const;
    /// Of a string: unescaped, in UTF-8.
    [[nodiscard]] QByteArray string() const;
    /// Of an array.
    [[nodiscard]] QList<JsonValue> elements() const;
};

/// The members of an object, in order. Keys are unescaped and exact.
class JsonObject final {
public:
    /// `acceptedText` is an object in a text that was found to be JSON.
    explicit JsonObject(QByteArrayView acceptedText);

    /// Nothing when there is no such key.
    [[nodiscard]] std::optional<JsonValue> value(QByteArrayView key) const;
    [[nodiscard]] bool hasRepeatedKey() const;
    [[nodiscard]] qsizetype size() const { return m_members.size(); }

private:
    struct Member {
        QByteArray key;
        JsonValue value;
    };
    QList<Member> m_members;
};

enum class JsonObjectFault { NotJson, NotObject, RepeatedKey, TooDeep, LoneSurrogate };

struct JsonObjectError {
    JsonObjectFault fault = JsonObjectFault::NotJson;
    JsonPlace place; ///< NotJson
};

/// Reads a text that is one JSON object: strict UTF-8, at most 64 containers within each other.
[[nodiscard]] std::variant<JsonObject, JsonObjectError> readJsonObject(QByteArrayView text);

} // namespace signalbox::message
