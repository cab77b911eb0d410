// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/webhook/call.h"
#include "server/webhook/exchange.h"

#include <QtCore/QUrl>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkRequest>
#include <QtNetwork/QSslConfiguration>

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace signalbox::webhook {

/// Posts calls to one URL. Follows no redirect, keeps no cookie, asks for no password.
///
/// Thread: webhook.
class Caller final {
public:
    /// `parallel`: the most calls that run at the same time. `caFile`: PEM, certificates that are trusted
    /// beside the system's; empty: none.
    Caller(const QUrl& url, std::chrono::milliseconds timeout, int parallel, const QString& caFile = {});

    [[nodiscard]] int running() const { return static_cast<int>(m_exchanges.size()); }
    [[nodiscard]] bool hasRoom() const { return running() < m_parallel; }
    /// One call of a client at a time; `done` comes later, and never after abortAll().
    void post(const Call& call, Exchange::Done done);
    /// Whether answers say what was received, from the next call on.
    void keepAnswers(bool keep) { m_keepsAnswers = keep; }
    /// A call as it leaves: header and body.
    [[nodiscard]] QByteArray requestText(const Call& call) const;
    void abortAll();

private:
    [[nodiscard]] size_t idlestManager() const;
    [[nodiscard]] QNetworkRequest requestFor(const Call& call) const;

    QUrl m_url;
    std::optional<QSslConfiguration> m_tls; ///< where it is not the default
    std::chrono::milliseconds m_timeout;
    int m_parallel;
    bool m_keepsAnswers = false;
    /// Each has six connections to a host at most: the one with the fewest calls takes the next.
    std::vector<std::unique_ptr<QNetworkAccessManager>> m_managers;
    struct Running {
        std::unique_ptr<Exchange> exchange;
        size_t manager = 0;
    };
    std::unordered_map<quint64, Running> m_exchanges; ///< by the number of the client
};

} // namespace signalbox::webhook
