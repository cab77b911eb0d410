// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"

#include <QtCore/QAbstractEventDispatcher>

#include <chrono>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

namespace signalbox::dispatch {

/// The timers of one thread, in the order in which they are due. Knows no clock: the time is told.
///
/// A timer that is being delivered is in no order, so that a loop inside its handler does not deliver it
/// again. Qt gives the ids of dead timers to new ones: a Due says which of them was meant.
///
/// Thread: its dispatcher's.
class TimerQueue final {
public:
    struct Due {
        int id = 0;
        quint64 serial = 0; ///< of the registration
    };
    using Interval = std::chrono::milliseconds;
    using TimerInfo = QAbstractEventDispatcher::TimerInfo;

    void add(int id, Interval interval, Qt::TimerType type, QObject* object, SteadyTime now);
    /// Whether there was one.
    bool remove(int id);
    bool removeAllOf(const QObject* object);

    [[nodiscard]] QList<TimerInfo> timersOf(const QObject* object) const;
    /// Until it is due, not negative; none: there is no such timer.
    [[nodiscard]] std::optional<Interval> remaining(int id, SteadyTime now) const;
    /// When the first is due that is not being delivered.
    [[nodiscard]] std::optional<SteadyTime> nextDeadline() const;

    /// Those that are due now.
    [[nodiscard]] std::vector<Due> due(SteadyTime now) const;
    /// Takes a timer out for its delivery; null: it is gone meanwhile, or not due any more.
    [[nodiscard]] QObject* begin(const Due& due, SteadyTime now);
    /// Its handler has returned: it is due again an interval after it was, or after `now` if that has passed.
    void finish(const Due& due);

private:
    struct Timer {
        Interval interval{};
        Qt::TimerType type = Qt::CoarseTimer;
        QObject* object = nullptr;
        SteadyTime deadline{};
        quint64 serial = 0;
        bool isBeingDelivered = false;
    };

    std::unordered_map<int, Timer> m_timers;
    std::set<std::pair<SteadyTime, int>> m_order;
    quint64 m_lastSerial = 0;
};

} // namespace signalbox::dispatch
