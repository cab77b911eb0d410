// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"

#include <QtCore/QTimer>

namespace signalbox::ui {

/// Says when it is time to send: at a time, or a number of times with a pause between. Late by more than a
/// second it does not catch up. Main thread.
class SendSchedule final : public QObject {
    Q_OBJECT

public:
    struct Plan {
        int count = 1;
        std::chrono::milliseconds interval{1000};
        WallTime startAt{}; ///< 1970: at once
    };

    /// `clock` must outlive the schedule.
    explicit SendSchedule(const Clock& clock, QObject* parent = nullptr);

    void start(const Plan& plan);
    void cancel();
    /// Does what is due; its own timer calls it.
    void advance();

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] int done() const { return m_done; }
    [[nodiscard]] int count() const { return m_plan.count; }
    [[nodiscard]] std::chrono::milliseconds untilNext() const;

Q_SIGNALS:
    /// `number` counts from 1. The schedule may be cancelled meanwhile.
    void due(int number);
    /// It started, ended, or some time has passed.
    void changed();
    void finished();

private:
    void end();

    const Clock& m_clock;
    QTimer m_timer;
    Plan m_plan;
    bool m_isRunning = false;
    int m_done = 0;
    SteadyTime m_next{}; ///< of the second and later ones
};

} // namespace signalbox::ui
