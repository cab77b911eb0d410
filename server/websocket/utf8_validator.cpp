// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/utf8_validator.h"

#include <simdjson.h>

#include <algorithm>

namespace signalbox::websocket {

namespace {

constexpr bool isContinuation(char byte)
{
    return (static_cast<quint8>(byte) & 0xC0) == 0x80;
}

/// Where the last character of `text` begins; it may be cut. Looks at no more than four bytes.
qsizetype lastCharacter(QByteArrayView text)
{
    qsizetype start = text.size();
    const qsizetype earliest = std::max<qsizetype>(0, text.size() - 4);
    while (start > earliest && isContinuation(text[start - 1])) {
        --start;
    }
    return start > earliest ? start - 1 : start;
}

} // namespace

bool Utf8Validator::append(QByteArrayView piece)
{
    if (!m_valid) {
        return false;
    }
    qsizetype position = 0;
    while (m_missingBytes > 0 && position < piece.size()) { // the rest of a character cut before
        if (!step(static_cast<quint8>(piece[position++]))) {
            return false;
        }
    }
    const QByteArrayView rest = piece.sliced(position);
    const qsizetype bulk = lastCharacter(rest);
    m_valid = isUtf8(rest.first(bulk));
    for (qsizetype i = bulk; m_valid && i < rest.size(); ++i) {
        step(static_cast<quint8>(rest[i]));
    }
    return m_valid;
}

bool Utf8Validator::step(quint8 byte)
{
    if (m_missingBytes == 0) {
        m_valid = begin(byte);
    } else {
        m_valid =
            byte >= m_nextLowest && byte <= m_nextHighest && expect(static_cast<quint8>(m_missingBytes - 1));
    }
    return m_valid;
}

// RFC 3629 §4: the second byte's range is what keeps out overlong forms, surrogates and numbers over
// U+10FFFF.
bool Utf8Validator::begin(quint8 lead)
{
    if (lead < 0x80) {
        return true;
    }
    if (lead < 0xC2) { // a continuation byte, or an overlong form of ASCII
        return false;
    }
    if (lead < 0xE0) {
        return expect(1);
    }
    if (lead < 0xF0) {
        return expect(2, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF);
    }
    return lead <= 0xF4 && expect(3, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF);
}

bool Utf8Validator::expect(quint8 missingBytes, quint8 nextLowest, quint8 nextHighest)
{
    m_missingBytes = missingBytes;
    m_nextLowest = nextLowest;
    m_nextHighest = nextHighest;
    return true;
}

bool isUtf8(QByteArrayView text)
{
    return simdjson::validate_utf8(text.data(), static_cast<size_t>(text.size()));
}

} // namespace signalbox::websocket
