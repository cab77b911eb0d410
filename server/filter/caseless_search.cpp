// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/caseless_search.h"

#include <algorithm>

namespace signalbox::filter {

bool isSameText(QByteArrayView left, QByteArrayView right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char one, char other) { return lowered(one) == lowered(other); });
}

CaselessSearch::CaselessSearch(const QByteArray& wanted)
    : m_wanted(wanted)
{
    std::ranges::transform(m_wanted, m_wanted.begin(), lowered);
    m_steps.fill(static_cast<quint32>(m_wanted.size()));
    for (qsizetype at = 0; at + 1 < m_wanted.size(); ++at) {
        const auto step = static_cast<quint32>(m_wanted.size() - 1 - at);
        const char letter = m_wanted[at];
        m_steps[static_cast<uchar>(letter)] = step;
        if (letter >= 'a' && letter <= 'z') {
            m_steps[static_cast<uchar>(letter - ('a' - 'A'))] = step;
        }
    }
}

bool CaselessSearch::isIn(QByteArrayView text) const
{
    const qsizetype size = m_wanted.size();
    if (size == 0) {
        return true;
    }
    const char* const wanted = m_wanted.constData();
    for (qsizetype at = 0; at + size <= text.size();) {
        const char last = text[at + size - 1];
        if (lowered(last) == wanted[size - 1] &&
            std::equal(wanted, wanted + size - 1, text.data() + at,
                       [](char one, char other) { return one == lowered(other); })) {
            return true;
        }
        at += m_steps[static_cast<uchar>(last)];
    }
    return false;
}

} // namespace signalbox::filter
