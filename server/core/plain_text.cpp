// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/plain_text.h"

#include <QtCore/QStringConverter>

#include <algorithm>

namespace signalbox {

namespace {

bool isDangerous(char16_t character)
{
    if (character < 0x7F) { // nearly every one
        return character < 0x20;
    }
    return character < 0xA0 || character == 0x2028 || character == 0x2029 || character == 0x061C ||
           (character >= 0x200B && character <= 0x200F) || (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069) || character == 0xFEFF;
}

enum class Backslash { Doubled, Kept };

/// How many characters at the front of `text` stay as they are.
qsizetype plainLength(QStringView text, Backslash backslash)
{
    const auto end = std::find_if(text.begin(), text.end(), [backslash](QChar character) {
        return isDangerous(character.unicode()) || (character == u'\\' && backslash == Backslash::Doubled);
    });
    return end - text.begin();
}

/// Text in which nothing is escaped is not copied character by character: most is such.
QString escaped(QStringView text, Backslash backslash)
{
    qsizetype plain = plainLength(text, backslash);
    QString safe = text.first(plain).toString();
    while (plain < text.size()) {
        const QChar character = text[plain];
        safe += character == u'\\' ? QStringLiteral("\\\\")
                                   : QStringLiteral("\\u{%1}").arg(character.unicode(), 0, 16);
        text = text.sliced(plain + 1);
        plain = plainLength(text, backslash);
        safe += text.first(plain);
    }
    return safe;
}

/// Whether it is ASCII that stays as it is.
bool isPlainAscii(QByteArrayView utf8)
{
    return std::all_of(utf8.begin(), utf8.end(),
                       [](char byte) { return byte >= 0x20 && byte < 0x7F && byte != '\\'; });
}

} // namespace

QString quoted(QByteArrayView utf8)
{
    QString text = printable(utf8);
    if (text.contains(u'"')) {
        text.replace(u'"', QStringLiteral("\\\""));
    }
    QString whole;
    whole.reserve(text.size() + 2);
    whole += u'"';
    whole += text;
    whole += u'"';
    return whole;
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
    if (isPlainAscii(utf8)) {
        return QString::fromLatin1(utf8);
    }
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
