// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

#include <algorithm>
#include <array>
#include <cstddef>

namespace signalbox {

/// Counts what was observed by its size. `bounds` are the largest values of all buckets but the last,
/// ascending; the last takes the rest. An observation costs a search in a short array: no lock, no
/// allocation.
///
/// Thread: its owner's. A value: those of several threads are added up.
template <const auto& bounds>
class Histogram final {
public:
    void observe(quint64 value)
    {
        ++m_counts[static_cast<std::size_t>(std::ranges::lower_bound(bounds, value) - bounds.begin())];
        m_sum += value;
    }
    void add(const Histogram& other)
    {
        for (std::size_t i = 0; i < m_counts.size(); ++i) {
            m_counts[i] += other.m_counts[i];
        }
        m_sum += other.m_sum;
    }

    /// One for each bucket: not cumulative.
    [[nodiscard]] const std::array<quint64, bounds.size() + 1>& counts() const { return m_counts; }
    [[nodiscard]] quint64 sum() const { return m_sum; }

    friend bool operator==(const Histogram&, const Histogram&) = default;

private:
    std::array<quint64, bounds.size() + 1> m_counts{};
    quint64 m_sum = 0;
};

} // namespace signalbox
