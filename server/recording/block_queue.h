// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

#include <deque>
#include <memory>
#include <type_traits>

namespace signalbox::recording {

/// A queue of plain values, each found by its position: the n-th that was ever appended has position n. It
/// grows and shrinks by whole blocks and never moves a value, so that a million of them cost neither a pause
/// nor a spare half.
///
/// Thread: any one. Owner: whoever holds it.
template <typename T, size_t ValuesPerBlock = 1024>
class BlockQueue final {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

public:
    [[nodiscard]] quint64 begin() const { return m_begin; } ///< position of the oldest
    [[nodiscard]] quint64 end() const { return m_end; }     ///< position that the next one will have
    [[nodiscard]] quint64 size() const { return m_end - m_begin; }
    [[nodiscard]] bool isEmpty() const { return m_begin == m_end; }

    [[nodiscard]] const T& at(quint64 position) const
    {
        return m_blocks[blockOf(position)][position % ValuesPerBlock];
    }
    [[nodiscard]] T& at(quint64 position) { return m_blocks[blockOf(position)][position % ValuesPerBlock]; }
    [[nodiscard]] const T& front() const { return at(m_begin); }

    quint64 append(const T& value)
    {
        if (m_end == m_firstBlock + m_blocks.size() * ValuesPerBlock) {
            m_blocks.push_back(m_spare ? std::move(m_spare)
                                       : std::make_unique_for_overwrite<T[]>(ValuesPerBlock));
        }
        at(m_end) = value;
        return m_end++;
    }

    void removeFront()
    {
        Q_ASSERT(!isEmpty());
        if (++m_begin == m_firstBlock + ValuesPerBlock) {
            m_spare = std::move(m_blocks.front());
            m_blocks.pop_front();
            m_firstBlock = m_begin;
        }
    }

private:
    [[nodiscard]] size_t blockOf(quint64 position) const
    {
        return static_cast<size_t>((position - m_firstBlock) / ValuesPerBlock);
    }

    std::deque<std::unique_ptr<T[]>> m_blocks;
    std::unique_ptr<T[]> m_spare; ///< the last one that became empty, to be used next
    quint64 m_firstBlock = 0;     ///< position of the first value of the first block
    quint64 m_begin = 0;
    quint64 m_end = 0;
};

} // namespace signalbox::recording
