// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/managed/receivers.h"

namespace signalbox::managed {

Recipients recipientsFor(const Receivers& receivers, const QList<QByteArray>& clients)
{
    if (receivers.everyone) {
        return {{RecipientType::All, {}}};
    }
    Recipients recipients;
    for (const QByteArray& client : clients) {
        recipients.push_back({RecipientType::Client, client});
    }
    for (const QByteArray& tag : receivers.tags) {
        recipients.push_back({RecipientType::Tag, tag});
    }
    if (recipients.empty()) {
        recipients.push_back({RecipientType::Client, "nobody"});
    }
    return recipients;
}

} // namespace signalbox::managed
