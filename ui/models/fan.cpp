// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/fan.h"

#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/format/routing_words.h"
#include "ui/format/times.h"
#include "ui/models/why_not.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

struct FanWords {
    Q_DECLARE_TR_FUNCTIONS(Fan)
};

} // namespace

Fan::Fan(const link::FrameDetail& detail)
{
    if (!detail.kept || detail.row.message.isNull()) {
        return;
    }
    m_number = detail.number;
    m_message = detail.row.message;
    m_time = detail.row.time;
    for (const Delivery& delivery : detail.deliveries) {
        m_entries.insert(delivery.client, {delivery, std::nullopt});
    }
    if (detail.routing) {
        m_routing = *detail.routing;
        for (size_t place = 0; place < m_routing.decisions.size(); ++place) {
            m_decisions.insert(m_routing.decisions[place].client, place);
        }
    }
}

FanPart Fan::partOf(const Entry& entry)
{
    if (entry.progress) {
        return entry.progress->stage == link::DeliveryStage::Lost ? FanPart::Dropped : FanPart::Got;
    }
    switch (entry.delivery.state) {
    case DeliveryState::Sent:
        return FanPart::Got;
    case DeliveryState::Queued:
        return FanPart::Waits;
    case DeliveryState::DroppedSlow:
    case DeliveryState::DroppedClosing:
        return FanPart::Dropped;
    }
    Q_UNREACHABLE();
}

QString Fan::textOf(const Entry& entry)
{
    if (entry.progress) {
        const QString after = durationText(entry.progress->after);
        switch (entry.progress->stage) {
        case link::DeliveryStage::Sent:
            return FanWords::tr("● got it after %1").arg(after);
        case link::DeliveryStage::Confirmed:
            return FanWords::tr("● read it after %1").arg(after);
        case link::DeliveryStage::Lost:
            return FanWords::tr("✕ lost: it ended before");
        }
    }
    switch (entry.delivery.state) {
    case DeliveryState::Sent:
        return FanWords::tr("● got it");
    case DeliveryState::Queued:
        return FanWords::tr("◐ waits, %1").arg(bytesText(entry.delivery.queuedBytes));
    case DeliveryState::DroppedSlow:
    case DeliveryState::DroppedClosing:
        return deliveryText(entry.delivery);
    }
    Q_UNREACHABLE();
}

FanPart Fan::part(const link::ClientInfo& client) const
{
    if (const auto entry = m_entries.constFind(client.client); entry != m_entries.cend()) {
        return partOf(*entry);
    }
    const bool wasThere =
        m_decisions.isEmpty() ? client.connectedAt <= m_time : m_decisions.contains(client.client);
    return wasThere ? FanPart::LeftOut : FanPart::Absent;
}

QString Fan::text(const link::ClientInfo& client) const
{
    if (const auto entry = m_entries.constFind(client.client); entry != m_entries.cend()) {
        return textOf(*entry);
    }
    if (part(client) == FanPart::Absent) {
        return FanWords::tr("○ came later");
    }
    const auto decision = m_decisions.constFind(client.client);
    if (decision == m_decisions.cend()) {
        return FanWords::tr("○ did not get it");
    }
    return u"○ "_s + reason(*decision);
}

QString Fan::reason(size_t place) const
{
    const Decision& decision = m_routing.decisions[place];
    const auto index = static_cast<size_t>(decision.recipientIndex);
    switch (decision.verdict) {
    case Verdict::Reached: // decided, and its outcome is still to come
        return FanWords::tr("not told yet");
    case Verdict::Excluded:
        return decision.recipientIndex >= 0 && index < m_routing.recipients.size()
                   ? FanWords::tr("all but %1").arg(plainName(m_routing.recipients[index].value))
                   : FanWords::tr("left out");
    case Verdict::NotAddressed:
        return place < m_routing.population.size()
                   ? notAddressedText(m_routing.recipients, m_routing.population[place])
                   : decisionText(decision, m_routing.recipients);
    }
    Q_UNREACHABLE();
}

qint64 Fan::population() const
{
    return std::max<qint64>(m_decisions.size(), m_entries.size());
}

qint64 Fan::count(FanPart part) const
{
    if (part == FanPart::LeftOut) {
        return population() - m_entries.size();
    }
    return std::count_if(m_entries.cbegin(), m_entries.cend(),
                         [part](const Entry& entry) { return partOf(entry) == part; });
}

QString Fan::heading() const
{
    if (m_decisions.isEmpty()) { // of how many is not known
        return FanWords::tr("Message %1: %2 got it. Why, and who was left out, is no longer kept.")
            .arg(countText(m_number), countText(count(FanPart::Got)));
    }
    return FanWords::tr("Message %1: %2 of %3 got it")
        .arg(countText(m_number), countText(count(FanPart::Got)), countText(population()));
}

bool Fan::add(const std::vector<link::DeliveryUpdate>& updates)
{
    bool changed = false;
    for (const link::DeliveryUpdate& update : updates) {
        if (isEmpty() || update.message != m_message) {
            continue;
        }
        for (const Delivery& delivery : update.deliveries) {
            m_entries[delivery.client].delivery = delivery;
            changed = true;
        }
    }
    return changed;
}

bool Fan::add(const link::DeliveriesProgressed& progressed)
{
    if (isEmpty() || progressed.message != m_message) {
        return false;
    }
    for (const link::DeliveryProgress& progress : progressed.progress) {
        if (const auto entry = m_entries.find(progress.client); entry != m_entries.end()) {
            entry->progress = progress;
        }
    }
    return true;
}

} // namespace signalbox::ui
