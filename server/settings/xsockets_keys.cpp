// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/xsockets_keys.h"

#include "server/settings/key_makers.h"

namespace signalbox {

using namespace key_makers;
using namespace std::chrono_literals;

void addXSocketsKeys(std::vector<SettingKey>& keys)
{
    keys.push_back(integer(
        "xsockets.max_controllers", [](auto& s) -> auto& { return s.xsockets.maxControllers; }, 1, 10'000,
        "controllers that one client may have open"));
    keys.push_back(duration(
        "xsockets.keep", [](auto& s) -> auto& { return s.xsockets.keep; }, 1ms, 24h,
        "how long a client that has gone finds its properties again"));
    keys.push_back(size(
        "xsockets.max_kept_per_client", [](auto& s) -> auto& { return s.xsockets.maxKeptPerClientBytes; },
        kibi, gibi, "properties and storage that are kept for one PersistentId"));
    keys.push_back(size(
        "xsockets.max_kept", [](auto& s) -> auto& { return s.xsockets.maxKeptBytes; }, kibi, 64 * gibi,
        "the same for all together; clients that went first are forgotten first"));
}

} // namespace signalbox
