// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/error.h"
#include "server/core/ids.h"
#include "server/http/service_paths.h"
#include "server/services/script_values.h"
#include "server/xsockets/message.h"

#include <memory>
#include <optional>
#include <variant>

namespace signalbox::broker::worker_task {

// What the services thread posts to a worker.

/// What services serve, from now on.
struct SetServices {
    std::shared_ptr<const http::ServiceRoutes> routes;
};
/// The answer to services_task::RequestCame.
struct ServiceAnswer {
    quint64 ticket = 0;
    std::variant<services::ScriptResponse, Error> outcome;
};
/// The answer to services_task::AuthorizationAsked.
struct ControllerAdmitted {
    ClientId client;
    QByteArray controller;
    std::optional<Error> refusal;
};
/// A script has set a property of a client of its controller.
struct SetProperty {
    ClientId client;
    QByteArray controller;
    QByteArray name;
    QByteArray value;
};
/// The answer to services_task::FrameCame; no message: the frame was none.
struct Decoded {
    ClientId client;
    std::variant<std::optional<xsockets::Message>, Error> outcome;
};
/// The answer to services_task::EncodingAsked; no response: the message is not for this subprotocol.
struct Encoded {
    quint64 ticket = 0;
    std::variant<services::ScriptResponse, Error> outcome;
};

} // namespace signalbox::broker::worker_task
