// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/client_names.h"

#include "ui/format/client_words.h"

namespace signalbox::ui {

ClientNames::ClientNames(qsizetype maxEnded)
    : m_maxEnded(maxEnded)
{
}

void ClientNames::learn(const link::ClientInfo& info)
{
    m_names.insert(info.client, clientName(info));
}

void ClientNames::end(ClientId client)
{
    m_ended.push_back(client);
    if (static_cast<qsizetype>(m_ended.size()) > m_maxEnded) {
        m_names.remove(m_ended.front());
        m_ended.pop_front();
    }
}

QString ClientNames::label(ClientId client) const
{
    return clientLabel(m_names.value(client), client);
}

} // namespace signalbox::ui
