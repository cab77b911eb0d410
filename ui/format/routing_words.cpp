// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/routing_words.h"

#include "server/core/recipient_words.h"
#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/format/times.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

struct RoutingWords {
    Q_DECLARE_TR_FUNCTIONS(RoutingWords)
};

} // namespace

QString recipientTypeText(RecipientType type)
{
    switch (type) {
    case RecipientType::Group:
        return RoutingWords::tr("group");
    case RecipientType::User:
        return RoutingWords::tr("user");
    case RecipientType::Client:
        return RoutingWords::tr("client");
    case RecipientType::Tag:
        return RoutingWords::tr("tag");
    case RecipientType::All:
        return RoutingWords::tr("all");
    case RecipientType::AllButUser:
        return RoutingWords::tr("all but user");
    case RecipientType::AllButClient:
        return RoutingWords::tr("all but client");
    }
    Q_UNREACHABLE();
}

QString recipientText(const Recipient& recipient)
{
    const QString value = plainName(recipient.value);
    switch (recipient.type) {
    case RecipientType::All:
        return recipientTypeText(recipient.type);
    case RecipientType::AllButUser:
        return RoutingWords::tr("− user %1").arg(value);
    case RecipientType::AllButClient:
        return RoutingWords::tr("− client %1").arg(value);
    case RecipientType::Group:
    case RecipientType::User:
    case RecipientType::Client:
    case RecipientType::Tag:
        return recipientTypeText(recipient.type) + u' ' + value;
    }
    Q_UNREACHABLE();
}

QString recipientsText(const Recipients& recipients)
{
    if (recipients.empty()) {
        return RoutingWords::tr("clients without a group");
    }
    QStringList selected;
    QStringList excluded;
    for (const Recipient& recipient : recipients) {
        (isExclusion(recipient.type) ? excluded : selected) += recipientText(recipient);
    }
    if (selected.isEmpty()) {
        selected += RoutingWords::tr("all");
    }
    QString text = selected.join(u", "_s);
    for (const QString& exclusion : excluded) {
        text += u' ' + exclusion;
    }
    return text;
}

QString targetText(const QByteArray& words)
{
    if (words == recipientInWords({RecipientType::All, {}})) {
        return RoutingWords::tr("everyone");
    }
    for (const RecipientType type :
         {RecipientType::Group, RecipientType::User, RecipientType::Client, RecipientType::Tag}) {
        const QByteArray kind = recipientInWords({type, " "}).chopped(1); // "group " of "group red"
        if (words.startsWith(kind)) {
            return recipientTypeText(type) + u' ' + plainName(words.sliced(kind.size()));
        }
    }
    if (words.startsWith("all but ")) {
        return RoutingWords::tr("all but %1").arg(plainName(words.sliced(8)));
    }
    return words.endsWith(" recipients") ? RoutingWords::tr("%1 recipients").arg(plainName(words.chopped(11)))
                                         : plainName(words);
}

QString decisionText(const Decision& decision, const Recipients& recipients)
{
    const auto index = static_cast<size_t>(decision.recipientIndex);
    const bool named = decision.recipientIndex >= 0 && index < recipients.size();
    switch (decision.verdict) {
    case Verdict::Reached:
        if (!named) {
            return recipients.empty() ? RoutingWords::tr("in no group") : RoutingWords::tr("everyone else");
        }
        if (isExclusion(recipients[index].type)) {
            return RoutingWords::tr("everyone else");
        }
        return RoutingWords::tr("matched by %1").arg(recipientText(recipients[index]));
    case Verdict::Excluded:
        return named ? RoutingWords::tr("left out by %1").arg(recipientText(recipients[index]))
                     : RoutingWords::tr("left out");
    case Verdict::NotAddressed:
        return recipients.empty() ? RoutingWords::tr("is in a group") : RoutingWords::tr("not addressed");
    }
    Q_UNREACHABLE();
}

QString deliveryStateText(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Sent:
        return RoutingWords::tr("● sent");
    case DeliveryState::Queued:
        return RoutingWords::tr("◐ queued");
    case DeliveryState::DroppedSlow:
    case DeliveryState::DroppedClosing:
        return RoutingWords::tr("✕ dropped");
    }
    Q_UNREACHABLE();
}

QString deliveryText(const Delivery& delivery)
{
    switch (delivery.state) {
    case DeliveryState::Sent:
        return deliveryStateText(delivery.state);
    case DeliveryState::Queued:
        return RoutingWords::tr("◐ queued, %1").arg(bytesText(delivery.queuedBytes));
    case DeliveryState::DroppedSlow:
        return RoutingWords::tr("✕ dropped: its queue is full");
    case DeliveryState::DroppedClosing:
        return RoutingWords::tr("✕ dropped: it was closing");
    }
    Q_UNREACHABLE();
}

QString deliveryStageText(link::DeliveryStage stage)
{
    switch (stage) {
    case link::DeliveryStage::Sent:
        return RoutingWords::tr("● sent");
    case link::DeliveryStage::Confirmed:
        return RoutingWords::tr("✓ confirmed");
    case link::DeliveryStage::Lost:
        return RoutingWords::tr("✕ lost");
    }
    Q_UNREACHABLE();
}

QString deliveryProgressText(const link::DeliveryProgress& progress)
{
    return RoutingWords::tr("%1 after %2")
        .arg(deliveryStageText(progress.stage), durationText(progress.after));
}

QString previewText(qint64 reached, qint64 clients)
{
    if (clients == 0) {
        return RoutingWords::tr("Nobody would get it: 0 clients");
    }
    if (reached == 0) {
        return clients == 1
                   ? RoutingWords::tr("Nobody would get it: 0 of 1 client")
                   : RoutingWords::tr("Nobody would get it: 0 of %1 clients").arg(countText(clients));
    }
    if (clients == 1) {
        return RoutingWords::tr("The only client would get it");
    }
    return RoutingWords::tr("%1 of %2 clients would get it").arg(countText(reached), countText(clients));
}

QString receiptText(const DeliveryCounts& counts, int pendingWorkers)
{
    QStringList parts;
    if (counts.sent > 0) {
        parts += RoutingWords::tr("%1 sent").arg(countText(counts.sent));
    }
    if (counts.queued > 0) {
        parts += RoutingWords::tr("%1 queued").arg(countText(counts.queued));
    }
    if (counts.dropped > 0) {
        parts += RoutingWords::tr("%1 dropped").arg(countText(counts.dropped));
    }
    if (pendingWorkers > 0) {
        parts += RoutingWords::tr("still counting");
    }
    return parts.isEmpty() ? RoutingWords::tr("nobody was reached") : parts.join(u", "_s);
}

} // namespace signalbox::ui
