// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/shell_words.h"

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringDecoder>

#include <algorithm>

namespace signalbox::ui {

namespace {

bool isPrintableAscii(char byte)
{
    return byte >= 0x20 && byte < 0x7f;
}

bool isPlain(char byte)
{
    const bool isLetter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    return isLetter || (byte >= '0' && byte <= '9') || QByteArrayView("_-./:=@%+,").contains(byte);
}

/// Letters, signs and the like in whatever script; no control character, none that turns the direction of the
/// text, none that cannot be seen.
bool isVisibleUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    if (decoder.hasError()) {
        return false;
    }
    const QList<uint> characters = text.toUcs4();
    return std::all_of(characters.begin(), characters.end(),
                       [](uint character) { return QChar::isPrint(character); });
}

QByteArray escapedByte(char byte)
{
    switch (byte) {
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    case '\'':
    case '\\':
        return QByteArray("\\") + byte;
    default:
        return isPrintableAscii(byte) ? QByteArray(1, byte) : "\\x" + QByteArray(1, byte).toHex();
    }
}

} // namespace

QByteArray shellWord(QByteArrayView bytes)
{
    if (!bytes.isEmpty() && std::all_of(bytes.begin(), bytes.end(), isPlain)) {
        return bytes.toByteArray();
    }
    if (isVisibleUtf8(bytes)) {
        return '\'' + bytes.toByteArray().replace('\'', "'\\''") + '\'';
    }
    QByteArray word = "$'";
    for (const char byte : bytes) {
        word += escapedByte(byte);
    }
    return word + '\'';
}

QByteArray printfWord(QByteArrayView bytes)
{
    QByteArray word = "'";
    for (const char byte : bytes) {
        if (byte == '%') {
            word += "%%";
        } else if (isPrintableAscii(byte) && byte != '\'' && byte != '\\') {
            word += byte;
        } else {
            word += '\\' + QByteArray::number(static_cast<quint8>(byte), 8).rightJustified(3, '0');
        }
    }
    return word + '\'';
}

} // namespace signalbox::ui
