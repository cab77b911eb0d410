// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/byte_words.h"

#include <QtCore/QByteArray>

#include <cctype>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

bool isPrintable(char byte)
{
    return byte >= 0x20 && byte < 0x7F;
}

/// The letter after the backslash; 0 for bytes that have none.
char escapeLetter(char byte)
{
    switch (byte) {
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    case '"':
    case '\\':
        return byte;
    default:
        return '\0';
    }
}

} // namespace

QChar byteCharacter(char byte)
{
    return isPrintable(byte) ? QChar(QLatin1Char(byte)) : QChar(u'·');
}

QString hexText(QByteArrayView bytes)
{
    return QString::fromLatin1(bytes.toByteArray().toHex(' '));
}

QString escapedText(QByteArrayView bytes)
{
    QByteArray text;
    bool endsInHex = false;
    for (const char byte : bytes) {
        if (const char letter = escapeLetter(byte); letter != '\0') {
            text += '\\';
            text += letter;
            endsInHex = false;
        } else if (isPrintable(byte)) {
            if (endsInHex && std::isxdigit(static_cast<unsigned char>(byte)) != 0) {
                text += "\"\"";
            }
            text += byte;
            endsInHex = false;
        } else {
            text += "\\x" + QByteArray(1, byte).toHex();
            endsInHex = true;
        }
    }
    return QString::fromLatin1(text);
}

} // namespace signalbox::ui
