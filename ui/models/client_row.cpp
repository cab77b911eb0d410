// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/client_row.h"

#include "ui/format/client_words.h"
#include "ui/format/plain.h"

namespace signalbox::ui {

ClientRow::ClientRow(const link::ClientInfo& client)
    : trail(std::make_unique<TrafficTrail>())
{
    setInfo(client);
}

void ClientRow::setInfo(const link::ClientInfo& client)
{
    info = client;
    name = clientName(info);
    sortName = name.toCaseFolded();
    searched = sortName + u'\n' + QString::fromLatin1(info.client.text()) + u'\n' +
               plainName(info.path).toCaseFolded();
    for (const GroupName& group : info.groups) {
        searched += u'\n' + plainName(group.bytes()).toCaseFolded();
    }
}

} // namespace signalbox::ui
