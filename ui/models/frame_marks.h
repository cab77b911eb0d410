// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"

#include <QtCore/QtGlobal>

#include <optional>
#include <set>

namespace signalbox::ui {

/// The row that times are counted from; its time is known when the row is gone.
struct TimeReference {
    quint64 number = 0;
    WallTime time{};
};

/// What the user did to rows of the frames list, by their numbers: marked, ignored, made the reference of
/// the time. A value. Main thread. Limit: as many as the user made; those of rows that are gone are
/// forgotten.
class FrameMarks final {
public:
    [[nodiscard]] bool isMarked(quint64 number) const { return m_marked.contains(number); }
    [[nodiscard]] bool isIgnored(quint64 number) const { return m_ignored.contains(number); }
    [[nodiscard]] const std::optional<TimeReference>& reference() const { return m_reference; }
    [[nodiscard]] const std::set<quint64>& marked() const { return m_marked; }

    void toggleMark(quint64 number) { toggle(m_marked, number); }
    void toggleIgnored(quint64 number) { toggle(m_ignored, number); }
    /// A second time takes it away.
    void toggleReference(quint64 number, WallTime time);

    /// The next marked number after `number`, or before it; the first or the last when there is none.
    [[nodiscard]] std::optional<quint64> nextMark(quint64 number) const;
    [[nodiscard]] std::optional<quint64> previousMark(quint64 number) const;

    /// Marks of rows that are gone; the reference stays.
    void forgetBefore(quint64 number);
    void clear();

private:
    static void toggle(std::set<quint64>& numbers, quint64 number);

    std::set<quint64> m_marked;
    std::set<quint64> m_ignored;
    std::optional<TimeReference> m_reference;
};

} // namespace signalbox::ui
