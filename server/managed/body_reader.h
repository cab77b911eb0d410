// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/http_error.h"
#include "server/managed/managed_fault.h"
#include "server/message/json_object.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <optional>

namespace signalbox::managed {

/// Reads the body of one request and keeps the first thing that is wrong with it: whoever reads asks for one
/// part after the other, and looks for an error at the end. Stays for one request.
class BodyReader final {
public:
    explicit BodyReader(QByteArrayView body);

    [[nodiscard]] const std::optional<http::HttpError>& error() const { return m_error; }
    void fail(ManagedFault fault, const QByteArray& property = {}, const QString& detail = {});

    /// The whole body. Empty when it is none.
    [[nodiscard]] const message::JsonObject& root() const { return m_root; }
    /// A member that must be there and not null.
    [[nodiscard]] std::optional<message::JsonValue> required(const message::JsonObject& object,
                                                             QByteArrayView key, const QByteArray& property);
    [[nodiscard]] std::optional<message::JsonObject>
    requiredObject(const message::JsonObject& object, QByteArrayView key, const QByteArray& property);
    /// An array of names, each once; numbers become texts. Null is none.
    [[nodiscard]] QList<QByteArray> names(const message::JsonValue& value, const QByteArray& property,
                                          qsizetype maxNames, const QString& limit);

private:
    [[nodiscard]] std::optional<QByteArray> name(const message::JsonValue& value, const QByteArray& property);

    message::JsonObject m_root;
    std::optional<http::HttpError> m_error;
};

} // namespace signalbox::managed
