// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/log_lines.h"

#include "server/core/plain_text.h"

namespace signalbox::broker {

namespace {

constexpr qsizetype roomForLine = 200; ///< most need no more

QLatin1StringView asciiOf(QByteArrayView text)
{
    return {text.data(), text.size()};
}

} // namespace

// The lines of each connection are put together by appending: QString::arg() takes several times as long.

QString openedLine(const link::ClientInfo& client)
{
    QString line;
    line.reserve(roomForLine);
    line += asciiOf(client.client.text());
    line += QLatin1StringView(" opened from ");
    line += printable(client.address);
    line += QLatin1StringView(" at ");
    line += printable(client.path);
    if (!client.proxy.isEmpty()) {
        line += QLatin1StringView(", through ");
        line += printable(client.proxy);
        line += QLatin1StringView(client.secure ? " with TLS" : "");
    }
    if (!client.user.isEmpty()) {
        line += QLatin1StringView(", user ");
        line += quoted(client.user.bytes());
    }
    QLatin1StringView before(client.groups.size() == 1 ? ", group " : ", groups ");
    for (const GroupName& group : client.groups) {
        line += before;
        line += quoted(group.bytes());
        before = QLatin1StringView(", ");
    }
    return line;
}

QString endedLine(const link::ClientEnd& end)
{
    QString line;
    line.reserve(roomForLine);
    line += asciiOf(end.client.text());
    line += QLatin1StringView(" ended: ");
    line += asciiOf(endReasonName(end.reason));
    line += QLatin1StringView(", close code ");
    line += QString::number(end.closeCode);
    if (!end.closeReason.isEmpty()) {
        line += u' ';
        line += quoted(end.closeReason);
    }
    if (!end.user.isEmpty()) {
        line += QLatin1StringView(", user ");
        line += quoted(end.user.bytes());
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

QString refusedLine(QByteArrayView what, const QByteArray& peer, const http::HttpError& error)
{
    return QStringLiteral("refused a %1 from %2: %3 %4")
        .arg(asciiOf(what), asciiOf(peer))
        .arg(error.status)
        .arg(asciiOf(error.code));
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
