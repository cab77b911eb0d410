// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/keep_alive.h"

#include "tests/support/manual_clock.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace std::chrono_literals;
using signalbox::transport::KeepAlive;

class KeepAliveTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pingsWhenTheIntervalIsOver()
    {
        signalbox::tests::ManualClock clock;
        KeepAlive keepAlive(50s, 10s, clock.steadyNow());
        clock.advance(49'999ms);
        QVERIFY(!keepAlive.pingDue(clock.steadyNow()));
        clock.advance(1ms);
        QCOMPARE(keepAlive.pingDue(clock.steadyNow()), QByteArray("1"));
        QVERIFY(!keepAlive.pingDue(clock.steadyNow()));
    }

    void measuresTheRoundTrip()
    {
        signalbox::tests::ManualClock clock;
        KeepAlive keepAlive(50s, 10s, clock.steadyNow());
        QVERIFY(keepAlive.roundTrip() < 0us);
        clock.advance(50s);
        QVERIFY(keepAlive.pingDue(clock.steadyNow()).has_value());
        keepAlive.everythingLeft(clock.steadyNow());
        clock.advance(1500us);
        keepAlive.pongReceived("1", clock.steadyNow());
        QCOMPARE(keepAlive.roundTrip().count(), 1500);
        QVERIFY(!keepAlive.isOverdue(clock.steadyNow() + 1h));
    }

    void takesNoOtherPongForAnAnswer()
    {
        signalbox::tests::ManualClock clock;
        KeepAlive keepAlive(50s, 10s, clock.steadyNow());
        clock.advance(50s);
        QVERIFY(keepAlive.pingDue(clock.steadyNow()).has_value());
        keepAlive.everythingLeft(clock.steadyNow());
        keepAlive.pongReceived("", clock.steadyNow());
        keepAlive.pongReceived("7", clock.steadyNow());
        clock.advance(10s);
        QVERIFY(keepAlive.isOverdue(clock.steadyNow()));
    }

    void takesThePongToALaterPingForAnAnswerToo()
    {
        signalbox::tests::ManualClock clock;
        KeepAlive keepAlive(50s, 10s, clock.steadyNow());
        clock.advance(50s);
        QVERIFY(keepAlive.pingDue(clock.steadyNow()).has_value());
        keepAlive.everythingLeft(clock.steadyNow());
        const quint64 behind = keepAlive.takePing(); // RFC 6455 §5.5.3: the peer may answer this one only
        QCOMPARE(keepAlive.pongReceived(KeepAlive::payloadOf(behind), clock.steadyNow()), behind);
        QVERIFY(!keepAlive.isOverdue(clock.steadyNow() + 1h));
        QVERIFY(keepAlive.roundTrip() < 0us); // it was not measured
    }

    void takesNoPongToAnEarlierPingForAnAnswer()
    {
        signalbox::tests::ManualClock clock;
        KeepAlive keepAlive(50s, 10s, clock.steadyNow());
        const quint64 before = keepAlive.takePing();
        clock.advance(50s);
        QCOMPARE(keepAlive.pingDue(clock.steadyNow()), QByteArray("2"));
        keepAlive.everythingLeft(clock.steadyNow());
        QCOMPARE(keepAlive.pongReceived(KeepAlive::payloadOf(before), clock.steadyNow()), before);
        clock.advance(10s);
        QVERIFY(keepAlive.isOverdue(clock.steadyNow()));
        QCOMPARE(keepAlive.pongReceived("2", clock.steadyNow()), quint64(2));
        QCOMPARE(keepAlive.roundTrip().count(), 10'000'000);
    }

    void isNotOverdueBeforeTheDeadline()
    {
        signalbox::tests::ManualClock clock;
        KeepAlive keepAlive(50s, 10s, clock.steadyNow());
        clock.advance(50s);
        QVERIFY(keepAlive.pingDue(clock.steadyNow()).has_value());
        keepAlive.everythingLeft(clock.steadyNow());
        clock.advance(9'999ms);
        QVERIFY(!keepAlive.isOverdue(clock.steadyNow()));
    }

    void aPingThatHasNotLeftIsNotOverdue()
    {
        signalbox::tests::ManualClock clock;
        KeepAlive keepAlive(50s, 10s, clock.steadyNow());
        clock.advance(50s);
        QVERIFY(keepAlive.pingDue(clock.steadyNow()).has_value());
        clock.advance(1h);
        QVERIFY(!keepAlive.isOverdue(clock.steadyNow()));
        keepAlive.everythingLeft(clock.steadyNow());
        clock.advance(9s);
        keepAlive.everythingLeft(clock.steadyNow()); // of what came later: no more time for that
        QVERIFY(!keepAlive.isOverdue(clock.steadyNow()));
        clock.advance(1s);
        QVERIFY(keepAlive.isOverdue(clock.steadyNow()));
    }

    void neverPingsWithoutAnInterval()
    {
        signalbox::tests::ManualClock clock;
        KeepAlive keepAlive(0s, 10s, clock.steadyNow());
        clock.advance(24h);
        QVERIFY(!keepAlive.pingDue(clock.steadyNow()));
        QVERIFY(!keepAlive.isOverdue(clock.steadyNow()));
    }
};

SIGNALBOX_TEST(KeepAliveTest)
#include "keep_alive_test.moc"
