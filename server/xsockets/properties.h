// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>

#include <utility>

namespace signalbox::xsockets {

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
    [[nodiscard]] qsizetype count() const { return m_values.size(); }

private:
    using Key = std::pair<QByteArray, QByteArray>;

    qint64 m_maxBytes;
    qint64 m_bytes = 0; ///< of keys and values
    QHash<Key, QByteArray> m_values;
};

} // namespace signalbox::xsockets
