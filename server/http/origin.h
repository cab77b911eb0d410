// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/authority.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <optional>

namespace signalbox::http {

/// The origin of a web page (RFC 6454 §7): scheme://host[:port], made comparable. Two are equal or they are
/// not: no part of one is ever looked for in another.
struct Origin {
    QByteArray scheme;           ///< lower case
    QByteArray host;             ///< as Authority::host
    std::optional<quint16> port; ///< always set for http and https; others have no default

    /// Nothing for "null", for file: URLs, for a list, for anything with a path, a user or blanks.
    [[nodiscard]] static std::optional<Origin> parse(QByteArrayView text);

    [[nodiscard]] bool isHttp() const { return scheme == "http" || scheme == "https"; }
    /// As browsers write it: without the port that its scheme has anyway.
    [[nodiscard]] QByteArray text() const;

    friend bool operator==(const Origin&, const Origin&) = default;
};

} // namespace signalbox::http
