// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/testclients/test_client.h"

#include "tests/support/running_broker.h"
#include "tests/support/test_registry.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::testclients;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestClientTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void introducesItselfAsATestClient()
    {
        tests::RunningBroker broker;
        TestClient ann({u"ann"_s, u"red"_s}, broker.url({}));
        QSignalSpy opened(&ann, &TestClient::opened);
        ann.open();
        QTRY_COMPARE(opened.size(), 1);
        QVERIFY(ann.isOpen());
        QTRY_COMPARE(broker.clients().size(), 1);
        const link::ClientInfo info = broker.clients().begin().value();
        QVERIFY(info.testClient);
        QCOMPARE(info.user.bytes(), QByteArray("ann"));
        QCOMPARE(info.groups.value(0).bytes(), QByteArray("red"));
        QSignalSpy closed(&ann, &TestClient::closed);
        ann.close();
        QTRY_COMPARE(closed.size(), 1);
        QVERIFY(!ann.isOpen());
    }

    void chattersToItsGroup()
    {
        tests::RunningBroker broker;
        TestClient ann({u"ann"_s, u"red"_s, Behaviour::Chatter, 10ms}, broker.url({}));
        TestClient bob({u"bob"_s, u"red"_s}, broker.url({}));
        TestClient cat({u"cat"_s, u"blue"_s}, broker.url({}));
        QSignalSpy bobGot(&bob, &TestClient::textReceived);
        QSignalSpy catGot(&cat, &TestClient::textReceived);
        bob.open();
        cat.open();
        QTRY_COMPARE(broker.clients().size(), 2);
        ann.open();
        QTRY_VERIFY(bobGot.size() >= 3);
        const QJsonObject envelope = QJsonDocument::fromJson(bobGot[0][0].toString().toUtf8()).object();
        QCOMPARE(envelope[u"action"].toString(), u"say"_s);
        QCOMPARE(envelope[u"userId"].toString(), u"ann"_s);
        QCOMPARE(catGot.size(), 0);
    }

    void readsSlowlyAndGoesOn()
    {
        tests::RunningBroker broker;
        TestClient sam({u"sam"_s, {}, Behaviour::SlowReader, 500ms}, broker.url({}));
        sam.open();
        QTRY_COMPARE(broker.clients().size(), 1);
        int got = 0;
        qint64 longestPause = 0; // of messages that all were sent 10 ms apart
        QElapsedTimer sinceLast;
        connect(&sam, &TestClient::textReceived, this, [&] {
            longestPause = got++ > 0 ? std::max(longestPause, sinceLast.elapsed()) : 0;
            sinceLast.start();
        });
        int sent = 0;
        QTimer sending;
        connect(&sending, &QTimer::timeout, this, [&] {
            std::ignore = broker.link().send(link::SendMessage{R"({"action":"a"})"});
            ++sent;
        });
        sending.start(10ms);
        QTRY_VERIFY_WITH_TIMEOUT(longestPause >= 400, 20'000); // known when it goes on
        sending.stop();
        QTRY_COMPARE(got, sent);
    }

    void letsItsQueueGrowAndTakesItThen()
    {
        tests::RunningBroker broker;
        TestClient sam({u"sam"_s, {}, Behaviour::SlowReader, 1s}, broker.url({}));
        int got = 0;
        connect(&sam, &TestClient::textReceived, this, [&] { ++got; });
        sam.open();
        QTRY_COMPARE(broker.clients().size(), 1);
        const QByteArray envelope = "{\"action\":\"a\",\"message\":\"" + QByteArray(32 * 1024, '.') + "\"}";
        int sent = 0;
        QTimer sending;
        connect(&sending, &QTimer::timeout, this, [&] {
            std::ignore = broker.link().send(link::SendMessage{envelope});
            ++sent;
        });
        sending.start(50ms);
        QTRY_VERIFY_WITH_TIMEOUT(broker.statistics().queuedBytes > 256 * 1024,
                                 20'000); // of 1 MiB that it may be
        sending.stop();
        QTRY_COMPARE_WITH_TIMEOUT(broker.statistics().queuedBytes, 0, 20'000);
        QTRY_COMPARE(got, sent);
        QVERIFY(sam.isOpen());
    }

    void echoesToWhoeverSentAndToNoEcho()
    {
        tests::RunningBroker broker;
        TestClient ann({u"ann & co"_s, {}, Behaviour::Echo}, broker.url({}));
        TestClient eve({u"eve"_s, {}, Behaviour::Echo}, broker.url({}));
        TestClient bob({u"bob"_s, u"red"_s, Behaviour::Chatter, 10ms}, broker.url({}));
        ann.open();
        eve.open();
        QTRY_COMPARE(broker.clients().size(), 2);
        int toBob = 0;
        connect(&bob, &TestClient::textReceived, this,
                [&](const QString& text) { toBob += text.contains(u"\"echo\"") ? 1 : 0; });
        bob.open();
        QTRY_COMPARE(broker.clients().size(), 3);
        std::ignore = broker.link().send(link::SendMessage{
            R"({"action":"ask","message":[1,"two"],"userId":"bob"})"}); // to the default group
        QTRY_COMPARE(toBob, 2);
        std::ignore = broker.link().send(
            link::SendMessage{R"({"action":"echo","userId":"bob","message":"no echo of this"})"});
        std::ignore = broker.link().send(link::SendMessage{R"({"action":"ask","userId":"bob"})"});
        QTRY_COMPARE(toBob, 4); // in the order sent: the one between was not echoed
        QCOMPARE(broker.clients()[ClientId(1)].user.text(), u"ann & co"_s);
    }

    void dropsItsConnectionAndComesBack()
    {
        tests::RunningBroker broker;
        TestClient ann({u"ann"_s, {}, Behaviour::Drops, 50ms}, broker.url({}));
        QSignalSpy opened(&ann, &TestClient::opened);
        QSignalSpy closed(&ann, &TestClient::closed);
        ann.open();
        QTRY_VERIFY(opened.size() >= 3);
        QVERIFY(broker.ends().size() >= 2);
        QCOMPARE(broker.ends()[0].closeCode, quint16(1006));
        QVERIFY(broker.ends()[0].testClient);
        QCOMPARE(closed.size(), 0);
        ann.close();
        QTRY_COMPARE(closed.size(), 1);
        QTRY_COMPARE(broker.clients().size(), 0);
    }

    void saysThatItCouldNotConnect()
    {
        tests::RunningBroker broker;
        const QUrl url = broker.url({});
        std::ignore = broker.ask(link::StopListening{});
        TestClient ann({u"ann"_s, {}}, url);
        QSignalSpy closed(&ann, &TestClient::closed);
        ann.open();
        QTRY_COMPARE(closed.size(), 1);
        QVERIFY(!ann.isOpen());
    }

    void saysWhyItWasClosed()
    {
        tests::RunningBroker broker;
        TestClient ann({u"ann"_s, {}}, broker.url({}));
        QSignalSpy closed(&ann, &TestClient::closed);
        ann.open();
        QTRY_COMPARE(broker.clients().size(), 1);
        broker.broker().stop();
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(closed[0][0].toString(), u"the broker is shutting down"_s);
    }
};

SIGNALBOX_TEST(TestClientTest)
#include "test_client_test.moc"
