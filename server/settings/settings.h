// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/limits.h"
#include "server/core/log_format.h"
#include "server/settings/listen_address.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <chrono>
#include <vector>

namespace signalbox {

inline namespace settings_enums {
Q_NAMESPACE
/// The dialects that a configured endpoint may speak.
enum class EndpointDialect { Envelope, Echo };
Q_ENUM_NS(EndpointDialect)
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

    struct Http {
        QList<QByteArray>
            allowedHosts; ///< names that a Host header may carry beside the listeners' own; lower case
        QList<QByteArray>
            allowedOrigins; ///< of pages beside our own, "https://shop.example:8443"; lower case
    } http;

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
        std::chrono::milliseconds drainTimeout{
            4'000}; ///< from the first signal to the end, however slow a client is
    } shutdown;

    std::vector<EndpointSettings> endpoints;
};

/// The number of workers to start on this machine.
[[nodiscard]] int workerCount(const Settings& settings);

} // namespace signalbox
