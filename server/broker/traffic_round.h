// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

namespace signalbox::broker {

/// What waits until every worker has reported the traffic of its clients: it is not reported all the time
/// when nobody looks. Whoever comes while a round is under way waits for the next, so that an answer is
/// never older than its question.
///
/// Thread: hub.
class TrafficRound final {
public:
    using Then = std::function<void()>;

    /// `begin` asks every worker to report.
    TrafficRound(size_t workers, std::function<void()> begin);

    void await(Then then);
    /// One worker has reported.
    void reported();

private:
    void beginNext();

    const size_t m_workers;
    const std::function<void()> m_begin;
    std::vector<Then> m_waiting; ///< for the round under way
    std::vector<Then> m_next;
    size_t m_missing = 0; ///< workers that have not reported in the round under way
};

} // namespace signalbox::broker
