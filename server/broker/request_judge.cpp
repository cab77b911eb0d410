// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/request_judge.h"

#include "server/core/log_categories.h"
#include "server/core/plain_text.h"
#include "server/http/cors.h"

#include <algorithm>

namespace signalbox::broker {

namespace {

QByteArray dialectName(EndpointDialect dialect)
{
    switch (dialect) {
    case EndpointDialect::Envelope:
        return "envelope";
    case EndpointDialect::Echo:
        return "echo";
    case EndpointDialect::Raw:
        return "raw";
    case EndpointDialect::XSockets:
        return "xsockets";
    }
    Q_UNREACHABLE();
}

QList<http::Endpoint> configuredEndpoints(const Settings& settings)
{
    QList<http::Endpoint> endpoints;
    for (const EndpointSettings& endpoint : settings.endpoints) {
        endpoints += http::Endpoint{endpoint.path, dialectName(endpoint.dialect), endpoint.subprotocols,
                                    endpoint.basePath};
    }
    return endpoints;
}

http::AccessPolicy accessPolicy(const AllowedAccess& access, const Settings& settings)
{
    using MissingOrigin = http::AccessPolicy::MissingOrigin;
    return {access.hosts, access.origins,
            settings.listener.allowInsecure ? MissingOrigin::Everywhere : MissingOrigin::OnLoopback};
}

/// Whether a list as in the Allow header has this method in it: methods are whole words, and have a case.
bool names(const QByteArray& allowedMethods, const QByteArray& method)
{
    const QList<QByteArray> methods = allowedMethods.split(',');
    return std::any_of(methods.begin(), methods.end(),
                       [&method](const QByteArray& allowed) { return allowed.trimmed() == method; });
}

} // namespace

RequestJudge::RequestJudge(const Settings& settings)
    : m_settings(settings)
    , m_access(accessPolicy({settings.http.allowedHosts, settings.http.allowedOrigins}, settings))
    , m_paths(configuredEndpoints(settings), settings.builtIn)
{
}

void RequestJudge::allow(const AllowedAccess& access)
{
    m_access = accessPolicy(access, m_settings);
}

http::EndpointMatch RequestJudge::match(const http::Request& request) const
{
    using http::Purpose;
    const Purpose handshake = request.value("token") ? Purpose::TokenHandshake : Purpose::Handshake;
    return m_paths.match(request.path, request.wantsUpgrade ? handshake : Purpose::Request);
}

std::optional<http::HttpError> RequestJudge::checkAccess(const http::Request& request,
                                                         const http::LocalEndpoint& local) const
{
    const std::optional<http::Refusal> refusal = m_access.check(request, local);
    if (!refusal) {
        return std::nullopt;
    }
    qCWarning(logHttp).noquote() << QStringLiteral("refused %1 %2: host %3, origin %4; %5 would allow it")
                                        .arg(refusal->error.status)
                                        .arg(QString::fromLatin1(refusal->error.code),
                                             printable(refusal->host, 80),
                                             refusal->origin.isEmpty() ? QStringLiteral("none")
                                                                       : printable(refusal->origin, 80),
                                             refusal->setting.isEmpty()
                                                 ? QStringLiteral("no setting")
                                                 : QString::fromLatin1(refusal->setting));
    return refusal->error;
}

std::optional<http::HttpError> RequestJudge::judge(const http::Request& header,
                                                   const http::LocalEndpoint& local) const
{
    if (auto refusal = checkAccess(header, local)) {
        return refusal;
    }
    const http::EndpointMatch endpoint = match(header);
    if (endpoint.kind == http::EndpointKind::NotFound) {
        return http::httpError(http::Fault::NotFound);
    }
    if (endpoint.kind == http::EndpointKind::Control) {
        return std::nullopt; // ControlEndpoints asks for the token first: no path is told to others
    }
    const QByteArray allowed = http::allowedMethods(endpoint);
    if (!http::isPreflight(header) && !names(allowed, header.method)) {
        return http::methodNotAllowed(allowed);
    }
    return std::nullopt;
}

} // namespace signalbox::broker
