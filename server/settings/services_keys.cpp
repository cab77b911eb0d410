// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/services_keys.h"

#include "server/settings/file_path.h"
#include "server/settings/key_makers.h"

namespace signalbox {

using namespace key_makers;
using namespace std::chrono_literals;

void addServicesKeys(std::vector<SettingKey>& keys)
{
    keys.push_back(
        {"services.folder",
         TextField{member<QByteArray>([](auto& s) -> auto& { return s.services.folder; }), &readFilePath},
         "where the scripts are; empty: services in the state folder"});
    keys.push_back(duration(
        "services.call_timeout", [](auto& s) -> auto& { return s.services.callTimeout; }, 10ms, 10s,
        "for one call of a script; one that takes longer is stopped"));
    keys.push_back(size(
        "services.max_memory", [](auto& s) -> auto& { return s.services.maxMemoryBytes; }, 64 * mebi,
        16 * gibi, "what the process of one script may take"));
    keys.push_back(size(
        "services.max_queue", [](auto& s) -> auto& { return s.services.maxQueueBytes; }, 64 * kibi, gibi,
        "calls that wait for one script; a client whose message is too much is closed with 1013"));
}

} // namespace signalbox
