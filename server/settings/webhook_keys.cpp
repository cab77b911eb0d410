// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/webhook_keys.h"

#include "server/settings/file_path.h"
#include "server/settings/key_makers.h"
#include "server/settings/webhook_url.h"

namespace signalbox {

namespace {

using namespace std::chrono_literals;
using namespace key_makers;

void addTarget(std::vector<SettingKey>& keys)
{
    keys.push_back(
        {"webhook.url",
         TextField{member<QByteArray>([](auto& s) -> auto& { return s.webhook.url; }), &readWebhookUrl},
         "http or https: where each envelope that comes in over a socket is posted"});
    keys.push_back(
        {"webhook.ca_file",
         TextField{member<QByteArray>([](auto& s) -> auto& { return s.webhook.caFile; }), &readFilePath},
         "certificates in PEM form that are trusted beside the system's, for https"});
    keys.push_back(choice<WebhookMode>(
        "webhook.mode",
        {QStringLiteral("auto"), QStringLiteral("relay"), QStringLiteral("webhook"), QStringLiteral("both")},
        [](const Settings& s) { return static_cast<int>(s.webhook.mode); },
        [](Settings& s) -> WebhookMode& { return s.webhook.mode; },
        "relay: deliver; webhook: post, deliver nothing; both; auto: webhook where there is a url"));
}

void addCalls(std::vector<SettingKey>& keys)
{
    keys.push_back(duration(
        "webhook.timeout", [](auto& s) -> auto& { return s.webhook.timeout; }, 10ms, 10min,
        "from the start of a call to the header of its answer"));
    keys.push_back(integer(
        "webhook.parallel", [](auto& s) -> auto& { return s.webhook.parallel; }, 1, 60,
        "clients whose calls run at the same time; each client has one at a time"));
    keys.push_back(integer(
        "webhook.retries", [](auto& s) -> auto& { return s.webhook.retries; }, 0, 100,
        "after the first attempt, when the application cannot be reached or answers 5xx or 429"));
    keys.push_back(duration(
        "webhook.retry_delay", [](auto& s) -> auto& { return s.webhook.retryDelay; }, 1ms, 1h,
        "before the first retry; it doubles with each, and up to half of it is left to chance"));
    keys.push_back(duration(
        "webhook.max_retry_delay", [](auto& s) -> auto& { return s.webhook.maxRetryDelay; }, 1ms, 1h,
        "what the delay grows to; a Retry-After is followed up to this, too"));
}

void addBounds(std::vector<SettingKey>& keys)
{
    keys.push_back(size(
        "webhook.max_queue", [](auto& s) -> auto& { return s.webhook.maxQueueBytes; }, kibi, gibi,
        "calls that wait or run; what does not fit is refused to its client"));
    keys.push_back(size(
        "webhook.max_queue_per_client", [](auto& s) -> auto& { return s.webhook.maxQueuePerClientBytes; },
        kibi, gibi, "the part of it that one client may have"));
    keys.push_back(integer(
        "webhook.breaker_failures", [](auto& s) -> auto& { return s.webhook.breakerFailures; }, 1, 1000,
        "failures in a row after which no call is made for breaker_pause"));
    keys.push_back(duration(
        "webhook.breaker_pause", [](auto& s) -> auto& { return s.webhook.breakerPause; }, 1ms, 1h,
        "then one call tries, and when it succeeds the others follow"));
}

} // namespace

void addWebhookKeys(std::vector<SettingKey>& keys)
{
    addTarget(keys);
    addCalls(keys);
    addBounds(keys);
}

} // namespace signalbox
