// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/service_paths.h"

#include <optional>

namespace signalbox::http {

namespace {

bool isVariable(const QByteArray& part)
{
    return part.size() > 2 && part.startsWith('{') && part.endsWith('}');
}

/// What stands in the place of the parts in braces; nothing: it is another path.
std::optional<QList<QueryParameter>> matchPattern(const QByteArray& pattern, const QByteArray& path)
{
    const QList<QByteArray> wanted = pattern.split('/');
    const QList<QByteArray> given = path.split('/');
    if (wanted.size() != given.size()) {
        return std::nullopt;
    }
    QList<QueryParameter> parameters;
    for (qsizetype at = 0; at < wanted.size(); ++at) {
        if (isVariable(wanted.at(at)) && !given.at(at).isEmpty()) {
            parameters.append({wanted.at(at).sliced(1, wanted.at(at).size() - 2), given.at(at)});
        } else if (wanted.at(at) != given.at(at)) {
            return std::nullopt;
        }
    }
    return parameters;
}

QByteArray joined(const QByteArray& basePath, const QByteArray& path)
{
    return path == "/" ? basePath : basePath + path;
}

ServiceTarget targetOf(const ServiceRoute& route, const QByteArray& path)
{
    ServiceTarget target;
    target.isSocket = !route.upgradePath.isEmpty() && joined(route.basePath, route.upgradePath) == path;
    for (const ServiceResource& resource : route.resources) {
        if (auto parameters = matchPattern(joined(route.basePath, resource.path), path)) {
            target.resources.append({resource.method, resource.path, *std::move(parameters)});
        }
    }
    if (target.isSocket || !target.resources.isEmpty()) {
        target.service = route.service;
    }
    return target;
}

} // namespace

ServiceTarget findService(const ServiceRoutes& routes, const QByteArray& path)
{
    for (const ServiceRoute& route : routes) {
        if (const ServiceTarget target = targetOf(route, path); !target.service.isEmpty()) {
            return target;
        }
    }
    return {};
}

QByteArray serviceMethods(const ServiceTarget& target)
{
    QByteArray methods = target.isSocket ? "GET" : "";
    for (const ServiceTarget::Resource& resource : target.resources) {
        if (target.isSocket && resource.method == "GET") {
            continue;
        }
        methods += (methods.isEmpty() ? "" : ", ") + resource.method;
        if (resource.method == "GET") {
            methods += ", HEAD";
        }
    }
    return methods;
}

} // namespace signalbox::http
