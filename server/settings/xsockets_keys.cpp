// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/xsockets_keys.h"

#include "server/settings/key_makers.h"

namespace signalbox {

using namespace key_makers;
using namespace std::chrono_literals;

namespace {

/// Of messages that are acknowledged or retained.
void addDeliveryKeys(std::vector<SettingKey>& keys)
{
    keys.push_back(duration(
        "xsockets.resend_interval", [](auto& s) -> auto& { return s.xsockets.resendInterval; }, 100ms, 1h,
        "a message with Q 1 is sent again after this, until it is acknowledged"));
    keys.push_back(integer(
        "xsockets.max_unacknowledged", [](auto& s) -> auto& { return s.xsockets.maxUnacknowledged; }, 1,
        65'535, "messages with Q 1 that wait for one client: to be acknowledged, or to come back"));
    keys.push_back(size(
        "xsockets.max_unacknowledged_size",
        [](auto& s) -> auto& { return s.xsockets.maxUnacknowledgedBytes; }, kibi, gibi,
        "the same, in bytes"));
    keys.push_back(size(
        "xsockets.max_unacknowledged_total",
        [](auto& s) -> auto& { return s.xsockets.maxUnacknowledgedTotal; }, kibi, 64 * gibi,
        "the same for all clients together"));
    keys.push_back(integer(
        "xsockets.max_retained_topics", [](auto& s) -> auto& { return s.xsockets.maxRetainedTopics; }, 0,
        1'000'000, "topics that have a retained message; 0: none is retained"));
    keys.push_back(size(
        "xsockets.max_retained", [](auto& s) -> auto& { return s.xsockets.maxRetainedBytes; }, kibi,
        64 * gibi, "the retained messages of all topics together"));
}

} // namespace

void addXSocketsKeys(std::vector<SettingKey>& keys)
{
    keys.push_back(integer(
        "xsockets.max_controllers", [](auto& s) -> auto& { return s.xsockets.maxControllers; }, 1, 10'000,
        "controllers that one client may have open"));
    keys.push_back(duration(
        "xsockets.keep", [](auto& s) -> auto& { return s.xsockets.keep; }, 1ms, 24h,
        "how long a client that has gone finds its properties, subscriptions and missed messages again"));
    keys.push_back(size(
        "xsockets.max_kept_per_client", [](auto& s) -> auto& { return s.xsockets.maxKeptPerClientBytes; },
        kibi, gibi, "properties and storage that are kept for one PersistentId"));
    keys.push_back(size(
        "xsockets.max_kept", [](auto& s) -> auto& { return s.xsockets.maxKeptBytes; }, kibi, 64 * gibi,
        "the same for all together; clients that went first are forgotten first"));
    addDeliveryKeys(keys);
}

} // namespace signalbox
