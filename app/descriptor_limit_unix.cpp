// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/descriptor_limit.h"

#include <sys/resource.h>

namespace signalbox::app {

void raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

} // namespace signalbox::app
