// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmark/broker_process.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <time.h>
#include <unistd.h>

namespace benchmark {

namespace {

[[noreturn]] void fail(const char* what)
{
    std::fprintf(stderr, "%s\n", what);
    std::exit(1);
}

} // namespace

BrokerProcess::BrokerProcess(pid_t process, std::vector<std::string> threads)
    : m_process(process)
    , m_threads(std::move(threads))
{
}

double BrokerProcess::processorTime() const
{
    if (!m_threads.empty()) {
        return chosenThreadsTime();
    }
    clockid_t clock{};
    timespec time{};
    if (::clock_getcpuclockid(m_process, &clock) != 0 || ::clock_gettime(clock, &time) != 0) {
        fail("the broker is gone");
    }
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// No clock tells of another process's thread, but a file does, in nanoseconds.
double BrokerProcess::chosenThreadsTime() const
{
    double nanoseconds = 0;
    int found = 0;
    std::error_code error;
    for (const auto& task :
         std::filesystem::directory_iterator("/proc/" + std::to_string(m_process) + "/task", error)) {
        std::string name;
        std::getline(std::ifstream(task.path() / "comm"), name);
        double time = 0;
        if (isChosen(name) && std::ifstream(task.path() / "schedstat") >> time) {
            nanoseconds += time;
            ++found;
        }
    }
    if (found == 0) {
        fail("no thread of that name is measured: the broker is gone, or the system has no schedstat");
    }
    return nanoseconds / 1e9;
}

bool BrokerProcess::isChosen(const std::string& thread) const
{
    return std::ranges::any_of(m_threads,
                               [&thread](const std::string& begin) { return thread.starts_with(begin); });
}

double BrokerProcess::residentBytes() const
{
    std::ifstream file("/proc/" + std::to_string(m_process) + "/statm");
    double size = 0;
    double resident = 0;
    file >> size >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

} // namespace benchmark
