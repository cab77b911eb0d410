// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/events.h"

#include <functional>
#include <vector>

namespace signalbox::broker {

/// Keeps what workers say of deliveries until the receipt of their message has gone out, and joins it.
///
/// Thread: hub. Bounded by what a worker says within the second that a receipt waits at most.
class ProgressBuffer final {
public:
    void add(std::vector<link::DeliveriesProgressed> progress);
    /// What may go out: the messages for which `waits` says no.
    [[nodiscard]] std::vector<link::DeliveriesProgressed>
    take(const std::function<bool(MessageId message)>& waits);

private:
    std::vector<link::DeliveriesProgressed> m_kept;
};

} // namespace signalbox::broker
