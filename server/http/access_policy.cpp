// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/access_policy.h"

#include "server/http/authority.h"
#include "server/http/token.h"

namespace signalbox::http {

namespace {

/// Whether the page came from the very host and port that the request names, and over the scheme, if that is
/// known.
bool isOwnPage(const Origin& origin, const Request& request, const QByteArray& scheme)
{
    const auto own = Authority::parse(request.authority);
    return own && (scheme.isEmpty() || scheme == origin.scheme) && origin.isHttp() &&
           own->host == origin.host && own->port.value_or(origin.scheme == "https" ? 443 : 80) == origin.port;
}

/// "application/json", perhaps with parameters. A page can send every other type without asking first.
bool isJson(const Request& request)
{
    if (request.headerCount("Content-Type") != 1) {
        return false;
    }
    const QByteArray type = request.header("Content-Type");
    const qsizetype semicolon = type.indexOf(';');
    return equalIgnoringCase(withoutBlanks(semicolon < 0 ? type : type.first(semicolon)), "application/json");
}

QByteArray settingFor(Fault fault)
{
    if (fault == Fault::HostRefused) {
        return "http.allowed_hosts";
    }
    return fault == Fault::OriginRefused ? "http.allowed_origins" : QByteArray();
}

} // namespace

AccessPolicy::AccessPolicy(const QList<QByteArray>& allowedHosts, const QList<QByteArray>& allowedOrigins,
                           MissingOrigin missingOrigin)
    : m_missingOrigin(missingOrigin)
{
    for (const QByteArray& name : allowedHosts) {
        if (const auto host = comparableHost(name)) {
            m_hosts.append(*host);
        }
    }
    for (const QByteArray& text : allowedOrigins) {
        if (const auto origin = Origin::parse(text)) {
            m_origins.append(*origin);
        }
    }
}

std::optional<Refusal> AccessPolicy::check(const Request& request, const LocalEndpoint& local) const
{
    std::optional<Fault> fault = hostFault(request, local);
    if (!fault) {
        fault = originFault(request, local);
    }
    if (!fault && isWrite(request.method) && request.headers.contains("Origin") && !isJson(request)) {
        fault = Fault::JsonRequired;
    }
    if (!fault) {
        return std::nullopt;
    }
    return Refusal{httpError(*fault), settingFor(*fault), request.header("Origin"), request.authority};
}

AccessPolicy AccessPolicy::withOrigin(QByteArrayView origin) const
{
    AccessPolicy changed = *this;
    if (const auto parsed = Origin::parse(origin); parsed && !isConfigured(*parsed)) {
        changed.m_origins.append(*parsed);
    }
    return changed;
}

std::optional<QByteArray> AccessPolicy::comparableHost(QByteArrayView name)
{
    const auto authority = Authority::parse(name);
    if (!authority) {
        return std::nullopt;
    }
    QByteArray host = authority->host;
    if (host.size() > 1 && host.endsWith('.')) {
        host.chop(1);
    }
    return host;
}

std::optional<Fault> AccessPolicy::hostFault(const Request& request, const LocalEndpoint& local) const
{
    if (request.authority.isEmpty()) {
        // HTTP/1.0 may come without a Host (health checks do); no browser sends such. An empty one names
        // nobody.
        return request.headers.contains("Host") ? std::optional(Fault::HostRefused) : std::nullopt;
    }
    const auto host = comparableHost(request.authority);
    if (!host) {
        return Fault::BadHost;
    }
    const bool known = *host == "localhost" || *host == "127.0.0.1" || *host == "::1" ||
                       *host == comparableAddress(local.address) || m_hosts.contains(*host);
    return known ? std::nullopt : std::optional(Fault::HostRefused);
}

std::optional<Fault> AccessPolicy::originFault(const Request& request, const LocalEndpoint& local) const
{
    const qsizetype origins = request.headerCount("Origin");
    if (origins > 1) {
        return Fault::DuplicateOrigin;
    }
    if (origins == 0) {
        // Browsers send no Origin when they open a page, but always with a handshake and with a write.
        const bool mayLack = local.isLoopback() || m_missingOrigin == MissingOrigin::Everywhere ||
                             (!request.wantsUpgrade && !isWrite(request.method));
        return mayLack ? std::nullopt : std::optional(Fault::OriginRequired);
    }
    const auto origin = Origin::parse(request.header("Origin"));
    return origin && isAllowed(*origin, request, local) ? std::nullopt : std::optional(Fault::OriginRefused);
}

bool AccessPolicy::isAllowed(const Origin& origin, const Request& request, const LocalEndpoint& local) const
{
    return (local.isLoopback() && origin.isHttp() && isLoopbackHost(origin.host)) ||
           isOwnPage(origin, request, local.scheme) || isConfigured(origin);
}

bool isWrite(QByteArrayView method)
{
    return method == "POST" || method == "PUT" || method == "PATCH" || method == "DELETE";
}

} // namespace signalbox::http
