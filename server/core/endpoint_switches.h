// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace signalbox {

/// Which of the built-in endpoints are there; one that is not is answered with 404.
struct EndpointSwitches {
    bool envelope = true;  ///< /ws, __initializeSocket.wc, and WebSocket clients at /
    bool raw = true;       ///< /raw
    bool echo = true;      ///< /echo
    bool broadcast = true; ///< __broadcastWebSocket.wc
    bool managed = true;   ///< /v1/, the Managed WebSocket API, and its clients at /
    bool control = true;   ///< /api/v1/, the control API
    bool status = true;    ///< the page at /
    bool demo = true;      ///< /demo/
    bool scripts = true;   ///< /signalbox.js and the files beside it
    bool health = true;    ///< /healthz, /readyz
    bool metrics = true;   ///< /metrics
    bool xsockets = true;  ///< the subprotocol XSocketsNET, on any path
    bool services = true;  ///< the paths that scripts declare
};

} // namespace signalbox
