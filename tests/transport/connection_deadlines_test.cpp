// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/connection.h"

#include "tests/support/test_registry.h"
#include "tests/transport/connection_fixture.h"

#include <QtTest/QTest>

using namespace std::chrono_literals;
using namespace signalbox;
using namespace signalbox::tests;

/// Pings, frames that take too long, and clients that are slow.
class ConnectionDeadlinesTest final : public ConnectionFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    // Pings: RFC 6455 §5.5.2, §5.5.3

    void answersPingsInOrder()
    {
        m_connection->start();
        m_stream->receive(fromClient(Opcode::Ping, "1") + fromClient(Opcode::Ping) +
                          fromClient(Opcode::Ping, QByteArray(125, 'x')));
        QCOMPARE(frames(), (Lines{"pong 1", "pong", "pong " + QByteArray(125, 'x')}));
    }

    void pingsAndMeasuresTheRoundTrip()
    {
        m_connection->start();
        advance(m_limits.pingInterval - 1ms);
        QCOMPARE(frames(), Lines());
        advance(1ms);
        QCOMPARE(frames(), Lines{"ping 1"});
        m_clock.advance(2500us);
        m_stream->receive(fromClient(Opcode::Pong, "1"));
        QCOMPARE(m_connection->roundTrip().count(), 2500);
        advance(m_limits.pingInterval);
        QCOMPARE(frames(), Lines{"ping 2"});
        QVERIFY(m_owner->ends.empty());
    }

    void isLookedAtSeldomWhileNothingHappens()
    {
        m_connection->start();
        advance(1ms);
        QVERIFY(m_connection->nextLook() == m_clock.steadyNow() - 1ms + m_limits.pingInterval);
        m_stream->receive(fromClient(Opcode::Text, "whole"));
        QVERIFY(m_connection->nextLook() == m_clock.steadyNow() - 1ms + m_limits.pingInterval);
        m_stream->receive(fromClient(Opcode::Text, "begun").first(4));
        QVERIFY(m_connection->nextLook() == m_clock.steadyNow() + m_limits.frameTimeout);
    }

    void pingsInTimeAfterAPongThatCameEarly()
    {
        m_limits.pingInterval = 2s;
        m_limits.pongTimeout = 20s;
        makeConnection();
        m_connection->start();
        advance(2s);
        QCOMPARE(frames(), Lines{"ping 1"});
        advance(100ms);
        m_stream->receive(fromClient(Opcode::Pong, "1"));
        advance(1900ms);
        QCOMPARE(frames(), Lines{"ping 2"});
    }

    void aPeerWithoutAPongVanished()
    {
        m_connection->start();
        advance(m_limits.pingInterval);
        advance(m_limits.pongTimeout - 1ms);
        m_stream->receive(fromClient(Opcode::Pong, "unasked") + fromClient(Opcode::Text, "alive?"));
        QVERIFY(m_owner->ends.empty());
        advance(1ms);
        QCOMPARE(m_owner->ends.size(), size_t(1));
        QCOMPARE(m_owner->ends[0].reason, EndReason::Vanished);
        QVERIFY(m_stream->aborted());
    }

    void aPingThatWaitedInTheQueueHasItsFullTime()
    {
        m_limits.pingInterval = 5s;
        makeConnection();
        m_connection->start();
        m_stream->setRoom(0);
        QCOMPARE(m_connection->send(textFrame(QByteArray(100, 'x'))), Connection::SendOutcome::Accepted);
        QVERIFY(!m_connection->flush());
        advance(5s); // the ping is queued behind the message
        for (int i = 0; i < 3; ++i) {
            m_stream->takeMore(1);
            advance(9s);
        }
        m_stream->takeMore(1000);
        QCOMPARE(frames().last(), QByteArray("ping 1"));
        advance(m_limits.pongTimeout - 1ms);
        QVERIFY(m_owner->ends.empty());
        advance(1ms);
        QCOMPARE(m_owner->ends.size(), size_t(1));
        QCOMPARE(m_owner->ends[0].reason, EndReason::Vanished);
    }

    void theRoundTripBeginsWhenThePingHasLeft()
    {
        m_connection->start();
        m_stream->setRoom(0);
        advance(m_limits.pingInterval);
        advance(3s);
        m_stream->takeMore(100);
        m_clock.advance(700us);
        m_stream->receive(fromClient(Opcode::Pong, "1"));
        QCOMPARE(m_connection->roundTrip().count(), 700);
    }

    // Frames that take too long

    void closesAPeerThatDoesNotFinishAFrame()
    {
        m_connection->start();
        const QByteArray frame = fromClient(Opcode::Text, "0123456789");
        m_stream->receive(frame.first(1));
        for (int i = 1; i < 10; ++i) { // a byte now and then does not stretch it
            advance(m_limits.frameTimeout / 10);
            m_stream->receive(frame.sliced(i, 1));
        }
        QVERIFY(m_connection->isOpen());
        advance(m_limits.frameTimeout / 10);
        QVERIFY(!m_connection->isOpen());
        QVERIFY(frames().value(0).startsWith("close 1008 "));
        m_stream->endByPeer();
        QCOMPARE(m_owner->ends[0].reason, EndReason::FrameTimedOut);
    }

    void eachFinishedFrameResetsTheTime()
    {
        m_limits.pingInterval = 0ms;
        makeConnection();
        m_connection->start();
        const QByteArray frame = fromClient(Opcode::Text, "x");
        m_stream->receive(frame.first(3));
        for (int i = 0; i < 5; ++i) { // never without an unfinished frame
            advance(m_limits.frameTimeout - 1ms);
            m_stream->receive(frame.sliced(3) + frame.first(3));
            QVERIFY(m_connection->isOpen());
        }
        QCOMPARE(m_owner->messages.size(), 5);
        advance(m_limits.frameTimeout);
        QVERIFY(!m_connection->isOpen());
    }

    void aPauseBetweenFragmentsIsNoFault()
    {
        m_limits.pingInterval = 0ms;
        makeConnection();
        m_connection->start();
        websocket::FrameHeader begin{false, 0, Opcode::Text, true, {1, 2, 3, 4}, 0};
        m_stream->receive(websocket::encodeWithHeader(begin, "Hel"));
        advance(10 * m_limits.frameTimeout);
        QVERIFY(m_connection->isOpen());
    }

    // Slow clients

    void closesAClientWhoseQueueIsFull()
    {
        m_connection->start();
        m_stream->setRoom(3);
        QCOMPARE(m_connection->send(textFrame("begun")), Connection::SendOutcome::Accepted);
        QVERIFY(!m_connection->flush());
        QCOMPARE(m_connection->send(textFrame(QByteArray(400, 'a'))), Connection::SendOutcome::Accepted);
        QCOMPARE(m_connection->send(textFrame(QByteArray(400, 'b'))), Connection::SendOutcome::Accepted);
        QCOMPARE(m_connection->send(textFrame(QByteArray(400, 'c'))), Connection::SendOutcome::OverLimit);
        QVERIFY(!m_connection->isOpen());
        m_stream->takeMore(10'000);
        // The frame that was begun is completed, the two behind it are dropped.
        QCOMPARE(frames(), (Lines{"text begun", "close 4008 the client does not take its messages"}));
        QVERIFY(m_stream->writingFinished());
        m_stream->endByPeer();
        QCOMPARE(m_owner->ends[0].reason, EndReason::SlowClient);
        QCOMPARE(m_owner->ends[0].closeCode, quint16(4008));
        QCOMPARE(m_owner->ends[0].lostFrames, qint64(2));
    }

    void aBurstToAClientThatReadsIsNotTooMuch()
    {
        m_connection->start();
        for (int i = 0; i < 10; ++i) { // in one turn: nobody has flushed yet
            const QByteArray frame = textFrame(QByteArray(400, 'a'));
            QCOMPARE(m_connection->send(frame), Connection::SendOutcome::Accepted);
        }
        QVERIFY(m_connection->flush());
        QCOMPARE(frames().size(), 10);
    }

    void countsMessagesAsLostAndNothingElse()
    {
        m_connection->start();
        m_stream->setRoom(3);
        for (const char* const text : {"begun", "waits", "waits"}) {
            QCOMPARE(m_connection->send(textFrame(text)), Connection::SendOutcome::Accepted);
        }
        m_stream->receive(fromClient(Opcode::Ping, "p"));
        m_connection->close(1001, "", EndReason::Shutdown);
        m_stream->endByPeer();
        QCOMPARE(m_owner->ends[0].lostFrames, qint64(3));
    }

    void countsNoCloseFrameAsLost()
    {
        m_connection->start();
        m_stream->setRoom(0);
        QCOMPARE(m_connection->send(textFrame("never")), Connection::SendOutcome::Accepted);
        m_stream->receive(fromClient(Opcode::Ping, "p"));
        advance(m_limits.queueStallTimeout);
        m_stream->endByPeer();
        QCOMPARE(m_owner->ends[0].reason, EndReason::SlowClient);
        QCOMPARE(m_owner->ends[0].lostFrames, qint64(1));
    }

    void takesOneFrameThatIsLargerThanTheQueue()
    {
        m_connection->start();
        m_stream->setRoom(0);
        QCOMPARE(m_connection->send(textFrame(QByteArray(5000, 'a'))), Connection::SendOutcome::Accepted);
        QVERIFY(!m_connection->flush());
        QCOMPARE(m_connection->send(textFrame("b")), Connection::SendOutcome::OverLimit);
    }

    void countsBytesThatTheStreamHoldsBack()
    {
        m_connection->start();
        m_stream->setRoom(0, 600);
        QCOMPARE(m_connection->send(textFrame(QByteArray(500, 'a'))), Connection::SendOutcome::Accepted);
        QVERIFY(!m_connection->flush());
        QCOMPARE(m_connection->queuedBytes(), 504);
        QCOMPARE(m_connection->send(textFrame(QByteArray(500, 'b'))), Connection::SendOutcome::OverLimit);
    }

    void closesAClientWhoseQueueStalls()
    {
        m_connection->start();
        m_stream->setRoom(0);
        QCOMPARE(m_connection->send(textFrame("never")), Connection::SendOutcome::Accepted);
        QVERIFY(!m_connection->flush());
        advance(m_limits.queueStallTimeout - 1ms);
        QVERIFY(m_connection->isOpen());
        advance(1ms);
        QVERIFY(!m_connection->isOpen());
        QCOMPARE(m_owner->sent, Lines{"close 4008 the client does not take its messages"});
        advance(2s);
        QCOMPARE(m_owner->ends.size(), size_t(1));
        QCOMPARE(m_owner->ends[0].reason, EndReason::SlowClient);
    }

    void progressIsNoStall()
    {
        m_connection->start();
        m_stream->setRoom(0);
        QCOMPARE(m_connection->send(textFrame(QByteArray(100, 'x'))), Connection::SendOutcome::Accepted);
        QVERIFY(!m_connection->flush());
        for (int i = 0; i < 4; ++i) {
            advance(m_limits.queueStallTimeout - 1ms);
            m_stream->takeMore(1);
        }
        QVERIFY(m_connection->isOpen());
        advance(m_limits.queueStallTimeout);
        QVERIFY(!m_connection->isOpen());
    }

    void aFloodOfPingsThatNobodyReadsIsBounded()
    {
        m_connection->start();
        m_stream->setRoom(0);
        for (int i = 0; i < 1000; ++i) {
            m_stream->receive(fromClient(Opcode::Ping, QByteArray(100, 'x')));
            QVERIFY(m_connection->queuedBytes() <= m_limits.maxQueueBytes + 127 + 50);
        }
        QVERIFY(!m_connection->isOpen());
        QCOMPARE(m_owner->sent.last(), QByteArray("close 4008 the client does not take its messages"));
    }

    void aFloodOfEmptyPingsThatNobodyReadsIsBounded()
    {
        m_limits.maxQueueBytes = 1024 * 1024; // pongs of two bytes: many more of them than memory allows
        makeConnection();
        m_connection->start();
        m_stream->setRoom(0);
        m_stream->receive(fromClient(Opcode::Ping).repeated(50'000));
        QVERIFY(!m_connection->isOpen());
        QVERIFY(m_owner->sent.size() <= 16 * 1024 + 1);
        QCOMPARE(m_owner->sent.last(), QByteArray("close 4008 the client does not take its messages"));
    }
};

SIGNALBOX_TEST(ConnectionDeadlinesTest)
#include "connection_deadlines_test.moc"
