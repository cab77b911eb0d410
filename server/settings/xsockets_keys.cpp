// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/xsockets_keys.h"

#include "server/settings/key_makers.h"

namespace signalbox {

using namespace key_makers;

void addXSocketsKeys(std::vector<SettingKey>& keys)
{
    keys.push_back(integer(
        "xsockets.max_controllers", [](auto& s) -> auto& { return s.xsockets.maxControllers; }, 1, 10'000,
        "controllers that one client may have open"));
}

} // namespace signalbox
