// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/client_info.h"

namespace signalbox::control {

/// One client, as the control API tells it.
struct ClientRecord {
    link::ClientInfoPointer info = std::make_shared<const link::ClientInfo>(); ///< never null
    link::ClientTraffic traffic;                                               ///< as last measured
};

} // namespace signalbox::control
