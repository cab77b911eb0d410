// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/service_info.h"

#include <vector>

namespace signalbox::link {

/// All services, when something about them is another, a few times a second at most; replaces what was known.
struct ServicesChanged {
    ServicesAvailability availability = ServicesAvailability::Unknown;
    QString folder; ///< with the scripts, at the broker's
    bool folderExists = false;
    int strikes = 0;            ///< so many stops disable a service
    QList<QByteArray> examples; ///< files that AddExampleService knows
    std::vector<ServiceInfo> services;

    friend bool operator==(const ServicesChanged&, const ServicesChanged&) = default;
};

/// What scripts have logged since the last one of these.
struct ServicesLogged {
    bool whole = false; ///< all that is kept: replaces what was known
    std::vector<ServiceLogLine> lines;
};

} // namespace signalbox::link
