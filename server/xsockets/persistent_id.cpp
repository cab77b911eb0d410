// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/persistent_id.h"

#include <QtCore/QUuid>

#include <algorithm>

namespace signalbox::xsockets {

namespace {

QByteArrayView withoutBrackets(QByteArrayView text)
{
    const bool bracketed = text.size() > 2 && ((text.front() == '{' && text.back() == '}') ||
                                               (text.front() == '(' && text.back() == ')'));
    return bracketed ? text.sliced(1, text.size() - 2) : text;
}

bool isHexadecimal(char character)
{
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
}

} // namespace

std::optional<QByteArray> readPersistentId(QByteArrayView text)
{
    constexpr qsizetype digits = 32;
    QByteArray id = withoutBrackets(text).toByteArray().toLower();
    if (id.size() == digits) {
        for (const qsizetype hyphen : {8, 13, 18, 23}) {
            id.insert(hyphen, '-');
        }
    }
    if (id.size() != digits + 4) {
        return std::nullopt;
    }
    for (qsizetype i = 0; i < id.size(); ++i) {
        const bool isHyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (isHyphen ? id[i] != '-' : !isHexadecimal(id[i])) {
            return std::nullopt;
        }
    }
    return id;
}

QByteArray makePersistentId()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

} // namespace signalbox::xsockets
