// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/mute_body.h"

#include "server/control/body.h"
#include "server/control/control_fault.h"

#include <QtCore/QDateTime>

#include <optional>

namespace signalbox::control {

namespace {

using message::JsonKind;
using message::JsonValue;

constexpr qint64 maxSeconds = qint64{366} * 24 * 3600;

http::HttpError bad(const QString& member, const QString& expected)
{
    return controlError(ControlFault::BadMember, member, expected);
}

std::variant<WallTime, http::HttpError> readUntil(const JsonValue& value, WallTime now)
{
    const QDateTime time = value.kind() == JsonKind::String
                               ? QDateTime::fromString(QString::fromUtf8(value.string()), Qt::ISODateWithMs)
                               : QDateTime();
    const WallTime until(std::chrono::milliseconds(time.isValid() ? time.toMSecsSinceEpoch() : 0));
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime || until <= now) {
        return bad(QStringLiteral("until"),
                   QStringLiteral("a time to come, with its zone: 2026-11-26T10:12:01Z"));
    }
    return until;
}

std::variant<WallTime, http::HttpError> readSeconds(const JsonValue& value, WallTime now)
{
    bool isNumber = false;
    const qint64 seconds = value.text.toLongLong(&isNumber);
    if (value.kind() != JsonKind::Number || !isNumber || seconds < 1 || seconds > maxSeconds) {
        return bad(QStringLiteral("seconds"), QStringLiteral("a whole number from 1 to %1").arg(maxSeconds));
    }
    return now + std::chrono::seconds(seconds);
}

} // namespace

std::variant<WallTime, http::HttpError> readMute(QByteArrayView body, WallTime now)
{
    const auto read = readBody(body, {"until", "seconds"});
    if (const auto* const error = std::get_if<http::HttpError>(&read)) {
        return *error;
    }
    const auto& object = std::get<message::JsonObject>(read);
    const std::optional<JsonValue> until = object.value("until");
    const std::optional<JsonValue> seconds = object.value("seconds");
    if (until && seconds) {
        return bad(QStringLiteral("until"), QStringLiteral("left out where there are seconds"));
    }
    return until ? readUntil(*until, now) : seconds ? readSeconds(*seconds, now) : WallTime::max();
}

} // namespace signalbox::control
