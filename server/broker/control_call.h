// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/http_endpoints.h"
#include "server/control/parameter_reader.h"
#include "server/control/routes.h"

namespace signalbox::broker {

/// One request of the control API that has a route, and whose parameters are right. Lives as long as it is
/// being read: an answer that comes later copies what it needs.
struct ControlCall {
    const http::Request& request;
    const control::Route& route;
    const control::PathMatch& path;
    const control::ParameterReader& parameters;
    const HttpEndpoints::Answer& answer;
};

} // namespace signalbox::broker
