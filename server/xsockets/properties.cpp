// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/properties.h"

#include "server/xsockets/fault.h"

#include <tuple>

namespace signalbox::xsockets {

Result<void> Properties::set(const QByteArray& controller, const QByteArray& name,
                             const QByteArray& valueJson)
{
    const PropertyKey key{controller, name};
    const auto found = m_values.constFind(key);
    const bool isNew = found == m_values.constEnd();
    const qint64 before = isNew ? 0 : controller.size() + name.size() + found->size();
    const qint64 bytes = m_bytes - before + controller.size() + name.size() + valueJson.size();
    if (bytes > m_maxBytes || (isNew && m_values.size() >= maxCount)) {
        return fault(Fault::TooManyProperties,
                     QStringLiteral("%1, of %2 bytes together,").arg(maxCount).arg(m_maxBytes));
    }
    m_bytes = bytes;
    m_values.insert(key, valueJson);
    return {};
}

void Properties::restore(const PropertyValues& values)
{
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        std::ignore = set(value.key().first, value.key().second, value.value()); // it was within the limits
    }
}

QByteArray Properties::get(const QByteArray& controller, const QByteArray& name) const
{
    return m_values.value({controller, name}, QByteArrayLiteral("null"));
}

} // namespace signalbox::xsockets
