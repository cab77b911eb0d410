// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/cbor_items.h"
#include "server/link/cbor_kinds.h"

#include <QtCore/QMetaEnum>

#include <algorithm>
#include <limits>

namespace signalbox::link {

/// Reads values that are one item of CBOR: numbers, enumerators, bytes, texts, ids, names, times. A number
/// that does not fit, or a name that cannot be one, is malformed; an enumerator without a name is from a
/// newer program.
///
/// Any thread.
class CborScalars final {
public:
    explicit CborScalars(CborItems& items)
        : m_items(items)
    {
    }

    template <typename T>
    void read(T& value)
    {
        if constexpr (std::is_same_v<T, bool> || std::is_same_v<T, QByteArray> ||
                      std::is_same_v<T, QString>) {
            m_items.read(value);
        } else if constexpr (std::is_enum_v<T>) {
            readEnum(value);
        } else if constexpr (std::is_integral_v<T>) {
            readInteger(value);
        } else if constexpr (isId<T>) {
            value = T(next<quint64>());
        } else if constexpr (isTimePoint<T>) {
            value = T(typename T::duration(next<qint64>()));
        } else if constexpr (isDuration<T>) {
            value = T(next<qint64>());
        } else if constexpr (isName<T>) {
            readName(value);
        } else {
            readKey(value);
        }
    }

    template <typename T>
    [[nodiscard]] T next()
    {
        T value{};
        read(value);
        return value;
    }

    /// Whether something was read that only a newer program knows, since the last call.
    [[nodiscard]] bool takeUnknown() { return std::exchange(m_unknown, false); }
    void setUnknown() { m_unknown = true; }

private:
    template <typename T>
    void readInteger(T& value)
    {
        quint64 number = 0;
        bool negative = false;
        if (!m_items.readNumber(number, negative)) {
            return;
        }
        const auto most = static_cast<quint64>(std::numeric_limits<T>::max());
        if (number > most + (negative ? 1 : 0) || (negative && std::is_unsigned_v<T>)) {
            m_items.fail();
        } else {
            value = static_cast<T>(negative ? ~number + 1 : number);
        }
    }

    template <typename T>
    void readEnum(T& value)
    {
        const int number = next<int>();
        if (QMetaEnum::fromType<T>().valueToKey(number) != nullptr) {
            value = static_cast<T>(number);
        } else {
            setUnknown();
        }
    }

    template <typename T>
    void readName(T& value)
    {
        const auto bytes = next<QByteArray>();
        if (bytes.isEmpty()) {
            value = {};
        } else if (const auto name = T::make(bytes)) {
            value = *name;
        } else {
            m_items.fail();
        }
    }

    void readKey(MaskingKey& key)
    {
        const auto bytes = next<QByteArray>();
        if (bytes.size() == qsizetype(key.size())) {
            std::copy(bytes.begin(), bytes.end(), key.begin());
        } else {
            m_items.fail();
        }
    }

    CborItems& m_items;
    bool m_unknown = false;
};

} // namespace signalbox::link
