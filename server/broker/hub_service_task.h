// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/client_act.h"
#include "server/core/recipient.h"
#include "server/core/result.h"
#include "server/link/events.h"
#include "server/link/link_id.h"

#include <optional>

namespace signalbox::broker {

/// What the services thread posts to the hub.
namespace hub_task {
/// A message of a service.
struct ServiceSend {
    QByteArray service;
    Recipients recipients; ///< never none
    QByteArray payload;
    bool binary = false;
};
/// What a service does to a client of this worker.
struct ServiceAct {
    ClientAct what;
    int worker = 0;
};
/// For consoles: ServicesChanged, ServicesLogged.
struct ServicesTold {
    std::optional<link::LinkId> link; ///< nothing: to everybody who is attached
    link::Event event;
};
/// An operator's command about services.
struct ServiceCommandDone {
    link::CommandId id = 0;
    QByteArray note; ///< of the row that says so
    Result<void> result;
};
} // namespace hub_task

} // namespace signalbox::broker
