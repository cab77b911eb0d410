// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/state_dump.h"

#include "server/broker/log_lines.h"

namespace signalbox::broker {

void logState(const link::Statistics& sum, const Directory& directory, qint64 connections)
{
    qCInfo(logBroker).noquote() << QStringLiteral(
                                       "state: %1 clients in %2 groups, %3 bytes queued, %4 connections")
                                       .arg(sum.clients)
                                       .arg(directory.groupCount())
                                       .arg(sum.queuedBytes)
                                       .arg(connections);
    qCInfo(logBroker).noquote() << QStringLiteral("state: %1 messages ignored, of clients that may not send")
                                       .arg(sum.messagesIgnored);
    if (const QString webhook = webhookSums(sum); !webhook.isEmpty()) {
        qCInfo(logBroker).noquote() << QStringLiteral("state: ") + webhook;
    }
    if (sum.malformedForwarding > 0) {
        qCInfo(logBroker).noquote() << QStringLiteral("state: %1 header fields of proxies could not be read")
                                           .arg(sum.malformedForwarding);
    }
    for (const link::ClientInfo& client : directory.clients()) {
        qCInfo(logBroker).noquote() << QStringLiteral("state: ") + openedLine(client);
    }
}

} // namespace signalbox::broker
