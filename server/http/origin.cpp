// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/origin.h"

#include <algorithm>

namespace signalbox::http {

namespace {

std::optional<quint16> defaultPort(QByteArrayView scheme)
{
    if (scheme == "http") {
        return 80;
    }
    return scheme == "https" ? std::optional<quint16>(443) : std::nullopt;
}

bool isScheme(QByteArrayView lower)
{
    // RFC 3986 §3.1
    return !lower.isEmpty() && lower.front() >= 'a' && lower.front() <= 'z' &&
           std::all_of(lower.begin(), lower.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
           });
}

} // namespace

std::optional<Origin> Origin::parse(QByteArrayView text)
{
    const QByteArray lower = text.toByteArray().toLower();
    const qsizetype separator = lower.indexOf("://");
    if (separator < 0 || lower.startsWith("file:") || !isScheme(QByteArrayView(lower).first(separator))) {
        return std::nullopt;
    }
    const QByteArrayView rest = QByteArrayView(lower).sliced(separator + 3);
    const auto authority = Authority::parse(rest);
    if (!authority || rest.endsWith(':')) {
        return std::nullopt;
    }
    Origin origin{lower.first(separator), authority->host, authority->port};
    if (!origin.port) {
        origin.port = defaultPort(origin.scheme);
    }
    return origin;
}

QByteArray Origin::text() const
{
    QByteArray text = scheme + "://" + (host.contains(':') ? '[' + host + ']' : host);
    if (port && port != defaultPort(scheme)) {
        text += ':' + QByteArray::number(*port);
    }
    return text;
}

} // namespace signalbox::http
