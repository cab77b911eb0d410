// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/related_rows.h"

namespace signalbox::recording {

void RelatedRows::insert(MessageId message, quint64 position)
{
    m_entries.append({message.number(), position});
}

std::vector<quint64> RelatedRows::find(MessageId message) const
{
    std::vector<quint64> positions;
    for (quint64 index = m_entries.begin(); index != m_entries.end(); ++index) {
        if (m_entries.at(index).message == message.number()) {
            positions.push_back(m_entries.at(index).position);
        }
    }
    return positions;
}

void RelatedRows::removeBefore(quint64 position)
{
    while (!m_entries.isEmpty() && m_entries.front().position < position) {
        m_entries.removeFront();
    }
}

} // namespace signalbox::recording
