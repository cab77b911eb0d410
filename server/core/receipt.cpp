// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/receipt.h"

namespace signalbox {

void DeliveryCounts::add(DeliveryState state)
{
    ++recipients;
    switch (state) {
    case DeliveryState::Sent:
        ++sent;
        return;
    case DeliveryState::Queued:
        ++queued;
        return;
    case DeliveryState::DroppedSlow:
    case DeliveryState::DroppedClosing:
        ++dropped;
        return;
    }
}

void DeliveryCounts::settle(DeliveryState state)
{
    if (queued > 0) { // else it was never told as queued
        --queued;
        --recipients;
    }
    add(state);
}

DeliveryCounts& DeliveryCounts::operator+=(const DeliveryCounts& other)
{
    recipients += other.recipients;
    sent += other.sent;
    queued += other.queued;
    dropped += other.dropped;
    return *this;
}

} // namespace signalbox
