// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>

#include <utility>

namespace signalbox::xsockets {

/// Of a property: its controller and its name.
using PropertyKey = std::pair<QByteArray, QByteArray>;
using PropertyValues = QHash<PropertyKey, QByteArray>;

/// Values by controller and name, as JSON: the properties of one client. Bounded by number and bytes.
class Properties final {
public:
    static constexpr qsizetype maxCount = 1'000;

    explicit Properties(qint64 maxBytes)
        : m_maxBytes(maxBytes)
    {
    }

    /// Errors: xsockets.too_many_properties; what was set before stays.
    [[nodiscard]] Result<void> set(const QByteArray& controller, const QByteArray& name,
                                   const QByteArray& valueJson);
    /// "null" when it was not set.
    [[nodiscard]] QByteArray get(const QByteArray& controller, const QByteArray& name) const;
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] const PropertyValues& values() const { return m_values; }
    [[nodiscard]] qsizetype count() const { return m_values.size(); }

    /// As they were when the client was here before.
    void restore(const PropertyValues& values);

private:
    qint64 m_maxBytes;
    qint64 m_bytes = 0; ///< of keys and values
    PropertyValues m_values;
};

} // namespace signalbox::xsockets
