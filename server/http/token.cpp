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

char lowerOf(char character)
{
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character + ('a' - 'A')) : character;
}

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
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](char character) { return isTokenCharacter(character); });
}

bool equalIgnoringCase(QByteArrayView left, QByteArrayView right)
{
    return left.size() == right.size() &&
           std::equal(left.begin(), left.end(), right.begin(),
                      [](char one, char other) { return one == other || lowerOf(one) == lowerOf(other); });
}

bool listHas(QByteArrayView list, QByteArrayView element)
{
    qsizetype begin = 0;
    while (begin <= list.size()) {
        const qsizetype comma = list.indexOf(',', begin);
        const qsizetype end = comma < 0 ? list.size() : comma;
        if (equalIgnoringCase(withoutBlanks(list.sliced(begin, end - begin)), element)) {
            return true;
        }
        begin = end + 1;
    }
    return false;
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
