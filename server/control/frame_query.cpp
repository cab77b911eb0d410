// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/frame_query.h"

#include "server/control/control_fault.h"

namespace signalbox::control {

std::variant<FrameQuery, http::HttpError> readFrameQuery(const ParameterReader& reader)
{
    FrameQuery query;
    query.limit = static_cast<quint64>(reader.integer("limit"));
    if (const auto cursor = reader.text("cursor")) {
        bool isNumber = false;
        query.before = cursor->toULongLong(&isNumber);
        if (!isNumber || query.before == 0) {
            return controlError(ControlFault::BadCursor);
        }
    }
    Result<filter::Filter> filter =
        filter::compile(QString::fromUtf8(reader.text("filter").value_or(QByteArray())));
    if (!filter) {
        return refusalOf(filter.error());
    }
    query.filter = std::move(filter).value();
    return query;
}

} // namespace signalbox::control
