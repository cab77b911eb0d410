// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/frame_marks.h"

#include <iterator>

namespace signalbox::ui {

void FrameMarks::toggle(std::set<quint64>& numbers, quint64 number)
{
    if (numbers.erase(number) == 0) {
        numbers.insert(number);
    }
}

void FrameMarks::toggleReference(quint64 number, WallTime time)
{
    const bool isSame = m_reference && m_reference->number == number;
    m_reference = isSame ? std::nullopt : std::optional(TimeReference{number, time});
}

std::optional<quint64> FrameMarks::nextMark(quint64 number) const
{
    if (m_marked.empty()) {
        return std::nullopt;
    }
    const auto next = m_marked.upper_bound(number);
    return next == m_marked.end() ? *m_marked.begin() : *next;
}

std::optional<quint64> FrameMarks::previousMark(quint64 number) const
{
    if (m_marked.empty()) {
        return std::nullopt;
    }
    const auto next = m_marked.lower_bound(number);
    return next == m_marked.begin() ? *m_marked.rbegin() : *std::prev(next);
}

void FrameMarks::forgetBefore(quint64 number)
{
    m_marked.erase(m_marked.begin(), m_marked.lower_bound(number));
    m_ignored.erase(m_ignored.begin(), m_ignored.lower_bound(number));
}

void FrameMarks::clear()
{
    *this = FrameMarks();
}

} // namespace signalbox::ui
