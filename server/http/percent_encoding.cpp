// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/percent_encoding.h"

#include <algorithm>

namespace signalbox::http {

namespace {

int hexDigit(char character)
{
    if (character >= '0' && character <= '9') {
        return character - '0';
    }
    const char lower = static_cast<char>(character | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace

std::optional<QByteArray> percentDecoded(QByteArrayView text, PlusSign plus)
{
    // Most names and values are written as they are.
    const auto special = std::find_if(text.begin(), text.end(), [plus](char character) {
        return character == '%' || character == '\0' || (character == '+' && plus == PlusSign::Space);
    });
    const qsizetype plain = special - text.begin();
    if (plain == text.size()) {
        return text.toByteArray();
    }
    QByteArray decoded;
    decoded.reserve(text.size());
    decoded.append(text.first(plain));
    for (qsizetype i = plain; i < text.size(); ++i) {
        char character = text[i];
        if (character == '%') {
            const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
            if (high < 0 || low < 0) {
                return std::nullopt;
            }
            character = static_cast<char>(high * 16 + low);
            i += 2;
        } else if (character == '+' && plus == PlusSign::Space) {
            character = ' ';
        }
        if (character == '\0') {
            return std::nullopt;
        }
        decoded.append(character);
    }
    return decoded;
}

} // namespace signalbox::http
