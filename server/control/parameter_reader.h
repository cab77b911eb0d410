// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/control/parameter.h"
#include "server/http/http_error.h"
#include "server/http/request.h"

#include <optional>
#include <span>

namespace signalbox::control {

/// Reads the query of a request by what its route knows, and refuses all else: a name that is not known, one
/// that is there twice, a value that is out of bounds. Stays for one request.
class ParameterReader final {
public:
    ParameterReader(const http::Request& request, std::span<const Parameter> known);

    /// The first thing that is wrong.
    [[nodiscard]] const std::optional<http::HttpError>& error() const { return m_error; }

    /// As it was given; nothing when it was not, or when the route does not know it.
    [[nodiscard]] std::optional<QByteArray> text(QByteArrayView name) const;
    [[nodiscard]] std::optional<bool> boolean(QByteArrayView name) const;
    /// Of a parameter that the route knows: what stands for one that is not given, too.
    [[nodiscard]] qint64 integer(QByteArrayView name) const;
    [[nodiscard]] QByteArray sort() const;

private:
    [[nodiscard]] const Parameter* find(QByteArrayView name) const;
    void check(const Parameter& parameter);
    void fail(const Parameter& parameter, const QString& expected);

    const http::Request& m_request;
    std::span<const Parameter> m_known;
    std::optional<http::HttpError> m_error;
};

} // namespace signalbox::control
