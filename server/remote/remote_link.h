// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"
#include "server/link/broker_link.h"
#include "server/link/console_protocol.h"

#include <QtCore/QTimer>
#include <QtCore/QUrl>
#include <QtWebSockets/QWebSocket>

#include <functional>
#include <set>

namespace signalbox::remote {

/// The remote end of the link: a broker in another process or on another machine, over a WebSocket with the
/// subprotocol signalbox.console.v1. Says link::LinkOpened and link::LinkLost as events among the others;
/// after each link::LinkOpened what was known before is void, and a link that is attached gets the full
/// picture again.
///
/// Thread: the one that made it, which has an event loop.
class RemoteLink final : public link::BrokerLink {
    Q_OBJECT

public:
    struct Options {
        QUrl url; ///< ws://host:port or wss://host:port; a base path is kept
        /// The operator token, asked for at each attempt: it may be rotated. Errors are said as LinkLost.
        std::function<Result<QByteArray>()> token;
        bool reconnects = true; ///< once it had been there; a first attempt that fails is final without
        bool readOnly = false;  ///< commands that change something are refused here
    };

    explicit RemoteLink(Options options, QObject* parent = nullptr);
    ~RemoteLink() override;

    /// Begins to connect.
    void open();
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] QUrl url() const { return m_options.url; }

    void attach() override { attach({}); }
    /// With less than everything.
    void attach(const link::console::Attach& wishes);
    void detach() override;
    /// Errors, beside the broker's own: link.not_connected, link.lost, link.read_only.
    link::CommandId send(link::Command command) override;

    /// What to attach with when the link is there again.
    void wishFromNextTime(const link::console::Attach& wishes) { m_wishes = wishes; }
    /// Whether the last link::LinkLost was the first since it had been there.
    [[nodiscard]] bool isFirstLoss() const { return m_losses == 1; }

private:
    void connectNow();
    void connected();
    void lost();
    void received(const QByteArray& message);
    void received(const link::console::Greeting& greeting);
    void received(link::Event event);
    void answerSoon(link::CommandId command, Error error);
    void tell(std::vector<link::Event> events);
    void request(const link::console::Request& request);
    void checkAlive();
    [[nodiscard]] Error whyLost() const;

    const Options m_options;
    QWebSocket m_socket;
    QTimer m_retryTimer;
    QTimer m_aliveTimer;
    std::set<link::CommandId> m_waiting; ///< commands without an answer
    std::vector<link::Event> m_answers;  ///< of commands that never left
    std::chrono::milliseconds m_retryIn; ///< after the next failure
    QString m_failure;                   ///< Qt's words for it
    Error m_ownError;
    link::CommandId m_lastCommand = 0;
    link::console::Attach m_wishes;
    int m_losses = 0; ///< since it had been there
    bool m_attached = false;
    bool m_isOpen = false;   ///< the greeting was read
    bool m_wasOpen = false;  ///< at any time
    bool m_silent = false;   ///< a ping has no pong yet
    bool m_finished = false; ///< no further attempt
    quint64 m_notUnderstood = 0;
};

} // namespace signalbox::remote
