// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/plain_text.h"

#include <QtCore/QStringConverter>

namespace signalbox {

namespace {

bool isDangerous(char16_t character)
{
    return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x2028 ||
           character == 0x2029 || character == 0x061C || (character >= 0x200B && character <= 0x200F) ||
           (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069) ||
           character == 0xFEFF;
}

enum class Backslash { Doubled, Kept };

QString escaped(QStringView text, Backslash backslash)
{
    QString safe;
    safe.reserve(text.size());
    for (const QChar character : text) {
        if (character == u'\\' && backslash == Backslash::Doubled) {
            safe += QStringLiteral("\\\\");
        } else if (isDangerous(character.unicode())) {
            safe += QStringLiteral("\\u{%1}").arg(character.unicode(), 0, 16);
        } else {
            safe += character;
        }
    }
    return safe;
}

} // namespace

QString quoted(QByteArrayView utf8)
{
    return u'"' + printable(utf8).replace(u'"', QStringLiteral("\\\"")) + u'"';
}

QString printable(QStringView text)
{
    return escaped(text, Backslash::Doubled);
}

QString printableLine(QStringView line)
{
    return escaped(line, Backslash::Kept);
}

QString printable(QByteArrayView utf8)
{
    // QString::fromUtf8() would take a byte order mark away.
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::ConvertInitialBom | QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(utf8);
    return printable(text);
}

QString printable(QByteArrayView utf8, qsizetype maxCharacters)
{
    const QString safe = printable(utf8);
    if (safe.size() <= maxCharacters) {
        return safe;
    }
    if (maxCharacters <= 0) {
        return {};
    }
    qsizetype head = (maxCharacters - 1) / 2;
    qsizetype tail = maxCharacters - 1 - head;
    if (head > 0 && safe[head - 1].isHighSurrogate()) { // half a pair is no character
        --head;
    }
    if (tail > 0 && safe[safe.size() - tail].isLowSurrogate()) {
        --tail;
    }
    return safe.first(head) + u'\u2026' + safe.last(tail);
}

} // namespace signalbox
