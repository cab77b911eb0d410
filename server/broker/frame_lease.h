// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/worker_context.h"

namespace signalbox::broker {

/// Keeps capture on for those who ask for frames over HTTP: from the first request until a minute has passed
/// without one. It is a consumer that no batch is made for.
///
/// Thread: its worker.
class FrameLease final {
public:
    static constexpr std::chrono::seconds duration{60};

    explicit FrameLease(WorkerContext& context);

    void renew();
    void tick(SteadyTime now);
    /// The name under which capture knows it.
    [[nodiscard]] recording::ConsumerId consumer() const;

private:
    WorkerContext& m_context;
    SteadyTime m_end{};
    bool m_isAttached = false;
};

} // namespace signalbox::broker
