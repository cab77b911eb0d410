// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/connection.h"

#include "tests/support/test_registry.h"
#include "tests/transport/connection_fixture.h"

#include <QtTest/QTest>

using namespace std::chrono_literals;
using namespace signalbox;
using namespace signalbox::tests;

/// Messages, the closing handshake, and how a connection ends.
class ConnectionTest final : public ConnectionFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    // Messages

    void readsBytesThatCameWithTheHandshake()
    {
        m_stream->receive(fromClient(Opcode::Text, "early"));
        QCOMPARE(m_owner->messages, Lines());
        m_connection->start();
        QCOMPARE(m_owner->messages, Lines{"early"});
    }

    void handsOverMessagesAndFramesInOrder()
    {
        m_connection->start();
        websocket::FrameHeader begin{false, 0, Opcode::Text, true, {1, 2, 3, 4}, 0};
        websocket::FrameHeader end{true, 0, Opcode::Continuation, true, {1, 2, 3, 4}, 0};
        m_stream->receive(websocket::encodeWithHeader(begin, "Hel") + fromClient(Opcode::Ping, "p") +
                          websocket::encodeWithHeader(end, "lo") + fromClient(Opcode::Text, "next"));
        QCOMPARE(m_owner->frames, (Lines{"text", "ping"}));
        QCOMPARE(m_owner->messages, (Lines{"Hello", "next"}));
        QCOMPARE(frames(), Lines{"pong p"});
    }

    void readsMoreThanOneBufferAtOnce()
    {
        m_connection->start();
        QByteArray bytes;
        for (int i = 0; i < 1000; ++i) {
            bytes += fromClient(Opcode::Text, QByteArray::number(i));
        }
        QVERIFY(bytes.size() > static_cast<qsizetype>(m_buffer.size()));
        m_stream->receive(bytes);
        QCOMPARE(m_owner->messages.size(), 1000);
        QCOMPARE(m_owner->messages.last(), QByteArray("999"));
        QCOMPARE(m_connection->bytesReceived(), static_cast<quint64>(bytes.size()));
    }

    void sendsInOrderWhenFlushed()
    {
        m_connection->start();
        QCOMPARE(m_connection->send(textFrame("one")), Connection::SendOutcome::Accepted);
        QCOMPARE(m_connection->send(textFrame("two")), Connection::SendOutcome::Accepted);
        QCOMPARE(frames(), Lines());
        QCOMPARE(m_connection->queuedBytes(), 10);
        QVERIFY(m_connection->flush());
        QCOMPARE(frames(), (Lines{"text one", "text two"}));
        QCOMPARE(m_connection->queuedBytes(), 0);
        QCOMPARE(m_connection->bytesSent(), quint64(10));
    }

    void flushSaysWhetherEverythingLeft_data()
    {
        QTest::addColumn<int>("systemBytes");
        QTest::addColumn<int>("bufferBytes");
        QTest::addColumn<int>("queued");
        QTest::addColumn<bool>("left");
        QTest::newRow("all taken") << 100 << 0 << 0 << true;
        QTest::newRow("none taken") << 0 << 0 << 5 << false;
        QTest::newRow("some taken") << 2 << 0 << 3 << false;
        QTest::newRow("accepted, but not taken") << 2 << 100 << 3 << false;
    }

    void flushSaysWhetherEverythingLeft()
    {
        QFETCH(int, systemBytes);
        QFETCH(int, bufferBytes);
        m_connection->start();
        m_stream->setRoom(systemBytes, bufferBytes);
        QCOMPARE(m_connection->send(textFrame("one")), Connection::SendOutcome::Accepted);
        QTEST(m_connection->flush(), "left");
        QTEST(static_cast<int>(m_connection->queuedBytes()), "queued");
        m_stream->takeMore(100);
        QVERIFY(m_connection->flush());
        QCOMPARE(frames(), Lines{"text one"});
    }

    // The closing handshake: RFC 6455 §7

    void answersThePeersCloseWithItsCode_data()
    {
        QTest::addColumn<QByteArray>("received");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("1000") << closeFromClient(1000) << QByteArray("close 1000") << 1000 << QByteArray();
        QTest::newRow("with a reason")
            << closeFromClient(4321, "enough") << QByteArray("close 4321") << 4321 << QByteArray("enough");
        QTest::newRow("empty") << fromClient(Opcode::Close) << QByteArray("close") << 1005 << QByteArray();
    }

    void answersThePeersCloseWithItsCode()
    {
        QFETCH(QByteArray, received);
        QFETCH(QByteArray, answer);
        m_connection->start();
        m_stream->receive(received);
        QCOMPARE(frames(), Lines{answer});
        QVERIFY(m_stream->writingFinished()); // §7.1.1: the server ends first
        QVERIFY(!m_stream->aborted());
        m_stream->endByPeer();
        QCOMPARE(m_owner->ends.size(), size_t(1));
        QCOMPARE(m_owner->ends[0].reason, EndReason::PeerClosed);
        QTEST(int(m_owner->ends[0].closeCode), "code");
        QTEST(m_owner->ends[0].closeReason, "reason");
        QVERIFY(m_stream->aborted());
    }

    void cutsAPeerThatDoesNotEndAfterItsClose()
    {
        m_connection->start();
        m_stream->receive(closeFromClient(1000));
        for (int i = 0; i < 19; ++i) { // whatever it sends, the time is not stretched
            advance(100ms);
            m_stream->receive(closeFromClient(1000) + fromClient(Opcode::Text, "more"));
        }
        QVERIFY(m_owner->ends.empty());
        advance(100ms);
        QCOMPARE(m_owner->ends.size(), size_t(1));
        QCOMPARE(m_owner->messages, Lines());
    }

    void closesFromOurSide_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("1001") << 1001 << QByteArray("close 1001 because");
        QTest::newRow("without a code") << 1005 << QByteArray("close");
    }

    void closesFromOurSide()
    {
        QFETCH(int, code);
        QFETCH(QByteArray, sent);
        m_connection->start();
        m_connection->close(static_cast<quint16>(code), "because", EndReason::Shutdown);
        m_connection->close(4000, "a second time", EndReason::DisconnectedByOperator);
        QVERIFY(!m_connection->isOpen());
        QCOMPARE(frames(), Lines{sent});
        QCOMPARE(m_owner->sent, Lines{sent});
        QVERIFY(!m_stream->writingFinished());
        m_stream->receive(closeFromClient(1000));
        QCOMPARE(frames(), Lines());
        QVERIFY(m_stream->writingFinished());
        m_stream->endByPeer();
        QCOMPARE(m_owner->ends.size(), size_t(1));
        QCOMPARE(m_owner->ends[0].reason, EndReason::Shutdown);
        QCOMPARE(int(m_owner->ends[0].closeCode), code);
    }

    void endsWhenThePeerDoesNotAnswerOurClose()
    {
        m_connection->start();
        m_connection->close(1001, "", EndReason::Shutdown);
        advance(m_limits.closeTimeout - 1ms);
        m_stream->receive(fromClient(Opcode::Ping, "still here"));
        QVERIFY(m_owner->ends.empty());
        advance(1ms);
        QCOMPARE(m_owner->ends.size(), size_t(1));
        QCOMPARE(m_owner->ends[0].reason, EndReason::Shutdown);
        QVERIFY(m_stream->aborted());
    }

    void sendsWhatWasQueuedBeforeOurClose()
    {
        m_connection->start();
        QCOMPARE(m_connection->send(textFrame("last")), Connection::SendOutcome::Accepted);
        m_connection->close(1001, "", EndReason::Shutdown);
        QCOMPARE(m_connection->send(textFrame("too late")), Connection::SendOutcome::Closing);
        QCOMPARE(frames(), (Lines{"text last", "close 1001"}));
    }

    void doesNotProcessMessagesAfterOurClose() // §5.5.1, §1.4
    {
        m_connection->start();
        m_owner->onMessage = [](Connection& connection) {
            connection.close(1000, "", EndReason::PolicyViolation);
        };
        m_stream->receive(fromClient(Opcode::Text, "first") + fromClient(Opcode::Text, "second") +
                          fromClient(Opcode::Ping, "third"));
        QCOMPARE(m_owner->messages, Lines{"first"});
        QCOMPARE(m_owner->frames, (Lines{"text", "ping"})); // seen, for the inspector
        QCOMPARE(frames(), Lines{"close 1000"});
    }

    void ignoresWhatFollowsThePeersClose()
    {
        m_connection->start();
        m_stream->receive(closeFromClient(1000) + fromClient(Opcode::Text, "late") + "no frame at all");
        QCOMPARE(m_owner->messages, Lines());
        QCOMPARE(frames(), Lines{"close 1000"});
    }

    void saysWhatWasWrongAndLingers_data()
    {
        QTest::addColumn<QByteArray>("received");
        QTest::addColumn<int>("code");
        QTest::addColumn<EndReason>("reason");
        const QByteArray oneByte(1, '\x03');
        QTest::newRow("unmasked") << textFrame("x") << 1002 << EndReason::ProtocolError;
        QTest::newRow("lonely continuation")
            << fromClient(Opcode::Continuation, "x") << 1002 << EndReason::ProtocolError;
        QTest::newRow("close with one byte")
            << fromClient(Opcode::Close, oneByte) << 1002 << EndReason::ProtocolError;
        QTest::newRow("close with 1005")
            << fromClient(Opcode::Close, "\x03\xED") << 1002 << EndReason::ProtocolError;
        QTest::newRow("not UTF-8") << fromClient(Opcode::Text, "\xFF") << 1007 << EndReason::InvalidPayload;
        QTest::newRow("too big") << fromClient(Opcode::Binary, QByteArray(1001, 'x')) << 1009
                                 << EndReason::MessageTooBig;
    }

    void saysWhatWasWrongAndLingers()
    {
        QFETCH(QByteArray, received);
        QFETCH(int, code);
        m_connection->start();
        m_stream->receive(received + fromClient(Opcode::Text, "after"));
        const Lines sent = frames();
        QCOMPARE(sent.size(), 1);
        QVERIFY2(sent[0].startsWith("close " + QByteArray::number(code) + ' '), sent[0]);
        QVERIFY(m_stream->writingFinished());
        QVERIFY(!m_stream->aborted()); // a reset would overtake the close frame
        QCOMPARE(m_owner->messages, Lines());
        m_stream->receive(QByteArray(100'000, 'x'));
        QVERIFY(m_owner->ends.empty());
        advance(2s);
        QCOMPARE(m_owner->ends.size(), size_t(1));
        QTEST(m_owner->ends[0].reason, "reason");
        QCOMPARE(int(m_owner->ends[0].closeCode), code);
    }

    void sendsNoSecondCloseForAFaultAfterOurs()
    {
        m_connection->start();
        m_connection->close(1001, "", EndReason::Shutdown);
        m_stream->receive(textFrame("unmasked"));
        QCOMPARE(frames(), Lines{"close 1001"});
        QVERIFY(m_stream->writingFinished());
        m_stream->endByPeer();
        QCOMPARE(m_owner->ends[0].reason, EndReason::Shutdown);
    }

    // Other ends

    void aPeerThatLeavesWithoutACloseVanished()
    {
        m_connection->start();
        m_stream->endByPeer(fromClient(Opcode::Text, "last words"));
        QCOMPARE(m_owner->messages, Lines{"last words"});
        QCOMPARE(m_owner->ends.size(), size_t(1));
        QCOMPARE(m_owner->ends[0].reason, EndReason::Vanished);
        QCOMPARE(m_owner->ends[0].closeCode, quint16(1006));
    }

    void aCloseFrameInTheLastBytesCounts()
    {
        m_connection->start();
        m_stream->endByPeer(closeFromClient(1001, "leaving"));
        QCOMPARE(m_owner->ends.size(), size_t(1));
        QCOMPARE(m_owner->ends[0].reason, EndReason::PeerClosed);
        QCOMPARE(m_owner->ends[0].closeCode, quint16(1001));
    }

    void abortsWithoutACloseFrame()
    {
        m_connection->start();
        m_connection->abort(EndReason::Shutdown);
        QCOMPARE(frames(), Lines());
        QVERIFY(m_stream->aborted());
        QCOMPARE(m_owner->ends.size(), size_t(1));
        QCOMPARE(m_owner->ends[0].reason, EndReason::Shutdown);
        QCOMPARE(m_owner->ends[0].closeCode, quint16(1006));
        QCOMPARE(m_connection->send(textFrame("x")), Connection::SendOutcome::Closing);
        m_connection->close(1000, "", EndReason::Shutdown);
        advance(1h);
        QCOMPARE(m_owner->ends.size(), size_t(1));
    }

    void endsOnlyOnce()
    {
        m_connection->start();
        m_owner->onMessage = [](Connection& connection) { connection.abort(EndReason::PolicyViolation); };
        m_stream->endByPeer(fromClient(Opcode::Text, "end me") + closeFromClient(1000));
        m_connection->abort(EndReason::Shutdown);
        m_stream->endByPeer();
        advance(1h);
        QCOMPARE(m_owner->ends.size(), size_t(1));
        QCOMPARE(m_owner->ends[0].reason, EndReason::PolicyViolation);
    }
};

SIGNALBOX_TEST(ConnectionTest)
#include "connection_test.moc"
