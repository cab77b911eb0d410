// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArrayView>

#include <optional>

namespace signalbox::message {

/// Walks over the bytes of a JSON text to tell where keys and values stand, which simdjson's tree does not
/// say. The text must be one that JsonReader accepted: nothing is checked. A value for the stack, one thread.
class JsonScanner final {
public:
    explicit JsonScanner(QByteArrayView acceptedText)
        : m_text(acceptedText)
    {
    }

    /// Goes into the object or array that comes next.
    void enter();
    /// The inside of the next key (between the quotes, escapes as they stand); the scanner then stands before
    /// its value. Nothing at the object's end, which is left then.
    [[nodiscard]] std::optional<QByteArrayView> nextKey();
    /// Whether the array has one more element, which comes next; at its end the array is left.
    [[nodiscard]] bool nextElement();
    /// The next value as it stands, without the blanks around it; the scanner then stands behind it.
    QByteArrayView takeValue();

private:
    void skipBlanksAndCommas();
    void skipString();
    void skipContainer();

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

} // namespace signalbox::message
