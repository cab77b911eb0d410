// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/managed_paths.h"

#include <array>

namespace signalbox::http {

namespace {

constexpr QByteArrayView root = "/v1";
constexpr QByteArrayView gateways = "/gateways/";
constexpr QByteArrayView sockets = "/sockets/";

struct Entry {
    QByteArrayView path; ///< behind the root
    ManagedResource resource;
};

constexpr std::array entries{
    Entry{"", ManagedResource::Root},
    Entry{"/websocket_uri", ManagedResource::WebSocketUri},
    Entry{"/messages", ManagedResource::Messages},
    Entry{"/sockets", ManagedResource::Sockets},
    Entry{"/webhook_receivers/enginio", ManagedResource::EnginioReceiver},
    Entry{"/configuration", ManagedResource::Configuration},
};

QByteArrayView withoutGateway(QByteArrayView path)
{
    if (!path.startsWith(gateways)) {
        return path;
    }
    const qsizetype slash = path.indexOf('/', gateways.size());
    return slash < 0 ? QByteArrayView("") : path.sliced(slash);
}

} // namespace

ManagedTarget matchManaged(QByteArrayView path)
{
    if (!isBelowManagedRoot(path)) {
        return {};
    }
    const QByteArrayView rest = withoutGateway(path.sliced(root.size()));
    for (const Entry& entry : entries) {
        if (entry.path == rest) {
            return {entry.resource, {}};
        }
    }
    if (rest.startsWith(sockets) && rest.indexOf('/', sockets.size()) < 0) {
        return {ManagedResource::Socket, rest.sliced(sockets.size()).toByteArray()};
    }
    return {};
}

QByteArray managedMethods(ManagedResource resource)
{
    switch (resource) {
    case ManagedResource::WebSocketUri:
        return "GET";
    case ManagedResource::Messages:
    case ManagedResource::EnginioReceiver:
        return "POST";
    case ManagedResource::Sockets:
        return "GET, POST";
    case ManagedResource::Socket:
        return "GET, DELETE";
    case ManagedResource::Configuration:
        return "GET, PUT";
    case ManagedResource::Root:
    case ManagedResource::None:
        break;
    }
    return "GET, HEAD";
}

bool isBelowManagedRoot(QByteArrayView path)
{
    return path == root || (path.startsWith(root) && path.size() > root.size() && path[root.size()] == '/');
}

} // namespace signalbox::http
