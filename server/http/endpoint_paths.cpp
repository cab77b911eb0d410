// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/endpoint_paths.h"

#include "server/http/static_files.h"
#include "server/http/token.h"

namespace signalbox::http {

namespace {

/// One slash at the front, none twice.
QByteArray collapsed(QByteArrayView path)
{
    QByteArray result = "/";
    for (const char character : path) {
        if (character != '/' || result.back() != '/') {
            result.append(character);
        }
    }
    return result;
}

QByteArray withoutLastSlash(QByteArray path)
{
    if (path.size() > 1 && path.endsWith('/')) {
        path.chop(1);
    }
    return path;
}

Endpoint envelopeEndpoint(const QByteArray& path)
{
    return {path, "envelope", {}, {}};
}

/// The names that are known by their last segment.
EndpointMatch matchLastSegment(const QByteArray& path)
{
    const QByteArrayView segment = QByteArrayView(path).sliced(path.lastIndexOf('/') + 1);
    if (equalIgnoringCase(segment, "__broadcastWebSocket.wc") ||
        equalIgnoringCase(segment, "__broadcastsocket.wc")) {
        return {EndpointKind::Broadcast, {}, path};
    }
    if (equalIgnoringCase(segment, "__initializeSocket.wc")) {
        return {EndpointKind::Socket, envelopeEndpoint(path), path};
    }
    return {EndpointKind::NotFound, {}, path};
}

/// `whole` may end with a slash, `path` is the same without.
EndpointMatch findBuiltIn(const QByteArray& whole, const QByteArray& path)
{
    if (path == "/") {
        return {EndpointKind::Root, envelopeEndpoint(path), path};
    }
    if (path == "/ws") {
        return {EndpointKind::Socket, envelopeEndpoint(path), path};
    }
    if (path == "/echo") {
        return {EndpointKind::Socket, {path, "echo", {}, {}}, path};
    }
    if (path == "/raw") {
        return {EndpointKind::Socket, {path, "raw", {}, {}}, path};
    }
    if (path == "/healthz") {
        return {EndpointKind::Health, {}, path};
    }
    if (path == "/readyz") {
        return {EndpointKind::Readiness, {}, path};
    }
    if (path == "/api/v1" || path.startsWith("/api/v1/")) {
        return {EndpointKind::Control, {}, path};
    }
    if (path == "/metrics") {
        return {EndpointKind::Metrics, {}, path};
    }
    if (whole == "/demo") {
        return {EndpointKind::DemoRedirect, {}, whole};
    }
    if (StaticFiles::isListed(whole)) {
        return {EndpointKind::StaticFile, {}, whole};
    }
    if (const ManagedTarget managed = matchManaged(path); managed.resource != ManagedResource::None) {
        return {EndpointKind::Managed, {}, path, managed};
    }
    return matchLastSegment(path);
}

EndpointMatch matchService(const ServiceRoutes& services, const QByteArray& path, Purpose purpose)
{
    EndpointMatch match{EndpointKind::NotFound, {}, path, {}, findService(services, path)};
    if (match.service.isSocket && (purpose == Purpose::Handshake || match.service.resources.isEmpty())) {
        match.kind = EndpointKind::Socket;
        match.endpoint = {path, "service", {}, {}};
    } else if (!match.service.resources.isEmpty()) {
        match.kind = EndpointKind::Service;
    }
    return match;
}

bool isOn(const EndpointSwitches& switches, const EndpointMatch& match, Purpose purpose)
{
    switch (match.kind) {
    case EndpointKind::NotFound:
        return true; // as what it is
    case EndpointKind::Root:
        return purpose == Purpose::Request     ? switches.status
               : purpose == Purpose::Handshake ? switches.envelope
                                               : switches.managed;
    case EndpointKind::Socket:
        return match.endpoint.dialect == "echo"  ? switches.echo
               : match.endpoint.dialect == "raw" ? switches.raw
                                                 : switches.envelope;
    case EndpointKind::Broadcast:
        return switches.broadcast;
    case EndpointKind::Managed:
        return switches.managed;
    case EndpointKind::Control:
        return switches.control;
    case EndpointKind::Health:
    case EndpointKind::Readiness:
        return switches.health;
    case EndpointKind::Metrics:
        return switches.metrics;
    case EndpointKind::Service:
        return switches.services;
    case EndpointKind::DemoRedirect:
        return switches.demo;
    case EndpointKind::StaticFile:
        return match.path.startsWith("/demo/")     ? switches.demo
               : match.path.startsWith("/status.") ? switches.status
                                                   : switches.scripts;
    }
    Q_UNREACHABLE();
}

} // namespace

EndpointPaths::EndpointPaths(const QList<Endpoint>& configured, const EndpointSwitches& switches)
    : m_switches(switches)
    , m_configured(configured)
{
    for (Endpoint& endpoint : m_configured) {
        endpoint.path = withoutLastSlash(collapsed(QByteArray(endpoint.basePath + '/' + endpoint.path)));
    }
}

EndpointMatch EndpointPaths::match(QByteArrayView decodedPath, Purpose purpose) const
{
    if (!decodedPath.startsWith('/')) { // "*"
        return {};
    }
    const QByteArray whole = collapsed(decodedPath);
    const QByteArray path = withoutLastSlash(whole);
    for (const Endpoint& endpoint : m_configured) {
        if (endpoint.path == path) {
            return {EndpointKind::Socket, endpoint, path};
        }
    }
    const EndpointMatch found = findBuiltIn(whole, path);
    if (found.kind == EndpointKind::NotFound && m_switches.services) {
        return matchService(m_services, path, purpose);
    }
    return isOn(m_switches, found, purpose) ? found : EndpointMatch{EndpointKind::NotFound, {}, path, {}, {}};
}

QByteArray allowedMethods(const EndpointMatch& match)
{
    switch (match.kind) {
    case EndpointKind::Managed:
        return managedMethods(match.managed.resource);
    case EndpointKind::Control: // for a preflight; each path has its own
        return "GET, HEAD, POST, PUT, DELETE";
    case EndpointKind::Broadcast:
        return "POST";
    case EndpointKind::Service:
        return serviceMethods(match.service);
    case EndpointKind::Socket:
        return "GET";
    case EndpointKind::Root:
    case EndpointKind::Health:
    case EndpointKind::Readiness:
    case EndpointKind::StaticFile:
    case EndpointKind::DemoRedirect:
    case EndpointKind::Metrics:
    case EndpointKind::NotFound:
        break;
    }
    return "GET, HEAD";
}

bool acceptsUpgrade(EndpointKind kind)
{
    return kind == EndpointKind::Root || kind == EndpointKind::Socket;
}

} // namespace signalbox::http
