// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webhook/request_headers.h"

namespace signalbox::webhook {

QList<std::pair<QByteArray, QByteArray>> requestHeaders(const Call& call)
{
    QList<std::pair<QByteArray, QByteArray>> headers{
        {"Content-Type", "application/json"},
        {"User-Agent", "Signalbox/" SIGNALBOX_VERSION},
        {"X-Signalbox-Message", call.message.text()},
        {"X-Signalbox-Attempt", QByteArray::number(call.attempts)},
        {"X-Signalbox-Client", call.client.text()},
    };
    if (!call.user.isEmpty()) {
        headers.append({"X-Signalbox-User", call.user.bytes().toPercentEncoding()});
    }
    QByteArrayList groups;
    for (const GroupName& group : call.groups) {
        groups.append(group.bytes().toPercentEncoding());
    }
    if (!groups.isEmpty()) {
        headers.append({"X-Signalbox-Groups", groups.join(',')});
    }
    return headers;
}

} // namespace signalbox::webhook
