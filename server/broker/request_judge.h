// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/allowed_access.h"
#include "server/http/access_policy.h"
#include "server/http/endpoint_paths.h"
#include "server/settings/settings.h"

#include <optional>

namespace signalbox::broker {

/// Says whether a request may be answered, before anything is done for it: its Host and Origin, its path, its
/// method.
///
/// Thread: its worker.
class RequestJudge final {
public:
    explicit RequestJudge(const Settings& settings);

    /// Other hosts and origins, for requests from now on.
    void allow(const AllowedAccess& access);
    void setServices(const http::ServiceRoutes& routes) { m_paths.setServices(routes); }
    [[nodiscard]] const http::AccessPolicy& access() const { return m_access; }
    [[nodiscard]] http::EndpointMatch match(const http::Request& request) const;

    /// Host and Origin alone. A refusal is a line of the log that names the setting which would allow it.
    [[nodiscard]] std::optional<http::HttpError> checkAccess(const http::Request& request,
                                                             const http::LocalEndpoint& local) const;
    /// Of a request that is no handshake, by its header: all of it.
    [[nodiscard]] std::optional<http::HttpError> judge(const http::Request& header,
                                                       const http::LocalEndpoint& local) const;

private:
    const Settings& m_settings;
    http::AccessPolicy m_access;
    http::EndpointPaths m_paths;
};

} // namespace signalbox::broker
