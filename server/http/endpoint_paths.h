// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/endpoint_switches.h"
#include "server/http/managed_paths.h"
#include "server/http/service_paths.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QList>

namespace signalbox::http {

/// A path where clients connect: an [[endpoint]] of the configuration, or one that is built in.
struct Endpoint {
    QByteArray path;                ///< "/mychat"
    QByteArray dialect;             ///< "envelope", "echo", "raw", "xsockets", "service"
    QList<QByteArray> subprotocols; ///< that are spoken here
    QByteArray basePath;            ///< stands before `path`, when not empty

    friend bool operator==(const Endpoint&, const Endpoint&) = default;
};

enum class EndpointKind {
    NotFound,
    Root,      ///< "/": the status page; an upgrade is an envelope client
    Socket,    ///< WebSocket clients only
    Broadcast, ///< takes one envelope
    Health,
    Readiness,
    StaticFile,
    DemoRedirect, ///< "/demo", whose page needs the slash at its end
    Managed,      ///< the Managed WebSocket API
    Control,      ///< anything below /api/v1: the control API knows what
    Metrics,
    Service, ///< an HTTP resource of a service
};

/// What a path is asked for; "/" is several things.
enum class Purpose {
    Request,        ///< plain HTTP
    Handshake,      ///< of a WebSocket client
    TokenHandshake, ///< of one with a one-time token of the Managed WebSocket API
};

/// What a path names.
struct EndpointMatch {
    EndpointKind kind = EndpointKind::NotFound;
    Endpoint endpoint;          ///< Root and Socket
    QByteArray path;            ///< without repeated slashes
    ManagedTarget managed = {}; ///< Managed
    ServiceTarget service = {}; ///< Service, and Socket of the dialect "service"
};

/// Finds the endpoint of a request's decoded path (PRODUCT sections 3 and 4).
///
/// Configured endpoints come first and match exactly. The names that West Wind Web Connection clients use
/// match as the last segment of any path and in any case, because an application may put its base path before
/// them. Repeated slashes count as one, and a slash at the end makes no difference except for the demo.
/// Built-in endpoints that are switched off are not found. Thread: any one; a value.
class EndpointPaths final {
public:
    EndpointPaths() = default;
    explicit EndpointPaths(const QList<Endpoint>& configured, const EndpointSwitches& switches = {});

    /// Services come last: a script takes nobody's path away.
    void setServices(const ServiceRoutes& services) { m_services = services; }
    [[nodiscard]] EndpointMatch match(QByteArrayView decodedPath, Purpose purpose = Purpose::Request) const;

private:
    EndpointSwitches m_switches;
    QList<Endpoint> m_configured; ///< with the whole path in `path`
    ServiceRoutes m_services;
};

/// For the Allow header: "GET, HEAD", "POST", "GET".
[[nodiscard]] QByteArray allowedMethods(const EndpointMatch& match);
/// Whether WebSocket clients can connect there.
[[nodiscard]] bool acceptsUpgrade(EndpointKind kind);

} // namespace signalbox::http
