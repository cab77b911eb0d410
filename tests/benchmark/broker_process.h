// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <sys/types.h>

namespace benchmark {

/// What the system says of a process that is measured, the broker. Ends the program when it is gone.
class BrokerProcess final {
public:
    /// Of its threads those count whose names begin with one of `threads`; all of them when that is empty.
    explicit BrokerProcess(pid_t process, std::vector<std::string> threads = {});

    /// In seconds. Of chosen threads it is exact while they sleep; of one that runs a tick may be missing.
    double processorTime() const;
    double residentBytes() const;

private:
    double chosenThreadsTime() const;
    bool isChosen(const std::string& thread) const;

    const pid_t m_process;
    const std::vector<std::string> m_threads;
};

} // namespace benchmark
