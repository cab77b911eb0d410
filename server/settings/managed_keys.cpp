// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/managed_keys.h"

#include "server/settings/key_makers.h"

namespace signalbox {

using namespace key_makers;

void addManagedKeys(std::vector<SettingKey>& keys)
{
    keys.push_back(choice<ManagedAccess>(
        "managed.access_control", {QStringLiteral("none"), QStringLiteral("custom")},
        [](const Settings& s) { return static_cast<int>(s.managed.accessControl); },
        [](Settings& s) -> ManagedAccess& { return s.managed.accessControl; },
        "who may use /v1/websocket_uri and /v1/messages; none: all; custom: who has the operator token"));
    keys.push_back(integer(
        "managed.max_reserved", [](auto& s) -> auto& { return s.managed.maxReserved; }, 1, 1'000'000,
        "sockets that are reserved and not opened yet"));
}

} // namespace signalbox
