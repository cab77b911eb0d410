// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/receipt_record.h"

#include <algorithm>

namespace signalbox::ui {

using link::DeliveryStage;

namespace {

int urgency(DeliveryState state)
{
    switch (state) {
    case DeliveryState::DroppedSlow:
    case DeliveryState::DroppedClosing:
        return 0;
    case DeliveryState::Queued:
        return 1;
    case DeliveryState::Sent:
        return 2;
    }
    Q_UNREACHABLE();
}

} // namespace

bool RecipientFate::isDropped() const
{
    return delivery.state == DeliveryState::DroppedSlow || delivery.state == DeliveryState::DroppedClosing;
}

bool RecipientFate::isQueued() const
{
    return delivery.state == DeliveryState::Queued && !stage;
}

std::vector<Delivery> ReceiptRecord::news(const std::vector<Delivery>& deliveries) const
{
    std::vector<Delivery> news;
    std::copy_if(deliveries.begin(), deliveries.end(), std::back_inserter(news),
                 [this](const Delivery& delivery) { return !m_places.contains(delivery.client); });
    std::stable_sort(news.begin(), news.end(), [](const Delivery& one, const Delivery& other) {
        return urgency(one.state) < urgency(other.state);
    });
    return news;
}

void ReceiptRecord::add(const std::vector<Delivery>& news)
{
    for (const Delivery& delivery : news) {
        m_places.insert(delivery.client, static_cast<int>(m_fates.size()));
        m_fates.push_back({delivery, std::nullopt, {}});
        m_queuedNow += delivery.state == DeliveryState::Queued ? 1 : 0;
    }
}

int ReceiptRecord::progress(const link::DeliveryProgress& progress)
{
    const int place = m_places.value(progress.client, -1);
    if (place < 0) {
        return -1;
    }
    RecipientFate& fate = m_fates[static_cast<size_t>(place)];
    if (!fate.isOpen() || fate.stage == progress.stage) {
        return -1; // sent comes after confirmed for nobody
    }
    m_queuedNow -= fate.isQueued() ? 1 : 0;
    fate.stage = progress.stage;
    fate.after = progress.after;
    if (fate.isConfirmed()) {
        ++confirmed;
        slowest = std::max(slowest, progress.after);
    }
    lost += fate.isLost() ? 1 : 0;
    return place;
}

} // namespace signalbox::ui
