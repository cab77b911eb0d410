// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/client_info.h"

namespace signalbox::control {

/// One client, as the control API tells it.
struct ClientRecord {
    link::ClientInfo info;
    link::ClientTraffic traffic; ///< as last measured
};

} // namespace signalbox::control
