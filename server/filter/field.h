// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QLatin1String>
#include <QtCore/QStringList>
#include <QtCore/QStringView>

#include <span>

namespace signalbox::filter {

/// What a condition can be about. README has the same list; a test compares the two.
enum class Field : quint8 {
    Number,
    Time,
    Kind,
    Type,
    Direction,
    Opcode,
    Fin,
    Rsv,
    Mask,
    Length,
    Fragment,
    From,
    FromUser,
    FromClient,
    To,
    ToUser,
    ToClient,
    With,
    User,
    Client,
    Claims,
    Sender,
    Group,
    Target,
    Action,
    Message,
    Payload,
    Any,
    Id,
    Recipients,
    Sent,
    Queued,
    Dropped,
    Code,
    Reason,
    End,
    Error,
    Origin,
    Address,
    Path,
    Act,
};

/// What values a field has, and so which operators it takes.
enum class FieldType : quint8 {
    Number,
    Time,
    Flag,      ///< yes or no
    Word,      ///< one of a few words
    Text,      ///< bytes, normally UTF-8; some fields have several at once
    Client,    ///< c3
    MessageId, ///< m18
    Json,      ///< any JSON value; the name may go on: message.price
};

struct FieldInfo {
    Field field;
    FieldType type;
    QLatin1StringView name;
    QLatin1StringView meaning;    ///< in English, for the completion and the manual
    bool needsDeliveries = false; ///< its value grows after the row came
    bool needsPayload = false;    ///< it reads the payload
};

/// All of them, in the order of the manual; the position of a field is its number.
[[nodiscard]] std::span<const FieldInfo> fieldTable();
[[nodiscard]] const FieldInfo& infoOf(Field field);
/// By its name in any case, with "frame." in front or not; null when there is none. For the fields that go on
/// (`message.price`), the part before the first dot or bracket.
[[nodiscard]] const FieldInfo* findField(QStringView name);
[[nodiscard]] QStringList fieldNames();
/// "a number", "one of a few words", …
[[nodiscard]] QString typeName(FieldType type);

} // namespace signalbox::filter
