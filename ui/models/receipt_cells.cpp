// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/receipt_cells.h"

#include "ui/format/hint_words.h"
#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/format/routing_words.h"
#include "ui/format/times.h"
#include "ui/models/client_names.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

namespace signalbox::ui {

using namespace Qt::StringLiterals;
using std::chrono::microseconds;

namespace {

constexpr size_t maxNamed = 2; // of the silent ones

struct ReceiptWords {
    Q_DECLARE_TR_FUNCTIONS(ReceiptCells)
};

QString nameOf(ClientId client, const ClientNames& names)
{
    const QString name = names.name(client);
    return name.isEmpty() ? QString::fromLatin1(client.text()) : name;
}

// Whole seconds: a tenth would flicker.
QString silenceDuration(microseconds age)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(age);
    return seconds.count() < 60 ? ReceiptWords::tr("%1 s").arg(seconds.count()) : durationText(seconds);
}

QString silenceText(const ReceiptRecord& record, const ClientNames& names, microseconds age)
{
    QStringList silent;
    for (const RecipientFate& fate : record.fates()) {
        if (fate.isOpen() && static_cast<size_t>(silent.size()) <= maxNamed) {
            silent += nameOf(fate.delivery.client, names);
        }
    }
    const QString time = silenceDuration(age);
    if (silent.size() == 1 && record.open() == 1) {
        return ReceiptWords::tr("%1 has been silent for %2").arg(silent.front(), time);
    }
    if (silent.size() == 2 && record.open() == 2) {
        return ReceiptWords::tr("%1 and %2 have been silent for %3").arg(silent[0], silent[1], time);
    }
    return ReceiptWords::tr("%1 have been silent for %2").arg(countText(record.open()), time);
}

QString confirmedText(const ReceiptRecord& record)
{
    const qint64 all = record.counts.recipients;
    if (record.confirmed < all) {
        return ReceiptWords::tr("%1 of %2 confirmed").arg(countText(record.confirmed), countText(all));
    }
    const QString slowest = durationText(record.slowest);
    return all == 1
               ? ReceiptWords::tr("✓✓ confirmed after %1").arg(slowest)
               : ReceiptWords::tr("✓✓ all %1 confirmed, the slowest after %2").arg(countText(all), slowest);
}

} // namespace

QString receiptStateText(const ReceiptRecord& record, const ClientNames& names, WallTime now)
{
    if (!record.isAnswered) {
        return ReceiptWords::tr("sending …");
    }
    if (!record.error.isEmpty()) {
        return ReceiptWords::tr("✕ refused: %1").arg(record.error);
    }
    const microseconds age = now - record.time;
    const bool isSilent = record.open() > 0 && record.pendingWorkers == 0 && age >= shortSilence;
    if (record.confirmed + record.lost == 0 && !isSilent) {
        const QString text = receiptText(record.counts, record.pendingWorkers);
        return record.hint.isEmpty() ? text
                                     : ReceiptWords::tr("%1: %2").arg(text, isolated(hintText(record.hint)));
    }
    QStringList parts{confirmedText(record)};
    if (record.counts.dropped > 0) {
        parts += ReceiptWords::tr("%1 dropped").arg(countText(record.counts.dropped));
    }
    if (record.lost > 0) {
        parts += ReceiptWords::tr("%1 lost").arg(countText(record.lost));
    }
    if (isSilent) {
        parts += silenceText(record, names, age);
    }
    return parts.join(u", "_s);
}

Meaning receiptMeaning(const ReceiptRecord& record, WallTime now)
{
    if (!record.isAnswered) {
        return Meaning::Muted;
    }
    if (!record.error.isEmpty()) {
        return Meaning::Bad;
    }
    const bool isSilent = record.open() > 0 && now - record.time >= shortSilence;
    const bool wantsAnEye = record.counts.recipients == 0 || record.queuedNow() > 0 ||
                            record.counts.dropped > 0 || record.lost > 0 || isSilent;
    return wantsAnEye ? Meaning::Warning : Meaning::Good;
}

double receiptProgress(const ReceiptRecord& record)
{
    if (!record.isAnswered || record.counts.recipients == 0) {
        return -1;
    }
    const auto all = static_cast<double>(record.counts.recipients);
    const auto waiting = static_cast<double>(record.open() - record.queuedNow());
    return (static_cast<double>(record.confirmed) + waiting * 0.5) / all;
}

QString fateText(const RecipientFate& fate, microseconds age)
{
    const QString after = durationText(fate.after);
    if (fate.isConfirmed()) {
        return ReceiptWords::tr("✓✓ confirmed, %1").arg(after);
    }
    if (fate.isLost()) {
        return ReceiptWords::tr("✕ lost: it ended before, after %1").arg(after);
    }
    if (fate.isDropped()) {
        return deliveryText(fate.delivery);
    }
    const bool isSilent = age >= shortSilence;
    const QString silence = silenceDuration(age);
    if (fate.isQueued()) {
        const QString queued = bytesText(fate.delivery.queuedBytes);
        return isSilent ? ReceiptWords::tr("⋯ queued %1, for %2").arg(queued, silence)
                        : ReceiptWords::tr("⋯ queued %1").arg(queued);
    }
    if (isSilent) {
        return ReceiptWords::tr("✓ sent, silent for %1").arg(silence);
    }
    return fate.stage ? ReceiptWords::tr("✓ sent, %1").arg(after) : ReceiptWords::tr("✓ sent");
}

Meaning fateMeaning(const RecipientFate& fate, microseconds age)
{
    if (fate.isDropped() || fate.isLost()) {
        return Meaning::Bad;
    }
    if (fate.isConfirmed()) {
        return Meaning::Good;
    }
    return fate.isQueued() || age >= shortSilence ? Meaning::Warning : Meaning::Normal;
}

double fateProgress(const RecipientFate& fate)
{
    if (fate.isDropped() || fate.isLost() || fate.isConfirmed()) {
        return 1;
    }
    return fate.isQueued() ? 0.15 : 0.5;
}

QString restText(const ReceiptRecord& record, size_t shown)
{
    qint64 confirmed = 0;
    qint64 rest = 0;
    for (size_t place = shown; place < record.fates().size(); ++place) {
        ++rest;
        confirmed += record.fates()[place].isConfirmed() ? 1 : 0;
    }
    return ReceiptWords::tr("… and %1 more, %2 of them confirmed").arg(countText(rest), countText(confirmed));
}

} // namespace signalbox::ui
