// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/events.h"

#include <deque>
#include <vector>

namespace signalbox::ui {

/// What clients did with messages whose receipt is not here yet: workers may be
/// faster than the receipt, which waits for all of them. A value. Limit: beyond
/// 50,000 steps it begins anew.
class EarlyProgress final {
public:
    static constexpr size_t maxSteps = 50'000;

    void keep(const link::DeliveriesProgressed& progress);
    /// The steps of that message, oldest first; they are no longer kept.
    [[nodiscard]] std::vector<link::DeliveryProgress> take(MessageId message);
    void clear();

private:
    std::deque<link::DeliveriesProgressed> m_kept;
    size_t m_steps = 0;
};

} // namespace signalbox::ui
