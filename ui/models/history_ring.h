// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"

#include <QtCore/QtGlobal>

#include <optional>
#include <vector>

namespace signalbox::ui {

/// The mean over one step of time. NaN where nothing was measured.
struct HistoryPoint {
    double clients = 0.0;
    double messages = 0.0; ///< in a second, received and delivered
    double bytes = 0.0;    ///< in a second, in both directions
    double queue = 0.0;    ///< bytes
};

/// The last `capacity` steps of a measured time, each the mean of what was measured in it. A step in which
/// nothing was measured is a gap. Main thread. Limit: fixed; nothing is allocated after the constructor.
class HistoryRing final {
public:
    HistoryRing(std::chrono::seconds step, size_t capacity);

    /// `point` held from `from` to `to`. A time long before what is there begins anew: the
    /// clock was set back.
    void add(WallTime from, WallTime to, const HistoryPoint& point);

    [[nodiscard]] std::chrono::seconds step() const { return m_step; }
    [[nodiscard]] size_t capacity() const { return m_slots.size(); }
    /// Steps from the first measured one, or the oldest that is kept, to the newest.
    [[nodiscard]] size_t size() const { return m_size; }
    /// 0 is the oldest.
    [[nodiscard]] HistoryPoint at(size_t position) const;
    [[nodiscard]] WallTime timeOf(size_t position) const; ///< when the step begins

private:
    struct Slot {
        HistoryPoint sum;     ///< weighted by seconds
        double seconds = 0.0; ///< measured; 0: a gap
    };

    [[nodiscard]] qint64 stepOf(WallTime time) const;
    void advance(qint64 step);
    [[nodiscard]] Slot& slot(qint64 step);

    std::chrono::seconds m_step;
    std::vector<Slot> m_slots; ///< the step modulo the capacity is the place
    size_t m_size = 0;
    qint64 m_newest = 0; ///< steps since 1970
};

} // namespace signalbox::ui
