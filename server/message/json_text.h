// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QStringView>

#include <optional>

namespace signalbox::message {

/// Appends `utf8` as a JSON string, quotes included. Invalid UTF-8 becomes U+FFFD.
void appendJsonString(QByteArray& out, QByteArrayView utf8);
void appendJsonString(QByteArray& out, QStringView text);
[[nodiscard]] QByteArray jsonString(QByteArrayView utf8);
[[nodiscard]] QByteArray jsonString(QStringView text);

/// The text that the inside of a JSON string (between the quotes) stands for, in UTF-8. `content` must be
/// part of a text that JsonReader accepted.
[[nodiscard]] QByteArray unescapedJsonString(QByteArrayView content);

/// Whether it is one JSON text (RFC 8259), nested 64 deep at most.
[[nodiscard]] bool isJson(QByteArrayView text);

/// The UTF-16 unit that the four hexadecimal digits at the front of `digits` write.
[[nodiscard]] std::optional<char16_t> hexadecimalUnit(QByteArrayView digits);

} // namespace signalbox::message
