// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/settings/settings.h"
#include "server/xsockets/unacknowledged.h"

#include <algorithm>

namespace signalbox::broker {

/// Of what one client is owed. All of it fits into its queue when it comes back.
[[nodiscard]] inline xsockets::Unacknowledged::Limits unacknowledgedLimits(const Settings& settings)
{
    return {settings.xsockets.maxUnacknowledged,
            std::min(settings.xsockets.maxUnacknowledgedBytes, settings.limits.maxQueueBytes / 2)};
}

/// Of xsockets.max_unacknowledged_total: half is for the clients that are away, whom the hub knows, half for
/// those that are connected, in equal parts for the workers.
[[nodiscard]] inline qint64 hubShare(const Settings& settings)
{
    return settings.xsockets.maxUnacknowledgedTotal / 2;
}
[[nodiscard]] inline qint64 workerShare(const Settings& settings, size_t workers)
{
    return settings.xsockets.maxUnacknowledgedTotal / 2 / static_cast<qint64>(std::max<size_t>(workers, 1));
}

} // namespace signalbox::broker
