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
