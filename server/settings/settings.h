// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/endpoint_switches.h"
#include "server/core/limits.h"
#include "server/core/log_format.h"
#include "server/core/stream_choice.h"
#include "server/settings/listen_address.h"
#include "server/settings/webhook_settings.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <chrono>
#include <vector>

namespace signalbox {

inline namespace settings_enums {
Q_NAMESPACE
/// The dialects that a configured endpoint may speak.
enum class EndpointDialect { Envelope, Echo, Raw, XSockets };
Q_ENUM_NS(EndpointDialect)
/// Who may ask for an address of a socket and push over the Managed WebSocket API.
enum class ManagedAccess {
    None,   ///< everybody who reaches the broker
    Custom, ///< holders of the operator token
};
Q_ENUM_NS(ManagedAccess)
/// Who may read /metrics.
enum class MetricsAccess {
    Operator, ///< holders of the operator token
    Everyone, ///< everybody who reaches the broker
};
Q_ENUM_NS(MetricsAccess)
} // namespace settings_enums

/// One [[endpoint]]: a path that clients may connect to, beside the built-in ones.
struct EndpointSettings {
    QByteArray path; ///< "/mychat"
    EndpointDialect dialect = EndpointDialect::Envelope;
    QList<QByteArray> subprotocols; ///< that the endpoint agrees to; empty: none
    QByteArray basePath;            ///< stands before the path, "/test"; empty: nothing does

    [[nodiscard]] QByteArray fullPath() const { return basePath + path; }
    friend bool operator==(const EndpointSettings&, const EndpointSettings&) = default;
};

/// Everything that can be configured, with its defaults; the sections are those of the configuration file. A
/// value: read once by loadSettings(), then copied to whoever needs it. The keys stand in settings_table.cpp.
struct Settings {
    struct Listener {
        QList<ListenAddress> addresses{{QHostAddress(QHostAddress::LocalHost), 5210},
                                       {QHostAddress(QHostAddress::LocalHostIPv6), 5210}};
        bool allowInsecure = false; ///< addresses that other machines can reach, without TLS and tokens
    } listener;

    struct Threads {
        int workers = 0; ///< 0: cores - 1, at least 1
    } threads;

    struct Transport {
        StreamChoice stream = StreamChoice::Auto;
    } transport;

    struct Http {
        QList<QByteArray>
            allowedHosts; ///< names that a Host header may carry beside the listeners' own; lower case
        QList<QByteArray>
            allowedOrigins; ///< of pages beside our own, "https://shop.example:8443"; lower case
        QList<QByteArray> trustedProxies; ///< "10.0.0.0/8": what they say of their clients is believed
    } http;

    WebhookSettings webhook;

    struct Managed {
        ManagedAccess accessControl = ManagedAccess::None;
        int maxReserved = 10'000; ///< sockets that are reserved and not opened yet
    } managed;

    struct XSockets {
        int maxControllers = 64;                         ///< that one client has open
        std::chrono::milliseconds keep{30'000};          ///< what a client had, after it has gone
        qint64 maxKeptPerClientBytes = 1024 * 1024;      ///< properties and storage of one PersistentId
        qint64 maxKeptBytes = qint64{64} * 1024 * 1024;  ///< of all; who left first is forgotten first
        std::chrono::milliseconds resendInterval{5'000}; ///< until a message of QoS 1 is acknowledged
        int maxUnacknowledged = 1'000; ///< messages of QoS 1 that wait for one client's acknowledgement
        qint64 maxUnacknowledgedBytes = qint64{512} * 1024;       ///< the same
        qint64 maxUnacknowledgedTotal = qint64{64} * 1024 * 1024; ///< of all clients, in bytes
        int maxRetainedTopics = 10'000;
        qint64 maxRetainedBytes = qint64{16} * 1024 * 1024; ///< of all topics
    } xsockets;

    struct Services {
        QByteArray folder; ///< with the scripts; empty: "services" in the state folder
        std::chrono::milliseconds callTimeout{500};        ///< for one call of a script
        qint64 maxMemoryBytes = qint64{256} * 1024 * 1024; ///< of one script's process
        qint64 maxQueueBytes = qint64{16} * 1024 * 1024;   ///< of calls that wait for one script
    } services;

    struct Metrics {
        MetricsAccess access = MetricsAccess::Operator;
    } metrics;

    Limits limits;

    struct Capture {
        qint64 budgetBytes = qint64{64} * 1024 * 1024; ///< of kept frames
    } capture;

    struct Log {
        LogLevel level = LogLevel::Info;
        LogFormat format = LogFormat::Text;
        std::chrono::milliseconds statusInterval{60'000}; ///< between two status lines; 0: none
    } log;

    struct Shutdown {
        std::chrono::milliseconds drainTimeout{4'000}; ///< from the first signal to the end at the latest
    } shutdown;

    EndpointSwitches builtIn;
    std::vector<EndpointSettings> endpoints;
};

/// The number of workers to start on this machine.
[[nodiscard]] int workerCount(const Settings& settings);

} // namespace signalbox
