// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/hex_text.h"

#include "ui/format/numbers.h"
#include "ui/format/plain.h"

#include <QtCore/QCoreApplication>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

struct HexWords {
    Q_DECLARE_TR_FUNCTIONS(HexText)
};

int digitOf(QChar character)
{
    const char16_t code = character.unicode();
    if (code >= u'0' && code <= u'9') {
        return code - u'0';
    }
    const char16_t small = code | 0x20;
    return small >= u'a' && small <= u'f' ? small - u'a' + 10 : -1;
}

bool separates(QChar character)
{
    return character.isSpace() || character == u',' || character == u':';
}

} // namespace

Result<QByteArray> bytesOfHex(const QString& text)
{
    QByteArray bytes;
    for (qsizetype at = 0; at < text.size();) {
        if (separates(text[at])) {
            ++at;
            continue;
        }
        if (QStringView(text).sliced(at).startsWith("0x"_L1, Qt::CaseInsensitive)) {
            at += 2;
        }
        const int high = at < text.size() ? digitOf(text[at]) : -1;
        const int low = at + 1 < text.size() ? digitOf(text[at + 1]) : -1;
        if (high < 0) {
            const QString found = at < text.size() ? plainPayload(text.mid(at, 1).toUtf8()) : QString();
            return Error{"message.not_hex", HexWords::tr("character %1: “%2” is no hexadecimal digit")
                                                .arg(countText(static_cast<qint64>(at + 1)), found)};
        }
        if (low < 0) {
            return Error{"message.not_hex", HexWords::tr("character %1: a byte has two digits")
                                                .arg(countText(static_cast<qint64>(at + 1)))};
        }
        bytes += static_cast<char>(high * 16 + low);
        at += 2;
    }
    return bytes;
}

} // namespace signalbox::ui
