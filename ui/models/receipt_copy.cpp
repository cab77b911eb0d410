// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/receipt_copy.h"

#include "ui/format/times.h"
#include "ui/models/client_names.h"
#include "ui/models/draft_json.h"
#include "ui/models/receipt_cells.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

QString stateName(const RecipientFate& fate)
{
    if (fate.isDropped()) {
        return u"dropped"_s;
    }
    if (fate.isConfirmed()) {
        return u"confirmed"_s;
    }
    if (fate.isLost()) {
        return u"lost"_s;
    }
    return fate.isQueued() ? u"queued"_s : u"sent"_s;
}

QJsonObject toJson(const RecipientFate& fate, const ClientNames& names)
{
    QJsonObject json{{u"client"_s, QString::fromLatin1(fate.delivery.client.text())},
                     {u"name"_s, names.name(fate.delivery.client)},
                     {u"state"_s, stateName(fate)}};
    if (fate.stage) {
        json[u"milliseconds"_s] = static_cast<double>(fate.after.count()) / 1000;
    }
    if (fate.isQueued()) {
        json[u"queuedBytes"_s] = fate.delivery.queuedBytes;
    }
    return json;
}

} // namespace

QString receiptAsText(const ReceiptRecord& record, const ClientNames& names, WallTime now)
{
    QString text =
        timeText(record.time) + u"  "_s + record.to + u'\n' + receiptStateText(record, names, now) + u'\n';
    for (const RecipientFate& fate : record.fates()) {
        text +=
            u"  "_s + names.label(fate.delivery.client) + u"  "_s + fateText(fate, now - record.time) + u'\n';
    }
    return text;
}

QByteArray receiptAsJson(const ReceiptRecord& record, const ClientNames& names)
{
    const auto milliseconds =
        std::chrono::duration_cast<std::chrono::milliseconds>(record.time.time_since_epoch());
    QJsonObject json{
        {u"id"_s, QString::fromLatin1(record.message.text())},
        {u"time"_s,
         QDateTime::fromMSecsSinceEpoch(milliseconds.count(), Qt::UTC).toString(Qt::ISODateWithMs)},
        {u"to"_s, draftToJson(record.draft)[u"recipients"_s]},
        {u"recipients"_s, record.counts.recipients},
        {u"sent"_s, record.counts.sent},
        {u"queued"_s, record.counts.queued},
        {u"dropped"_s, record.counts.dropped},
        {u"confirmed"_s, record.confirmed},
        {u"lost"_s, record.lost}};
    if (!record.error.isEmpty()) {
        json[u"error"_s] = record.error;
    }
    QJsonArray deliveries;
    for (const RecipientFate& fate : record.fates()) {
        deliveries.append(toJson(fate, names));
    }
    json[u"deliveries"_s] = deliveries;
    return QJsonDocument(json).toJson();
}

} // namespace signalbox::ui
