// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/settings.h"

#include <QtCore/QThread>

#include <algorithm>

namespace signalbox {

int workerCount(const Settings& settings)
{
    return settings.threads.workers > 0 ? settings.threads.workers
                                        : std::max(1, QThread::idealThreadCount() - 1);
}

} // namespace signalbox
