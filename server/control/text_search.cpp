// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/text_search.h"

#include <algorithm>

namespace signalbox::control {

namespace {

constexpr char folded(char character)
{
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

} // namespace

bool TextSearch::isIn(QByteArrayView text) const
{
    const auto same = [](char left, char right) { return folded(left) == folded(right); };
    return std::search(text.begin(), text.end(), m_wanted.begin(), m_wanted.end(), same) != text.end() ||
           m_wanted.isEmpty();
}

} // namespace signalbox::control
