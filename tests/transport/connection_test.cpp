// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/connection.h"

#include "server/websocket/close_payload.h"
#include "server/websocket/frame_encoder.h"
#include "tests/support/manual_clock.h"
#include "tests/support/memory_stream.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace std::chrono_literals;
using namespace signalbox;
using namespace signalbox::transport;
using signalbox::tests::ManualClock;
using signalbox::tests::MemoryStream;
using websocket::Opcode;

namespace {

using Lines = QByteArrayList;

QByteArray word(Opcode opcode)
{
    return QByteArray(QMetaEnum::fromType<Opcode>().valueToKey(static_cast<int>(opcode))).toLower();
}

/// "text hello", "close 1000 bye", "close" for a close frame without a code.
QByteArray line(Opcode opcode, QByteArrayView payload)
{
    QByteArray shown = payload.toByteArray();
    if (opcode == Opcode::Close && payload.size() >= 2) {
        const auto close = std::get<websocket::ClosePayload>(websocket::parseClosePayload(payload));
        shown = QByteArray::number(close.code) + ' ' + close.reason;
    }
    return (word(opcode) + ' ' + shown).trimmed();
}

/// A frame as a client sends it.
QByteArray fromClient(Opcode opcode, QByteArrayView payload = {})
{
    return websocket::encodeMasked(opcode, payload, {1, 2, 3, 4});
}

QByteArray closeFromClient(quint16 code, QByteArrayView reason = {})
{
    return fromClient(Opcode::Close, websocket::encodeClosePayload(code, reason));
}

QByteArray textFrame(QByteArrayView text)
{
    return websocket::encodeFrame(Opcode::Text, text);
}

/// Writes down what it hears.
class RecordingOwner final : public ConnectionOwner {
public:
    void frameReceived(Connection&, const websocket::DecodedFrame& frame, quint32) override
    {
        frames += word(frame.header.opcode);
    }
    void messageReceived(Connection& connection, const websocket::AssembledMessage& message,
                         const websocket::DecodedFrame&) override
    {
        messages += message.payload.toByteArray();
        if (onMessage) {
            onMessage(connection);
        }
    }
    void controlFrameSent(Connection&, Opcode opcode, QByteArrayView payload) override
    {
        sent += line(opcode, payload);
    }
    void connectionEnded(Connection&, const ConnectionEnd& end) override { ends.push_back(end); }

    std::function<void(Connection&)> onMessage;
    Lines frames;   ///< received that were no whole message
    Lines messages; ///< received
    Lines sent;     ///< control frames
    std::vector<ConnectionEnd> ends;
};

} // namespace

/// One connection over a MemoryStream: the test plays the client, the system and the clock.
class ConnectionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_limits = Limits();
        m_limits.maxQueueBytes = 1000;
        m_limits.maxMessageBytes = 1000;
        m_owner = std::make_unique<RecordingOwner>();
        makeConnection();
    }

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

private:
    /// With the limits as they are now.
    void makeConnection()
    {
        auto stream = std::make_unique<MemoryStream>();
        m_stream = stream.get();
        m_connection = std::make_unique<Connection>(ClientId(7), std::move(stream), m_surroundings, *m_owner);
    }

    void advance(std::chrono::microseconds by)
    {
        m_clock.advance(by);
        m_connection->checkDeadlines(m_clock.steadyNow());
    }

    /// The frames that the server sent since the last call.
    Lines frames()
    {
        QByteArray bytes = m_stream->takeAccepted();
        std::span<char> rest(bytes.data(), static_cast<size_t>(bytes.size()));
        websocket::FrameDecoder decoder(websocket::Role::Client, 100'000);
        websocket::DecodedFrame frame;
        Lines lines;
        while (decoder.next(rest, frame) == websocket::DecodeStatus::FrameReady) {
            lines += line(frame.header.opcode, frame.payloadView());
        }
        return lines;
    }

    ManualClock m_clock;
    Limits m_limits;
    std::array<char, 4096> m_buffer{};
    ConnectionSurroundings m_surroundings{m_limits, m_clock, m_buffer};
    std::unique_ptr<RecordingOwner> m_owner;
    MemoryStream* m_stream = nullptr; ///< the connection's
    std::unique_ptr<Connection> m_connection;
};

SIGNALBOX_TEST(ConnectionTest)
#include "connection_test.moc"
