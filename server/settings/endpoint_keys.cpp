// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/endpoint_keys.h"

#include "server/settings/key_makers.h"

namespace signalbox {

namespace {

using namespace key_makers;

template <typename Access>
SettingKey enabled(QByteArrayView name, Access access, QByteArrayView purpose)
{
    return {name, BooleanField{member<bool>(access)}, purpose};
}

} // namespace

void addEndpointKeys(std::vector<SettingKey>& keys)
{
    keys.push_back(enabled(
        "endpoints.envelope.enabled", [](auto& s) -> auto& { return s.builtIn.envelope; },
        "envelope clients at /ws, /__initializeSocket.wc and /"));
    keys.push_back(enabled(
        "endpoints.raw.enabled", [](auto& s) -> auto& { return s.builtIn.raw; }, "raw clients at /raw"));
    keys.push_back(enabled(
        "endpoints.xsockets.enabled", [](auto& s) -> auto& { return s.builtIn.xsockets; },
        "xsockets clients: those that offer the subprotocol XSocketsNET, at any path"));
    keys.push_back(enabled(
        "endpoints.echo.enabled", [](auto& s) -> auto& { return s.builtIn.echo; },
        "/echo, which returns every message"));
    keys.push_back(enabled(
        "endpoints.broadcast.enabled", [](auto& s) -> auto& { return s.builtIn.broadcast; },
        "envelopes over HTTP at /__broadcastWebSocket.wc"));
    keys.push_back(enabled(
        "endpoints.managed.enabled", [](auto& s) -> auto& { return s.builtIn.managed; },
        "the Managed WebSocket API at /v1/, and the clients that it gave an address"));
    keys.push_back(enabled(
        "endpoints.control.enabled", [](auto& s) -> auto& { return s.builtIn.control; },
        "the control API at /api/v1/, for holders of the operator token"));
    keys.push_back(enabled(
        "endpoints.status.enabled", [](auto& s) -> auto& { return s.builtIn.status; },
        "the status page at /"));
    keys.push_back(enabled(
        "endpoints.demo.enabled", [](auto& s) -> auto& { return s.builtIn.demo; },
        "the chat at /demo/, which needs the scripts"));
    keys.push_back(enabled(
        "endpoints.scripts.enabled", [](auto& s) -> auto& { return s.builtIn.scripts; },
        "the JavaScript client at /signalbox.js and the files beside it"));
    keys.push_back(enabled(
        "endpoints.health.enabled", [](auto& s) -> auto& { return s.builtIn.health; },
        "/healthz and /readyz"));
    keys.push_back(enabled(
        "endpoints.metrics.enabled", [](auto& s) -> auto& { return s.builtIn.metrics; },
        "/metrics, the numbers of the broker for Prometheus"));
    keys.push_back(enabled(
        "endpoints.services.enabled", [](auto& s) -> auto& { return s.builtIn.services; },
        "the paths of services, which are scripts in services.folder"));
}

} // namespace signalbox
