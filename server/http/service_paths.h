// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/request.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace signalbox::http {

/// One thing that a service answers over HTTP.
struct ServiceResource {
    QByteArray method; ///< "POST"
    QByteArray path;   ///< below the base path: "/even", "/rm/{id}"; a part in braces is any one segment
};

/// The paths of one service.
struct ServiceRoute {
    QByteArray service;     ///< "chat.js"
    QByteArray basePath;    ///< "/chat"
    QByteArray upgradePath; ///< "/ws"; empty: no clients can connect
    QList<ServiceResource> resources;
    QByteArray controller{};  ///< that XSockets clients open; empty: none
    bool authorizes = false;  ///< the script is asked first
    QByteArray subprotocol{}; ///< that clients may offer on any path; empty: none
    bool translates = false;  ///< the script decodes and encodes it; otherwise it is that of XSockets
};

using ServiceRoutes = QList<ServiceRoute>;

/// What a path is of a service.
struct ServiceTarget {
    QByteArray service;    ///< empty: nothing
    bool isSocket = false; ///< clients connect here
    struct Resource {
        QByteArray method;
        QByteArray path;                  ///< as in ServiceRoute::resources
        QList<QueryParameter> parameters; ///< what stands in the place of the parts in braces
    };
    QList<Resource> resources; ///< one for each method
};

/// The service whose path this is; the match is exact (PRODUCT section 5). `path` is decoded, without a slash
/// at its end. Of two services with the same path the first in the list has it.
[[nodiscard]] ServiceTarget findService(const ServiceRoutes& routes, const QByteArray& path);
/// For the Allow header: "GET, HEAD, POST".
[[nodiscard]] QByteArray serviceMethods(const ServiceTarget& target);

} // namespace signalbox::http
