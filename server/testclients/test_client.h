// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QTimer>
#include <QtCore/QUrl>

#include <chrono>
#include <memory>

class QWebSocket;

namespace signalbox::testclients {

inline namespace behaviour_enum {
Q_NAMESPACE
enum class Behaviour {
    Quiet,      ///< listens
    Chatter,    ///< says something to its group every few seconds
    SlowReader, ///< reads nothing for seconds at a time
};
Q_ENUM_NS(Behaviour)
} // namespace behaviour_enum

/// How a test client presents itself and what it does.
struct TestClientProfile {
    QString user;
    QString group; ///< empty: none
    Behaviour behaviour = Behaviour::Quiet;
    std::chrono::milliseconds interval{2000}; ///< between two messages, or of a pause in reading
};

/// One client of our own that talks to a broker over TCP as any other program would: --demo and tests.
///
/// Thread: any with an event loop, one for its life.
class TestClient final : public QObject {
    Q_OBJECT

public:
    TestClient(TestClientProfile profile, QUrl broker, QObject* parent = nullptr);
    ~TestClient() override;

    void open();
    void close();
    [[nodiscard]] const TestClientProfile& profile() const { return m_profile; }
    [[nodiscard]] bool isOpen() const;

Q_SIGNALS:
    void opened();
    void closed(const QString& why);
    void textReceived(const QString& text);

private:
    void socketOpened();
    void act();
    void toggleReading();

    TestClientProfile m_profile;
    QUrl m_broker;
    std::unique_ptr<QWebSocket> m_socket;
    QTimer m_timer;
    quint64 m_sent = 0;
    bool m_reading = true;
};

} // namespace signalbox::testclients
