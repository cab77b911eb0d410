// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/log_lines.h"

#include "server/core/plain_text.h"

#include <QtCore/QStringList>

namespace signalbox::broker {

QString openedLine(const link::ClientInfo& client)
{
    QString line = QStringLiteral("%1 opened from %2 at %3")
                       .arg(QString::fromLatin1(client.client.text()), printable(client.address),
                            printable(client.path));
    if (!client.proxy.isEmpty()) {
        line += QStringLiteral(", through %1%2")
                    .arg(printable(client.proxy), client.secure ? QStringLiteral(" with TLS") : QString());
    }
    if (!client.user.isEmpty()) {
        line += QStringLiteral(", user %1").arg(quoted(client.user.bytes()));
    }
    QStringList groups;
    for (const GroupName& group : client.groups) {
        groups += quoted(group.bytes());
    }
    if (!groups.isEmpty()) {
        line += (groups.size() == 1 ? QStringLiteral(", group ") : QStringLiteral(", groups ")) +
                groups.join(QStringLiteral(", "));
    }
    return line;
}

QString endedLine(const link::ClientEnd& end)
{
    QString line =
        QStringLiteral("%1 ended: %2, close code %3")
            .arg(QString::fromLatin1(end.client.text()), QString::fromLatin1(endReasonName(end.reason)))
            .arg(end.closeCode);
    if (!end.closeReason.isEmpty()) {
        line += u' ' + quoted(end.closeReason);
    }
    if (!end.user.isEmpty()) {
        line += QStringLiteral(", user %1").arg(quoted(end.user.bytes()));
    }
    return line;
}

QString pushLine(const Receipt& receipt, const QString& sender)
{
    const DeliveryCounts& counts = receipt.counts;
    QString line = QStringLiteral("%1 from %2: %3 recipients, %4 sent, %5 queued, %6 dropped")
                       .arg(QString::fromLatin1(receipt.message.text()), sender)
                       .arg(counts.recipients)
                       .arg(counts.sent)
                       .arg(counts.queued)
                       .arg(counts.dropped);
    if (receipt.pendingWorkers > 0) {
        line += QStringLiteral(", %1 pending").arg(receipt.pendingWorkers);
    }
    return receipt.hint.isEmpty() ? line : line + QStringLiteral(" (%1)").arg(receipt.hint);
}

QString webhookSums(const link::Statistics& sum)
{
    if (sum.webhookTaken + sum.webhookFailed + sum.webhookRefused == 0) {
        return {};
    }
    return QStringLiteral("webhook: %1 calls taken, %2 failed, %3 refused for want of room")
        .arg(sum.webhookTaken)
        .arg(sum.webhookFailed)
        .arg(sum.webhookRefused);
}

QString webhookLine(const webhook::CallRecord& record)
{
    QString line = QStringLiteral("%1 of %2")
                       .arg(QString::fromLatin1(record.call.message.text()),
                            QString::fromLatin1(record.call.client.text()));
    line += record.error ? QStringLiteral(" did not reach the application: %1")
                               .arg(QString::fromLatin1(record.error->code))
                         : QStringLiteral(" reached the application");
    if (record.answer.status != 0) {
        line += QStringLiteral(", status %1").arg(record.answer.status);
    }
    if (record.call.attempts > 0) {
        line +=
            QStringLiteral(", attempt %1, %2 ms").arg(record.call.attempts).arg(record.took.count() / 1000);
    }
    return line;
}

} // namespace signalbox::broker
