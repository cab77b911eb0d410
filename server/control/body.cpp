// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/body.h"

#include "server/control/control_fault.h"

#include <algorithm>

namespace signalbox::control {

namespace {

using message::JsonObjectFault;

http::HttpError bodyError(const message::JsonObjectError& error)
{
    switch (error.fault) {
    case JsonObjectFault::NotJson:
        return controlError(ControlFault::NotJson,
                            QStringLiteral("what stands at line %1, column %2 does not belong there")
                                .arg(error.place.line)
                                .arg(error.place.column));
    case JsonObjectFault::LoneSurrogate:
        return controlError(ControlFault::NotJson,
                            QStringLiteral("a \\u escape holds half of a surrogate pair"));
    case JsonObjectFault::NotObject:
        return controlError(ControlFault::BadBody, QStringLiteral("a JSON object"));
    case JsonObjectFault::RepeatedKey:
        return controlError(ControlFault::BadBody,
                            QStringLiteral("an object in which each key is there once"));
    case JsonObjectFault::TooDeep:
        return controlError(ControlFault::BadBody, QStringLiteral("nested 64 deep at most"));
    }
    Q_UNREACHABLE();
}

} // namespace

std::variant<message::JsonObject, http::HttpError> readBody(QByteArrayView body,
                                                            std::initializer_list<QByteArrayView> known)
{
    auto read = message::readJsonObject(body.isEmpty() ? QByteArrayView("{}") : body);
    if (const auto* const error = std::get_if<message::JsonObjectError>(&read)) {
        return bodyError(*error);
    }
    auto object = std::get<message::JsonObject>(std::move(read));
    const auto present =
        std::ranges::count_if(known, [&object](QByteArrayView key) { return object.value(key).has_value(); });
    if (present != object.size()) {
        QStringList names;
        for (const QByteArrayView key : known) {
            names.append(QString::fromLatin1(key));
        }
        return controlError(ControlFault::UnknownMember, names.join(QStringLiteral(", ")));
    }
    return object;
}

} // namespace signalbox::control
