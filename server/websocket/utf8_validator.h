// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QtGlobal>

namespace signalbox::websocket {

/// Checks UTF-8 that comes in pieces: RFC 3629, that is no surrogates, no overlong forms, nothing over
/// U+10FFFF (RFC 6455 §8.1). A piece may end inside a character; what can no longer become one is refused at
/// once. A value, a few bytes. simdjson checks the bulk of a piece, a small automaton the characters cut at
/// its ends.
class Utf8Validator final {
public:
    /// Whether everything so far is the beginning of valid UTF-8. Once false, always false. After a whole
    /// text it may go on with the next one.
    [[nodiscard]] bool append(QByteArrayView piece);
    /// Whether it also ends with a whole character.
    [[nodiscard]] bool isComplete() const { return m_valid && m_missingBytes == 0; }

private:
    bool step(quint8 byte);
    bool begin(quint8 lead);
    bool expect(quint8 missingBytes, quint8 nextLowest = 0x80, quint8 nextHighest = 0xBF);

    bool m_valid = true;
    quint8 m_missingBytes = 0;  ///< of the character that has begun
    quint8 m_nextLowest = 0x80; ///< what its next byte may be
    quint8 m_nextHighest = 0xBF;
};

/// Whether `text` is valid, whole UTF-8.
[[nodiscard]] bool isUtf8(QByteArrayView text);

} // namespace signalbox::websocket
