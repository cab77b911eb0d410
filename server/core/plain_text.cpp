// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/plain_text.h"

namespace signalbox {

namespace {

bool isDangerous(char16_t character)
{
    return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x2028 ||
           character == 0x2029 || character == 0x061C || (character >= 0x200E && character <= 0x200F) ||
           (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
}

} // namespace

QString printable(QStringView text)
{
    QString safe;
    safe.reserve(text.size());
    for (const QChar character : text) {
        if (character == u'\\') {
            safe += QStringLiteral("\\\\");
        } else if (isDangerous(character.unicode())) {
            safe += QStringLiteral("\\u{%1}").arg(character.unicode(), 0, 16);
        } else {
            safe += character;
        }
    }
    return safe;
}

QString printable(QByteArrayView utf8)
{
    return printable(QString::fromUtf8(utf8));
}

QString printable(QByteArrayView utf8, qsizetype maxCharacters)
{
    const QString safe = printable(utf8);
    if (safe.size() <= maxCharacters) {
        return safe;
    }
    const qsizetype half = (maxCharacters - 1) / 2;
    return safe.first(half) + u'\u2026' + safe.last(maxCharacters - 1 - half);
}

} // namespace signalbox
