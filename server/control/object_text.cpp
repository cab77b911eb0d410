// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/object_text.h"

#include "server/message/json_text.h"

#include <QtCore/QDateTime>

namespace signalbox::control {

ObjectText& ObjectText::text(QByteArrayView key, QByteArrayView utf8)
{
    return json(key, message::jsonString(utf8));
}

ObjectText& ObjectText::text(QByteArrayView key, QStringView value)
{
    return json(key, message::jsonString(value));
}

ObjectText& ObjectText::textOrNull(QByteArrayView key, QByteArrayView utf8)
{
    return utf8.isEmpty() ? json(key, "null") : text(key, utf8);
}

ObjectText& ObjectText::time(QByteArrayView key, WallTime value)
{
    return json(key, '"' + timeText(value) + '"');
}

ObjectText& ObjectText::json(QByteArrayView key, QByteArrayView value)
{
    if (m_text.size() > 1) {
        m_text += ',';
    }
    m_text += message::jsonString(key) + ':';
    m_text.append(value);
    return *this;
}

void addMute(ObjectText& object, WallTime until)
{
    const bool hasEnd = until != WallTime{} && until != WallTime::max();
    object.boolean("muted", until != WallTime{});
    if (hasEnd) {
        object.time("mutedUntil", until);
    } else {
        object.json("mutedUntil", "null");
    }
}

QByteArray timeText(WallTime time)
{
    const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(since.count(), Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
}

} // namespace signalbox::control
