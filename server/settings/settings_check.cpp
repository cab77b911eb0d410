// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/settings_check.h"

#include "server/core/plain_text.h"
#include "server/settings/quantity.h"

#include <QtNetwork/QSslCertificate>

namespace signalbox {

namespace {

using namespace Qt::StringLiterals;

/// A port that is open to other machines is never an accident (PRODUCT section 8).
void checkListeners(const Settings& settings, std::vector<Finding>& findings)
{
    for (const ListenAddress& listen : settings.listener.addresses) {
        const QString text = listenAddressText(listen);
        if (isLoopback(listen)) {
            continue;
        }
        if (settings.listener.allowInsecure) {
            findings.push_back({Severity::Warning, "listener.allow_insecure",
                                u"%1 is open to other machines, without TLS and tokens"_s.arg(text)});
        } else {
            findings.push_back(
                {Severity::Error, "listener.addresses",
                 u"%1 can be reached from other machines, and TLS and tokens come later; to listen "
                 "there all the same: --allow-insecure, or listener.allow_insecure = true"_s.arg(text)});
        }
    }
}

void checkLimits(const Limits& limits, std::vector<Finding>& findings)
{
    if (limits.maxQueueBytes < limits.maxMessageBytes) {
        findings.push_back(
            {Severity::Error, "limits.max_queue",
             u"%1 is less than limits.max_message (%2): no client could be sent the longest message"_s.arg(
                 sizeText(limits.maxQueueBytes), sizeText(limits.maxMessageBytes))});
    }
    if (limits.maxTargetBytes > limits.maxHeaderBytes) {
        findings.push_back({Severity::Error, "limits.max_target",
                            u"%1 is more than limits.max_header (%2), of which the target is a part"_s.arg(
                                sizeText(limits.maxTargetBytes), sizeText(limits.maxHeaderBytes))});
    }
    if (limits.pingInterval.count() > 0 && limits.pongTimeout > limits.pingInterval) {
        findings.push_back(
            {Severity::Warning, "limits.pong_timeout",
             u"%1 is longer than limits.ping_interval (%2): the next ping leaves before the answer to "
             "the last one is overdue"_s.arg(durationText(limits.pongTimeout),
                                             durationText(limits.pingInterval))});
    }
}

void checkCertificates(const WebhookSettings& webhook, std::vector<Finding>& findings)
{
    const QString path = QString::fromUtf8(webhook.caFile);
    if (path.isEmpty()) {
        return;
    }
    const auto pattern = QSslCertificate::PatternSyntax::FixedString;
    if (QSslCertificate::fromPath(path, QSsl::Pem, pattern).isEmpty()) {
        findings.push_back({Severity::Error, "webhook.ca_file",
                            u"no certificate in PEM form can be read from %1"_s.arg(printable(path))});
    }
    if (!webhook.url.startsWith("https:")) {
        findings.push_back({Severity::Warning, "webhook.ca_file",
                            u"it is not used: webhook.url does not begin with https"_s});
    }
}

void checkWebhook(const Settings& settings, std::vector<Finding>& findings)
{
    const WebhookSettings& webhook = settings.webhook;
    const bool wanted = webhook.mode == WebhookMode::Webhook || webhook.mode == WebhookMode::Both;
    if (wanted && webhook.url.isEmpty()) {
        findings.push_back({Severity::Error, "webhook.mode", u"there is no webhook.url to post to"_s});
    }
    if (webhook.maxQueueBytes < webhook.maxQueuePerClientBytes) {
        findings.push_back({Severity::Error, "webhook.max_queue_per_client",
                            u"%1 is more than webhook.max_queue (%2), of which it is a part"_s.arg(
                                sizeText(webhook.maxQueuePerClientBytes), sizeText(webhook.maxQueueBytes))});
    }
    if (webhook.isOn() && webhook.maxQueuePerClientBytes < settings.limits.maxMessageBytes) {
        findings.push_back(
            {Severity::Error, "webhook.max_queue_per_client",
             u"%1 is less than limits.max_message (%2): the longest message would never fit"_s.arg(
                 sizeText(webhook.maxQueuePerClientBytes), sizeText(settings.limits.maxMessageBytes))});
    }
}

/// Paths that the program itself serves: an endpoint there would silently take their place.
bool isBuiltIn(const QByteArray& path)
{
    static const QByteArrayList paths{"/",       "/ws",      "/echo",         "/raw",           "/healthz",
                                      "/readyz", "/metrics", "/signalbox.js", "/signalbox.d.ts"};
    static const QByteArrayList lastSegments{"__initializesocket.wc", "__broadcastwebsocket.wc",
                                             "__broadcastsocket.wc"};
    return paths.contains(path) || path == "/demo" || path.startsWith("/demo/") ||
           lastSegments.contains(path.sliced(path.lastIndexOf('/') + 1).toLower());
}

void checkEndpoints(const std::vector<EndpointSettings>& endpoints, std::vector<Finding>& findings)
{
    for (const EndpointSettings& endpoint : endpoints) {
        const QByteArray path = endpoint.fullPath();
        if (isBuiltIn(path)) {
            findings.push_back({Severity::Error, "endpoint",
                                u"%1 is a path of the program's own; choose another"_s.arg(printable(path))});
        } else if (path.contains('%') || path.contains("/./") || path.contains("/../") ||
                   path.endsWith("/.") || path.endsWith("/..")) {
            findings.push_back(
                {Severity::Error, "endpoint",
                 u"%1 is matched with decoded paths: write it without %, . and .. segments"_s.arg(
                     printable(path))});
        }
    }
}

void checkProxies(const QList<QByteArray>& proxies, std::vector<Finding>& findings)
{
    for (const QByteArray& everybody : {QByteArray("0.0.0.0/0"), QByteArray("::/0")}) {
        if (proxies.contains(everybody)) {
            findings.push_back({Severity::Warning, "http.trusted_proxies",
                                u"%1 believes everybody: any client can claim any address"_s.arg(
                                    QString::fromLatin1(everybody))});
        }
    }
}

} // namespace

std::vector<Finding> checkSettings(const Settings& settings)
{
    std::vector<Finding> findings;
    checkListeners(settings, findings);
    checkWebhook(settings, findings);
    checkCertificates(settings.webhook, findings);
    checkLimits(settings.limits, findings);
    checkEndpoints(settings.endpoints, findings);
    checkProxies(settings.http.trustedProxies, findings);
    if (settings.builtIn.demo && !settings.builtIn.scripts) {
        findings.push_back({Severity::Warning, "endpoints.demo.enabled",
                            u"the page at /demo/ does not work while endpoints.scripts.enabled is false"_s});
    }
    return findings;
}

} // namespace signalbox
