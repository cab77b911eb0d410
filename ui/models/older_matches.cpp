// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/older_matches.h"

#include <algorithm>
#include <utility>

namespace signalbox::ui {

std::optional<qsizetype> OlderMatches::rowOfSequence(quint64 sequence) const
{
    const auto place = std::ranges::lower_bound(m_rows, sequence, {}, &Row::sequence);
    return place != m_rows.end() && place->sequence == sequence ? std::optional(place - m_rows.begin())
                                                                : std::nullopt;
}

std::optional<qsizetype> OlderMatches::rowOfNumber(quint64 number) const
{
    const auto place =
        std::ranges::lower_bound(m_rows, number, {}, [](const Row& row) { return row.entry.row.number; });
    return place != m_rows.end() && place->entry.row.number == number ? std::optional(place - m_rows.begin())
                                                                      : std::nullopt;
}

void OlderMatches::expect(quint64 number)
{
    const bool isOldest = (m_missing.empty() || number < m_missing.front()) &&
                          (m_rows.empty() || number < m_rows.front().entry.row.number);
    if (isOldest) {
        m_missing.push_front(number);
    }
}

void OlderMatches::add(std::span<const link::FrameRow> rows, quint64 sequence)
{
    for (const link::FrameRow& row : rows) {
        if (!m_rows.empty() && row.number >= m_rows.front().entry.row.number) {
            continue; // it is here
        }
        while (!m_missing.empty() && m_missing.back() >= row.number) {
            m_missing.pop_back();
        }
        m_rows.push_front({(m_rows.empty() ? sequence : m_rows.front().sequence) - 1, {row}});
        m_frames += row.kind == link::RowKind::Gap ? 0 : 1;
    }
}

void OlderMatches::takeOver(quint64 sequence, LoggedFrame entry)
{
    m_frames += entry.row.kind == link::RowKind::Gap ? 0 : 1;
    m_rows.push_back({sequence, std::move(entry)});
}

void OlderMatches::removeFirst()
{
    m_frames -= m_rows.front().entry.row.kind == link::RowKind::Gap ? 0 : 1;
    m_rows.pop_front();
}

void OlderMatches::trim(qsizetype rows)
{
    for (; rows > 0; --rows) {
        m_missing.push_back(m_rows.front().entry.row.number);
        removeFirst();
    }
}

qsizetype OlderMatches::notKept(quint64 firstKept) const
{
    return std::ranges::lower_bound(m_rows, firstKept, {},
                                    [](const Row& row) { return row.entry.row.number; }) -
           m_rows.begin();
}

void OlderMatches::forget(quint64 firstKept)
{
    while (!m_missing.empty() && m_missing.front() < firstKept) {
        m_missing.pop_front();
    }
    while (!m_rows.empty() && m_rows.front().entry.row.number < firstKept) {
        removeFirst();
    }
}

void OlderMatches::clear()
{
    m_rows.clear();
    m_missing.clear();
    m_frames = 0;
}

} // namespace signalbox::ui
