// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/receipt.h"

#include <QtCore/QByteArrayView>

#include <span>
#include <vector>

namespace signalbox::recording {

/// Deliveries as a chunk holds them: 8 bytes for one that was sent at once, 16 for one with bytes in its
/// queue, instead of the 24 of a Delivery. A fan-out writes thousands, so the writing must cost next to
/// nothing.
[[nodiscard]] quint32 packedDeliveryBytes(std::span<const Delivery> deliveries);
/// Fills `target`, which has exactly packedDeliveryBytes().
void packDeliveries(std::span<const Delivery> deliveries, std::span<char> target);
/// Appends what packDeliveries() wrote to `deliveries`.
void unpackDeliveries(QByteArrayView packed, std::vector<Delivery>& deliveries);
[[nodiscard]] DeliveryCounts countPackedDeliveries(QByteArrayView packed);

} // namespace signalbox::recording
