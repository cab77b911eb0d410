// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/scripts/process_limits.h"

#include <algorithm>
#include <csignal>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace signalbox::scripts {

namespace {

constexpr rlim_t maxDescriptors = 16; // three streams, the socket, and what reading the time zone needs

/// Not above what was allowed before.
void limit(decltype(RLIMIT_CORE) resource, rlim_t most)
{
    rlimit now{};
    if (::getrlimit(resource, &now) == 0) {
        const rlim_t value = std::min(most, now.rlim_max);
        const rlimit wanted{value, value};
        ::setrlimit(resource, &wanted);
    }
}

} // namespace

void limitProcess(const services::ScriptLimits& limits, int descriptor)
{
    ::close_range(static_cast<unsigned>(descriptor) + 1, ~0U, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    std::signal(SIGXFSZ, SIG_IGN); // a log in a file gets an error, and nobody dies of it
    // Ctrl+C and systemd signal the whole group. The broker closes its clients first, and then the socket.
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        std::signal(signal, SIG_IGN);
    }
#ifndef SIGNALBOX_SANITIZED
    // Not RLIMIT_AS: with the libraries mapped, 70 MB of it are gone before a script is read.
    limit(RLIMIT_DATA, static_cast<rlim_t>(limits.memoryBytes));
    limit(RLIMIT_NPROC, 0);
#else
    Q_UNUSED(limits)
#endif
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, maxDescriptors);
}

void renewCpuTime(std::chrono::seconds time)
{
    rusage used{};
    rlimit now{};
    if (::getrusage(RUSAGE_SELF, &used) != 0 || ::getrlimit(RLIMIT_CPU, &now) != 0) {
        return;
    }
    const auto seconds = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec + time.count() + 1);
    if (now.rlim_cur != seconds) {
        now.rlim_cur = std::min(seconds, now.rlim_max);
        ::setrlimit(RLIMIT_CPU, &now);
    }
}

} // namespace signalbox::scripts
