// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/token.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace signalbox::http {

namespace {

// A table, because every byte of a header's names is asked about.
constexpr std::array<bool, 256> tokenCharacters = [] {
    std::array<bool, 256> table{};
    for (const char character :
         std::string_view("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                          "!#$%&'*+-.^_`|~")) {
        table[static_cast<unsigned char>(character)] = true;
    }
    return table;
}();

bool isBlank(char character)
{
    return character == ' ' || character == '\t';
}

} // namespace

bool isTokenCharacter(char character)
{
    return tokenCharacters[static_cast<unsigned char>(character)];
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

bool equalIgnoringCase(QByteArrayView left, QByteArrayView right)
{
    return left.size() == right.size() &&
           qstrnicmp(left.data(), left.size(), right.data(), right.size()) == 0;
}

QByteArrayView withoutBlanks(QByteArrayView text)
{
    while (!text.isEmpty() && isBlank(text.front())) {
        text = text.sliced(1);
    }
    while (!text.isEmpty() && isBlank(text.back())) {
        text.chop(1);
    }
    return text;
}

QList<QByteArray> splitList(QByteArrayView text)
{
    QList<QByteArray> elements;
    qsizetype begin = 0;
    while (begin <= text.size()) {
        qsizetype comma = text.indexOf(',', begin);
        if (comma < 0) {
            comma = text.size();
        }
        elements.append(withoutBlanks(text.sliced(begin, comma - begin)).toByteArray());
        begin = comma + 1;
    }
    return elements;
}

} // namespace signalbox::http
