// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/settings_table.h"

#include "server/core/nearest_word.h"
#include "server/settings/allowed_name.h"
#include "server/settings/endpoint_keys.h"
#include "server/settings/key_makers.h"
#include "server/settings/managed_keys.h"
#include "server/settings/services_keys.h"
#include "server/settings/subnet.h"
#include "server/settings/webhook_keys.h"
#include "server/settings/xsockets_keys.h"

#include <algorithm>
#include <vector>

namespace signalbox {

namespace {

using namespace std::chrono_literals;
using namespace key_makers;

void addListener(std::vector<SettingKey>& keys)
{
    keys.push_back({"listener.addresses", AddressListField{member<QList<ListenAddress>>([](auto& s) -> auto& {
                        return s.listener.addresses;
                    })},
                    "where to listen: IP addresses with ports; port 0 picks a free one"});
    keys.push_back({"listener.allow_insecure",
                    BooleanField{member<bool>([](auto& s) -> auto& { return s.listener.allowInsecure; })},
                    "allow addresses that other machines can reach, without TLS and tokens"});
}

void addThreads(std::vector<SettingKey>& keys)
{
    keys.push_back(integer(
        "threads.workers", [](auto& s) -> auto& { return s.threads.workers; }, 0, 256,
        "threads that serve clients; 0: one less than the machine has cores, at least 1"));
}

void addTransport(std::vector<SettingKey>& keys)
{
    keys.push_back(choice<StreamChoice>(
        "transport.stream", {QStringLiteral("auto"), QStringLiteral("qt")},
        [](const Settings& s) { return static_cast<int>(s.transport.stream); },
        [](Settings& s) -> StreamChoice& { return s.transport.stream; },
        "how clients' bytes are read and written; auto: directly where the system allows it"));
}

void addHttp(std::vector<SettingKey>& keys)
{
    using Names = QList<QByteArray>;
    keys.push_back(
        {"http.allowed_hosts",
         TextListField{member<Names>([](auto& s) -> auto& { return s.http.allowedHosts; }), &readAllowedHost},
         "host names that requests may carry beside the listeners' own addresses and localhost"});
    keys.push_back({"http.allowed_origins",
                    TextListField{member<Names>([](auto& s) -> auto& { return s.http.allowedOrigins; }),
                                  &readAllowedOrigin},
                    "origins whose web pages may connect beside our own pages"});
    keys.push_back(
        {"http.trusted_proxies",
         TextListField{member<Names>([](auto& s) -> auto& { return s.http.trustedProxies; }), &readSubnet},
         "addresses whose X-Forwarded-For and X-Forwarded-Proto are believed"});
}

void addTimeLimits(std::vector<SettingKey>& keys)
{
    keys.push_back(duration(
        "limits.handshake_timeout", [](auto& s) -> auto& { return s.limits.handshakeTimeout; }, 1ms, 1h,
        "from accepting a connection to the end of its request's header"));
    keys.push_back(duration(
        "limits.frame_timeout", [](auto& s) -> auto& { return s.limits.frameTimeout; }, 1ms, 1h,
        "a frame that began must end within this"));
    keys.push_back(durationOrNever(
        "limits.ping_interval", [](auto& s) -> auto& { return s.limits.pingInterval; }, 1ms, 24h,
        "between two pings to a client; 0: never ping"));
    keys.push_back(duration(
        "limits.pong_timeout", [](auto& s) -> auto& { return s.limits.pongTimeout; }, 1ms, 1h,
        "for the answer to a ping; then the client has vanished"));
    keys.push_back(duration(
        "limits.close_timeout", [](auto& s) -> auto& { return s.limits.closeTimeout; }, 1ms, 1h,
        "for the peer's close frame after ours"));
    keys.push_back(duration(
        "limits.idle_http_timeout", [](auto& s) -> auto& { return s.limits.idleHttpTimeout; }, 1ms, 1h,
        "between two HTTP requests of one connection"));
    keys.push_back(duration(
        "limits.queue_stall_timeout", [](auto& s) -> auto& { return s.limits.queueStallTimeout; }, 1ms, 1h,
        "outgoing bytes wait and the client takes none; then it is closed as slow (4008)"));
}

void addSizeLimits(std::vector<SettingKey>& keys)
{
    keys.push_back(size(
        "limits.max_header", [](auto& s) -> auto& { return s.limits.maxHeaderBytes; }, kibi, mebi,
        "request line and header fields of a request together"));
    keys.push_back(size(
        "limits.max_target", [](auto& s) -> auto& { return s.limits.maxTargetBytes; }, 256, mebi,
        "the target of a request: its path and query"));
    keys.push_back(size(
        "limits.max_body", [](auto& s) -> auto& { return s.limits.maxBodyBytes; }, kibi, 64 * mebi,
        "the body of an HTTP request"));
    keys.push_back(size(
        "limits.max_message", [](auto& s) -> auto& { return s.limits.maxMessageBytes; }, kibi, 64 * mebi,
        "a WebSocket message, all its fragments together"));
    keys.push_back(size(
        "limits.max_queue", [](auto& s) -> auto& { return s.limits.maxQueueBytes; }, kibi, gibi,
        "what waits for one client; beyond it the client is closed as slow (4008)"));
}

void addCountLimits(std::vector<SettingKey>& keys)
{
    keys.push_back(integer(
        "limits.max_groups_per_client", [](auto& s) -> auto& { return s.limits.maxGroupsPerClient; }, 1,
        10'000, "groups that one client may be in"));
    keys.push_back(integer(
        "limits.max_tags_per_client", [](auto& s) -> auto& { return s.limits.maxTagsPerClient; }, 1, 10'000,
        "tags that one client may have"));
    keys.push_back(integer(
        "limits.max_recipients", [](auto& s) -> auto& { return s.limits.maxRecipients; }, 1, 100'000,
        "entries in the recipients of one envelope"));
    keys.push_back(integer(
        "limits.max_clients", [](auto& s) -> auto& { return s.limits.maxClients; }, 1, 1'000'000,
        "clients at a time"));
    keys.push_back(integer(
        "limits.max_half_open", [](auto& s) -> auto& { return s.limits.maxHalfOpen; }, 1, 1'000'000,
        "connections that max_clients leaves room for beside the clients: half-open ones, HTTP"));
    keys.push_back(integer(
        "limits.max_wrong_tokens", [](auto& s) -> auto& { return s.limits.maxWrongTokens; }, 0, 10'000,
        "wrong operator tokens in a minute that shut an address out for a minute; 0: never"));
}

void addTheRest(std::vector<SettingKey>& keys)
{
    keys.push_back(size(
        "capture.budget", [](auto& s) -> auto& { return s.capture.budgetBytes; }, mebi, 64 * gibi,
        "frames that are kept for the window; older ones go first"));
    keys.push_back(choice<LogLevel>(
        "log.level",
        {QStringLiteral("error"), QStringLiteral("warning"), QStringLiteral("info"), QStringLiteral("debug")},
        [](const Settings& s) { return static_cast<int>(s.log.level); },
        [](Settings& s) -> LogLevel& { return s.log.level; }, "how much the log tells"));
    keys.push_back(choice<LogFormat>(
        "log.format", {QStringLiteral("text"), QStringLiteral("json")},
        [](const Settings& s) { return static_cast<int>(s.log.format); },
        [](Settings& s) -> LogFormat& { return s.log.format; }, "how the log is written"));
    keys.push_back(durationOrNever(
        "log.status_interval", [](auto& s) -> auto& { return s.log.statusInterval; }, 100ms, 24h,
        "between two status lines in the log; 0: none"));
    keys.push_back(durationOrNever(
        "shutdown.drain_timeout", [](auto& s) -> auto& { return s.shutdown.drainTimeout; }, 1ms, 10min,
        "from the signal to stop until the last client is cut off; 0: at once"));
}

std::vector<SettingKey> makeKeys()
{
    std::vector<SettingKey> keys;
    addListener(keys);
    addThreads(keys);
    addTransport(keys);
    addHttp(keys);
    addEndpointKeys(keys);
    addWebhookKeys(keys);
    addManagedKeys(keys);
    addXSocketsKeys(keys);
    addServicesKeys(keys);
    keys.push_back(choice<MetricsAccess>(
        "metrics.access", {QStringLiteral("operator"), QStringLiteral("everyone")},
        [](const Settings& s) { return static_cast<int>(s.metrics.access); },
        [](Settings& s) -> MetricsAccess& { return s.metrics.access; },
        "who may read /metrics; operator: who has the operator token"));
    addTimeLimits(keys);
    addSizeLimits(keys);
    addCountLimits(keys);
    addTheRest(keys);
    return keys;
}

/// "max_header" of "limits.max_header", "echo.enabled" of "endpoints.echo.enabled".
QByteArrayView lastPart(QByteArrayView name)
{
    return name.sliced(name.indexOf('.') + 1);
}

} // namespace

QByteArrayView SettingKey::section() const
{
    return name.first(name.indexOf('.'));
}

QByteArray SettingKey::variable() const
{
    return "SIGNALBOX_" + name.toByteArray().toUpper().replace('.', '_');
}

std::span<const SettingKey> settingKeys()
{
    static const std::vector<SettingKey> keys = makeKeys();
    return keys;
}

const SettingKey* findSettingKey(QByteArrayView name)
{
    const auto keys = settingKeys();
    const auto found =
        std::find_if(keys.begin(), keys.end(), [&](const SettingKey& key) { return key.name == name; });
    return found == keys.end() ? nullptr : &*found;
}

QString nearestSettingKey(QByteArrayView name)
{
    QStringList names;
    for (const SettingKey& key : settingKeys()) {
        if (lastPart(key.name) == lastPart(name)) {
            return QString::fromLatin1(key.name); // the right key in the wrong section
        }
        names.append(QString::fromLatin1(key.name));
    }
    return nearestWord(QString::fromUtf8(name), names);
}

} // namespace signalbox
