// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/broker_link.h"
#include "server/testclients/test_client.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtCore/QUrl>

#include <memory>
#include <vector>

namespace signalbox::app {

/// --demo: three clients that talk over TCP, two of them in the group demo, one slow, and an operator who
/// broadcasts every few seconds and sends the slow one more than it reads at a time, so that the window has
/// something to show.
///
/// Thread: main. Owner: Application.
class Demo final : public QObject {
    Q_OBJECT

public:
    /// For ever, or one broadcast of which finished() tells the end.
    enum class Mode { Ongoing, Once };

    Demo(link::BrokerLink& link, Mode mode);
    ~Demo() override;

    /// Connects the clients; the first call counts.
    void start(const QUrl& broker);

Q_SIGNALS:
    /// Once: every client that the receipt counts has the message, or not. `report` says so in two lines.
    void finished(bool success, const QString& report);

private:
    void clientOpened();
    void broadcast();
    void feed();
    void eventsArrived(const std::vector<link::Event>& events);
    void textReceived(const QString& text);
    void finishIfComplete();
    void finish(bool success);
    [[nodiscard]] QString report() const;

    link::BrokerLink& m_link;
    Mode m_mode;
    std::vector<std::unique_ptr<testclients::TestClient>> m_clients;
    QTimer m_timer;     ///< between two broadcasts; Once: until the end at the latest
    QTimer m_feedTimer; ///< between two messages to the slow client; Once: never
    size_t m_opened = 0;
    quint64 m_broadcasts = 0;
    QString m_lastText; ///< of the newest broadcast
    link::CommandId m_lastSend = 0;
    std::optional<Receipt> m_receipt;
    QString m_error;
    qint64 m_confirmed = 0; ///< clients that have the newest broadcast
    bool m_finished = false;
};

} // namespace signalbox::app
