// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/name_hash.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QHashFunctions>
#include <QtCore/QString>

#include <compare>
#include <optional>

namespace signalbox {

/// Why bytes cannot be a name (PRODUCT section 3: 1 to 128 bytes of UTF-8 without control characters).
enum class NameFault { Empty, TooLong, NotUtf8, ControlCharacter };

inline constexpr qsizetype maxNameBytes = 128;

/// The fault of `bytes` as a name, or nothing when they can be one.
[[nodiscard]] std::optional<NameFault> nameFault(QByteArrayView bytes);
/// The last part of an error code, for example "name_too_long".
[[nodiscard]] QByteArrayView nameFaultCode(NameFault fault);

/// `bytes` as text, a byte order mark included, which QString::fromUtf8() would take away: it is part of the
/// name.
[[nodiscard]] QString nameText(QByteArrayView bytes);

/// Exact bytes that name a group, a user or a tag: never folded, never trimmed. Checked once, when made.
template <typename Kind>
class Name final {
public:
    /// The empty name: the default group; for users and tags "none".
    Name() = default;

    [[nodiscard]] static std::optional<Name> make(QByteArrayView bytes)
    {
        return nameFault(bytes) ? std::nullopt : std::optional<Name>(Name(bytes.toByteArray()));
    }
    /// For names that were checked before, for example ones that came out of another thread's Name.
    [[nodiscard]] static Name trusted(QByteArray bytes) { return Name(std::move(bytes)); }

    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }
    /// The same name for the window: toUtf8() gives the bytes again.
    [[nodiscard]] QString text() const { return nameText(m_bytes); }
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }

    friend bool operator==(const Name&, const Name&) = default;
    friend bool operator<(const Name& left, const Name& right) { return left.m_bytes < right.m_bytes; }
    friend size_t qHash(const Name& name, size_t seed = 0) { return nameHash(name.m_bytes, seed); }

private:
    explicit Name(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }

    QByteArray m_bytes;
};

using GroupName = Name<struct GroupKind>;
using UserName = Name<struct UserKind>;
using TagName = Name<struct TagKind>;

} // namespace signalbox
