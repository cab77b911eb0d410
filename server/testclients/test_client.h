// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/commands.h"

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QTimer>
#include <QtCore/QUrl>

#include <chrono>
#include <memory>

class QWebSocket;

namespace signalbox::testclients {

using Behaviour = link::TestBehaviour;

/// How a test client presents itself and what it does.
struct TestClientProfile {
    QString user;
    QString group; ///< empty: none
    Behaviour behaviour = Behaviour::Quiet;
    /// Between two messages, of a pause in reading and of the reading after it, or until the next drop.
    std::chrono::milliseconds interval{2000};
};

/// One client of our own that talks to a broker over TCP as any other program would: --demo, the test clients
/// of the window, and tests.
///
/// Thread: any with an event loop, one for its life. Not to be destroyed from inside its signals.
class TestClient final : public QObject {
    Q_OBJECT

public:
    TestClient(TestClientProfile profile, QUrl broker, QObject* parent = nullptr);
    ~TestClient() override;

    void open();
    /// With 1000; closed() follows, after three seconds at the latest.
    void close();
    [[nodiscard]] const TestClientProfile& profile() const { return m_profile; }
    [[nodiscard]] bool isOpen() const;

Q_SIGNALS:
    /// Each time: one that drops its connection comes back.
    void opened();
    /// It has ended, or could not connect, and does not come back.
    void closed(const QString& why);
    void textReceived(const QString& text);

private:
    void socketOpened();
    void stateChanged();
    void received(const QString& text);
    void act();
    void chatter();
    void echo(const QString& text);
    void toggleReading();
    void drop();
    void end(const QString& why);
    void releaseSocket();

    TestClientProfile m_profile;
    QUrl m_broker;
    std::unique_ptr<QWebSocket> m_socket;
    QTimer m_timer;
    QTimer m_return; ///< after a drop
    quint64 m_sent = 0;
    bool m_reading = true;
};

} // namespace signalbox::testclients
