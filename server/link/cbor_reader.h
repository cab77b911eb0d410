// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/cbor_scalars.h"

#include <utility>

namespace signalbox::link {

/// Reads values of the link. What is not there stays as it was made; entries of lists that only a newer
/// program knows are left out and counted.
///
/// Any thread. Reads once.
class CborReader final {
public:
    explicit CborReader(const QByteArray& bytes)
        : m_items(bytes)
        , m_scalars(m_items)
    {
    }
    Q_DISABLE_COPY_MOVE(CborReader)

    template <typename T>
    void read(T& value)
    {
        if constexpr (isOptional<T>) {
            if (!m_items.readNull()) {
                read(value.emplace());
            }
        } else if constexpr (isVariant<T>) {
            readVariant(value);
        } else if constexpr (isList<T>) {
            readList(value);
        } else if constexpr (WireStruct<T>) {
            readStruct(value);
        } else {
            m_scalars.read(value);
        }
    }

    /// Everything was read and had its shape.
    [[nodiscard]] bool isWhole() { return m_items.isWhole(); }
    /// Whether something was read, outside of any list, that only a newer program knows; asked once.
    [[nodiscard]] bool takeUnknown() { return m_scalars.takeUnknown(); }
    [[nodiscard]] int skipped() const { return m_skipped; }

private:
    template <typename T>
    void readVariant(T& value)
    {
        if (m_items.enterArray()) {
            readAlternative(m_scalars.next<quint64>(), value);
            m_items.leave();
        }
    }

    template <size_t Index = 0, typename T>
    void readAlternative(quint64 index, T& value)
    {
        if constexpr (Index == std::variant_size_v<T>) {
            m_scalars.setUnknown();
        } else if (index == Index) {
            read(value.template emplace<Index>());
        } else {
            readAlternative<Index + 1>(index, value);
        }
    }

    template <typename T>
    void readList(T& list)
    {
        if (!m_items.enterArray()) {
            return;
        }
        const bool wasUnknown = m_scalars.takeUnknown();
        while (m_items.hasNext()) {
            typename T::value_type entry{};
            read(entry);
            if (m_scalars.takeUnknown()) {
                ++m_skipped;
            } else {
                list.push_back(std::move(entry));
            }
        }
        if (wasUnknown) {
            m_scalars.setUnknown();
        }
        m_items.leave();
    }

    template <WireStruct T>
    void readStruct(T& value)
    {
        if (!m_items.enterMap()) {
            return;
        }
        while (m_items.hasNext()) {
            const auto key = m_scalars.next<quint64>();
            quint64 place = 0;
            const auto readMember = [&](auto member) {
                if (place++ == key) {
                    read(value.*member);
                }
            };
            std::apply([&](auto... members) { (readMember(members), ...); }, WireFields<T>::members);
            if (key >= place) { // a member that only a newer program has
                m_items.skip();
            }
        }
        m_items.leave();
    }

    CborItems m_items;
    CborScalars m_scalars;
    int m_skipped = 0;
};

} // namespace signalbox::link
