// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/random_token.h"

#include <QtCore/QRandomGenerator>

#include <algorithm>
#include <array>

namespace signalbox {

QByteArray randomToken()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return QByteArray(reinterpret_cast<const char*>(words.data()), sizeof(words)).toHex();
}

bool isRandomToken(QByteArrayView text)
{
    return text.size() == randomTokenBytes && std::ranges::all_of(text, [](char character) {
               return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
           });
}

} // namespace signalbox
