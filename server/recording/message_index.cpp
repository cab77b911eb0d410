// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/message_index.h"

#include <algorithm>

namespace signalbox::recording {

namespace {

/// Messages pass without a row while capture is off. After so many the older ones need not be found any more.
constexpr quint64 maxMissing = 65'536;
/// Two producers may record two messages in the other order than the one in which the ids were given.
constexpr quint64 maxDisorder = 1'024;

} // namespace

void MessageIndex::insert(MessageId message, quint64 position)
{
    const quint64 number = message.number();
    if (m_positions.isEmpty() || number > end() + maxMissing) {
        while (!m_positions.isEmpty()) {
            m_positions.removeFront();
        }
        m_offset = number - std::min(number, maxDisorder) - m_positions.end();
    }
    if (number < first()) { // came very late: deliveries will not find it
        return;
    }
    while (end() <= number) {
        m_positions.append(0);
    }
    m_positions.at(number - m_offset) = position + 1;
}

MessageIndex::Answer MessageIndex::find(MessageId message) const
{
    const quint64 number = message.number();
    if (number < first()) {
        return {Finding::Evicted};
    }
    const quint64 found = number < end() ? m_positions.at(number - m_offset) : 0;
    if (found == 0) {
        return {Finding::Unknown};
    }
    return found - 1 < m_firstRow ? Answer{Finding::Evicted} : Answer{Finding::Known, found - 1};
}

void MessageIndex::removeBefore(quint64 position)
{
    m_firstRow = position;
    while (!m_positions.isEmpty() && m_positions.front() <= position) { // positions plus 1, or 0
        m_positions.removeFront();
    }
}

} // namespace signalbox::recording
