// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QHashFunctions>

#include <compare>
#include <optional>

namespace signalbox {

/// A number that names one thing for the life of the process, written with a letter in front: c3, m18.
/// The number 0 means "none".
template <char Prefix>
class Id final {
public:
    constexpr Id() = default;
    constexpr explicit Id(quint64 number)
        : m_number(number)
    {
    }

    [[nodiscard]] constexpr quint64 number() const { return m_number; }
    [[nodiscard]] constexpr bool isNull() const { return m_number == 0; }
    [[nodiscard]] QByteArray text() const { return Prefix + QByteArray::number(m_number); }

    /// The id that `text` writes; nothing when it is not exactly what text() would give.
    [[nodiscard]] static std::optional<Id> fromText(QByteArrayView text)
    {
        if (text.size() < 2 || text.front() != Prefix) {
            return std::nullopt;
        }
        bool numeric = false;
        const Id id(text.sliced(1).toULongLong(&numeric));
        return numeric && id.text() == text ? std::optional<Id>(id) : std::nullopt;
    }

    friend constexpr auto operator<=>(Id, Id) = default;
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.m_number, seed); }

private:
    quint64 m_number = 0;
};

/// One accepted connection.
using ClientId = Id<'c'>;
/// One message that the broker routed, from whatever side it came.
using MessageId = Id<'m'>;

} // namespace signalbox
