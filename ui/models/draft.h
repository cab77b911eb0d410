// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/recipient.h"
#include "server/core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QMap>
#include <QtCore/QObject>
#include <QtCore/QString>

namespace signalbox::ui {

inline namespace message_kinds {
Q_NAMESPACE
/// How the text of a message goes out.
enum class MessageKind {
    String,    ///< in an envelope, as a JSON string, whatever it holds
    Value,     ///< in an envelope, as the JSON value that it is
    RawText,   ///< alone, in a text frame
    RawBinary, ///< alone, in a binary frame: the text is hexadecimal, or a file stands in its place
    Envelope,  ///< the text is the whole envelope
};
Q_ENUM_NS(MessageKind)
} // namespace message_kinds

[[nodiscard]] constexpr bool isRaw(MessageKind kind)
{
    return kind == MessageKind::RawText || kind == MessageKind::RawBinary;
}

/// A message that is being written. All texts are UTF-8.
struct Draft {
    QByteArray action;
    QByteArray message;
    MessageKind kind = MessageKind::String;
    QByteArray user;  ///< empty: none
    QByteArray group; ///< empty: none
    Recipients recipients;
    QMap<QString, QString> values{}; ///< of its own variables
    QString file{};                  ///< RawBinary: whose bytes go out; empty: those that the text writes
    QByteArray fileBytes{};
};

/// The envelope (PRODUCT section 3) of a draft, keys in the order of the documentation.
[[nodiscard]] QByteArray envelopeOf(const Draft& draft);
/// `utf8` as a JSON string with its quotes.
[[nodiscard]] QByteArray jsonString(QByteArrayView utf8);
/// The recipients of an envelope that was written by hand, for the preview; the error says what is wrong with
/// it.
[[nodiscard]] Result<Recipients> recipientsOf(QByteArrayView envelope);

} // namespace signalbox::ui
