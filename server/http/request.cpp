// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/request.h"

namespace signalbox::http {

std::optional<QByteArray> Request::value(QByteArrayView name) const
{
    for (const QueryParameter& parameter : query) {
        if (parameter.name == name) {
            return parameter.value;
        }
    }
    return std::nullopt;
}

QList<QByteArray> Request::values(QByteArrayView name) const
{
    QList<QByteArray> found;
    for (const QueryParameter& parameter : query) {
        if (parameter.name == name) {
            found.append(parameter.value);
        }
    }
    return found;
}

} // namespace signalbox::http
