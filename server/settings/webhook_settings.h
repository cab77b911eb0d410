// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QObject>

#include <chrono>

namespace signalbox {

inline namespace webhook_settings_enums {
Q_NAMESPACE
/// What becomes of an envelope that comes in over a socket.
enum class WebhookMode {
    Auto,    ///< Relay without a URL, Webhook with one
    Relay,   ///< it is delivered to its recipients
    Webhook, ///< it goes to the application, which answers with a broadcast of its own
    Both,
};
Q_ENUM_NS(WebhookMode)
} // namespace webhook_settings_enums

/// The application that hears of every envelope.
struct WebhookSettings {
    QByteArray url;    ///< http or https; empty: there is none
    QByteArray caFile; ///< PEM, certificates to trust beside the system's; empty: none
    WebhookMode mode = WebhookMode::Auto;
    std::chrono::milliseconds timeout{10'000}; ///< for one call, from its start to the answer's header
    int retries = 5;                           ///< after the first attempt
    std::chrono::milliseconds retryDelay{500}; ///< before the first retry; it doubles with each
    std::chrono::milliseconds maxRetryDelay{30'000};
    int parallel = 6; ///< clients whose calls run at the same time; each client has one at a time
    qint64 maxQueueBytes = qint64{16} * 1024 * 1024; ///< of calls that wait or run
    qint64 maxQueuePerClientBytes = qint64{4} * 1024 * 1024;
    int breakerFailures = 5;                        ///< in a row; then no call is made for the pause
    std::chrono::milliseconds breakerPause{10'000}; ///< after it one call tries

    [[nodiscard]] bool isOn() const { return !url.isEmpty() && mode != WebhookMode::Relay; }
    /// Whether the broker delivers what comes in over a socket.
    [[nodiscard]] bool relays() const { return !isOn() || mode == WebhookMode::Both; }
};

} // namespace signalbox
