// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/token.h"

#include <cstring>

namespace signalbox::http {

namespace {

bool isBlank(char character)
{
    return character == ' ' || character == '\t';
}

} // namespace

bool isTokenCharacter(char character)
{
    const bool alphanumeric = (character >= '0' && character <= '9') ||
                              (character >= 'A' && character <= 'Z') ||
                              (character >= 'a' && character <= 'z');
    return alphanumeric || (character != '\0' && std::strchr("!#$%&'*+-.^_`|~", character) != nullptr);
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
