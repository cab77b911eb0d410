// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/progress_buffer.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace signalbox::broker {

void ProgressBuffer::add(std::vector<link::DeliveriesProgressed> progress)
{
    for (link::DeliveriesProgressed& of : progress) {
        const auto known = std::find_if(m_kept.begin(), m_kept.end(),
                                        [&](const auto& kept) { return kept.message == of.message; });
        if (known == m_kept.end()) {
            m_kept.push_back(std::move(of));
        } else {
            known->progress.insert(known->progress.end(), of.progress.begin(), of.progress.end());
        }
    }
}

std::vector<link::DeliveriesProgressed>
ProgressBuffer::take(const std::function<bool(MessageId message)>& waits)
{
    const auto ready = std::stable_partition(m_kept.begin(), m_kept.end(),
                                             [&](const auto& kept) { return waits(kept.message); });
    std::vector<link::DeliveriesProgressed> taken(std::make_move_iterator(ready),
                                                  std::make_move_iterator(m_kept.end()));
    m_kept.erase(ready, m_kept.end());
    return taken;
}

} // namespace signalbox::broker
