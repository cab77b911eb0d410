// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/broadcast_answer.h"

#include "tests/http/make_request.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

namespace {

using namespace signalbox;
using namespace signalbox::http;
using namespace signalbox::tests;

Receipt receiptOf(const std::vector<Delivery>& deliveries)
{
    Receipt receipt;
    receipt.message = MessageId(18);
    receipt.deliveries = deliveries;
    for (const Delivery& delivery : deliveries) {
        receipt.counts.add(delivery.state);
    }
    return receipt;
}

class BroadcastAnswerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesTheCounts()
    {
        Receipt receipt;
        receipt.message = MessageId(18);
        receipt.counts = {3, 3, 0, 0};
        const Response response = broadcastAnswer(receipt, makeGet("/"));
        const QByteArray expected = "{\"id\":\"m18\",\"recipients\":3,\"sent\":3,\"queued\":0,\"dropped\":0}";
        QCOMPARE(response.status, 200);
        QCOMPARE(response.body, expected);
        QCOMPARE(response.headers.value("Content-Type"), QByteArray("application/json"));
    }

    void addsPendingAndHint()
    {
        Receipt receipt;
        receipt.message = MessageId(1);
        receipt.pendingWorkers = 2;
        receipt.hint = QStringLiteral("group \"red\" exists");
        const QByteArray expected = "{\"id\":\"m1\",\"recipients\":0,\"sent\":0,\"queued\":0,\"dropped\":0,"
                                    "\"pending\":2,\"hint\":\"group \\\"red\\\" exists\"}";
        QCOMPARE(receiptJson(receipt, false), expected);
    }

    void addsDeliveriesWhenAskedTo()
    {
        const Receipt receipt = receiptOf({{ClientId(3), DeliveryState::Sent, 0},
                                           {ClientId(4), DeliveryState::Queued, 100},
                                           {ClientId(5), DeliveryState::DroppedSlow, 0},
                                           {ClientId(6), DeliveryState::DroppedClosing, 0}});
        const QByteArray expected =
            "{\"id\":\"m18\",\"recipients\":4,\"sent\":1,\"queued\":1,\"dropped\":2,\"deliveries\":["
            "{\"client\":\"c3\",\"state\":\"sent\"},{\"client\":\"c4\",\"state\":\"queued\"},"
            "{\"client\":\"c5\",\"state\":\"dropped\",\"reason\":\"slow\"},"
            "{\"client\":\"c6\",\"state\":\"dropped\",\"reason\":\"closing\"}]}";
        QCOMPARE(broadcastAnswer(receipt, makeGet("/?detail=1")).body, expected);
        QVERIFY(!broadcastAnswer(receipt, makeGet("/")).body.contains("deliveries"));
        QVERIFY(!broadcastAnswer(receipt, makeGet("/?detail=0")).body.contains("deliveries"));
        QVERIFY(receiptJson({}, true).endsWith("\"deliveries\":[]}"));
    }

    void passesTheErrorOfAnEnvelopeOn()
    {
        const Response response =
            envelopeErrorAnswer({"envelope.missing_action", QStringLiteral("An envelope needs an action.")});
        const QByteArray expected = "{\"error\":{\"code\":\"envelope.missing_action\","
                                    "\"reason\":\"An envelope needs an action.\"}}";
        QCOMPARE(response.status, 400);
        QCOMPARE(response.body, expected);
        QVERIFY(!response.close);
    }
};

} // namespace

SIGNALBOX_TEST(BroadcastAnswerTest)
#include "broadcast_answer_test.moc"
