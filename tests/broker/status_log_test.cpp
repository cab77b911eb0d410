// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/status_log.h"

#include "tests/support/manual_clock.h"
#include "tests/support/test_registry.h"

#include <QtCore/QLoggingCategory>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using namespace std::chrono_literals;

class StatusLogTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        s_lines.clear();
        m_before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext&, const QString& line) { s_lines += line; });
        QLoggingCategory::setFilterRules(QStringLiteral("signalbox.*=true"));
    }
    void cleanup() { qInstallMessageHandler(m_before); }

    void tellsTheDifferenceToTheLineBefore()
    {
        tests::ManualClock clock;
        StatusLog log(1min, clock.steadyNow());
        link::Statistics sum;
        sum.clients = 2;
        sum.messagesReceived = 10;
        sum.handshakesRefused = 1;
        sum.requestsRefused = 2;
        sum.messagesRefused = 3;
        log.tick(clock.steadyNow(), sum);
        QVERIFY(s_lines.isEmpty());
        clock.advance(1min);
        log.tick(clock.steadyNow(), sum);
        QCOMPARE(s_lines.size(), 1);
        QVERIFY2(s_lines[0].contains(u"2 clients; since the last line 10 messages in"),
                 qPrintable(s_lines[0]));
        QVERIFY2(s_lines[0].contains(u"6 refused"), qPrintable(s_lines[0]));
        sum.messagesReceived = 15;
        clock.advance(59s);
        log.tick(clock.steadyNow(), sum);
        QCOMPARE(s_lines.size(), 1);
        clock.advance(1s);
        log.tick(clock.steadyNow(), sum);
        QCOMPARE(s_lines.size(), 2);
        QVERIFY2(s_lines[1].contains(u" 5 messages in"), qPrintable(s_lines[1]));
        QVERIFY2(s_lines[1].contains(u" 0 refused"), qPrintable(s_lines[1]));
    }

    void staysSilentWithoutAnInterval()
    {
        tests::ManualClock clock;
        StatusLog log(0ms, clock.steadyNow());
        clock.advance(24h);
        log.tick(clock.steadyNow(), {});
        QVERIFY(s_lines.isEmpty());
    }

private:
    static inline QStringList s_lines;
    QtMessageHandler m_before = nullptr;
};

SIGNALBOX_TEST(StatusLogTest)
#include "status_log_test.moc"
