// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QStringView>

#include <concepts>

namespace signalbox::control {

/// One JSON object, written member by member in the order of the calls.
class ObjectText final {
public:
    ObjectText& text(QByteArrayView key, QByteArrayView utf8);
    ObjectText& text(QByteArrayView key, QStringView value);
    /// An empty text becomes null.
    ObjectText& textOrNull(QByteArrayView key, QByteArrayView utf8);
    template <std::integral Number>
    ObjectText& number(QByteArrayView key, Number value)
    {
        return json(key, QByteArray::number(value));
    }
    ObjectText& boolean(QByteArrayView key, bool value) { return json(key, value ? "true" : "false"); }
    ObjectText& time(QByteArrayView key, WallTime value);
    /// `value` is JSON already.
    ObjectText& json(QByteArrayView key, QByteArrayView value);

    [[nodiscard]] QByteArray bytes() const { return m_text + '}'; }

private:
    QByteArray m_text = "{";
};

/// "[a,b]" of values that are JSON already.
template <typename Items, typename ToJson>
[[nodiscard]] QByteArray arrayText(const Items& items, ToJson toJson)
{
    QByteArray text = "[";
    for (const auto& item : items) {
        text += (text.size() > 1 ? "," : "") + toJson(item);
    }
    return text + ']';
}

/// Whether something is muted, and until when: "muted" and "mutedUntil".
void addMute(ObjectText& object, WallTime until);

/// 2026-11-26T10:12:01.204Z, without quotes.
[[nodiscard]] QByteArray timeText(WallTime time);

} // namespace signalbox::control
