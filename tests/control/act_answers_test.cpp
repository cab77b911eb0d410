// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/act_answers.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::control;

class ActAnswersTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhereAMembershipIs()
    {
        const http::Response joined = joinedAnswer(ClientId(3), GroupName::trusted("a/b c"));
        QCOMPARE(joined.status, 201);
        QCOMPARE(joined.headers.value("Location"), QByteArray("/api/v1/clients/c3/groups/a%2Fb%20c"));
        QCOMPARE(joined.body, QByteArray(R"({"client":"c3","group":"a/b c"})"));
        QCOMPARE(membershipAnswer(ClientId(3), GroupName::trusted("a/b c")).body, joined.body);
    }

    void saysWhereATagIs()
    {
        const http::Response tagged = taggedAnswer(ClientId(3), TagName::trusted("vip"));
        QCOMPARE(tagged.headers.value("Location"), QByteArray("/api/v1/clients/c3/tags/vip"));
        QCOMPARE(tagged.body, QByteArray(R"({"client":"c3","tag":"vip"})"));
        QCOMPARE(tagAnswer(ClientId(3), TagName::trusted("vip")).body, tagged.body);
    }

    void saysUntilWhenItIsMuted()
    {
        QCOMPARE(muteAnswer({}).body, QByteArray(R"({"muted":false,"mutedUntil":null})"));
        QCOMPARE(muteAnswer(WallTime::max()).body, QByteArray(R"({"muted":true,"mutedUntil":null})"));
        QCOMPARE(muteAnswer(WallTime(std::chrono::seconds(1))).body,
                 QByteArray(R"({"muted":true,"mutedUntil":"1970-01-01T00:00:01.000Z"})"));
    }

    void givesDecisionsAndDeliveriesWhenAsked()
    {
        link::Preview preview;
        preview.reached = 1;
        preview.clients = 2;
        preview.decisions = {{ClientId(1), Verdict::Reached, 0},
                             {ClientId(2), Verdict::Excluded, 1},
                             {ClientId(3), Verdict::NotAddressed, -1}};
        QCOMPARE(previewAnswer(preview, false).body, QByteArray(R"({"reached":1,"clients":2,"hint":null})"));
        QVERIFY(previewAnswer(preview, true)
                    .body.endsWith(R"("decisions":[{"client":"c1","verdict":"reached","recipient":0},)"
                                   R"({"client":"c2","verdict":"excluded","recipient":1},)"
                                   R"({"client":"c3","verdict":"not addressed","recipient":null}]})"));
        Receipt receipt;
        receipt.message = MessageId(7);
        receipt.deliveries = {{ClientId(1), DeliveryState::Sent}};
        QVERIFY(!receiptAnswer(receipt, false).body.contains("deliveries"));
        QVERIFY(receiptAnswer(receipt, true).body.contains(R"([{"client":"c1","state":"sent"}])"));
    }

    void showsAHandshake()
    {
        QCOMPARE(handshakeAnswer({ClientId(1), "GET / HTTP/1.1\r\n", "\xFF"}).body,
                 QByteArray("{\"request\":\"GET / HTTP/1.1\\r\\n\",\"response\":\"\xEF\xBF\xBD\"}"));
    }
};

SIGNALBOX_TEST(ActAnswersTest)
#include "act_answers_test.moc"
