// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/fan.h"

#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::tests;
using ui::Fan;
using ui::FanPart;

class FanTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheMessageWasForEachClient_data();
    void saysWhatTheMessageWasForEachClient();
    void countsItsParts();
    void growsWithDeliveries();
    void followsTheMessageToTheClientThatReadIt();
    void isEmptyForARowThatWasNotRouted();
    void doesWithoutASnapshot();
};

void FanTest::saysWhatTheMessageWasForEachClient_data()
{
    QTest::addColumn<quint64>("id");
    QTest::addColumn<FanPart>("part");
    QTest::addColumn<QString>("text");
    QTest::newRow("sent") << quint64(1) << FanPart::Got << QStringLiteral("● got it");
    QTest::newRow("queued") << quint64(2) << FanPart::Waits << QStringLiteral("◐ waits, 9.4 KB");
    QTest::newRow("excluded") << quint64(3) << FanPart::LeftOut << QStringLiteral("○ all but cat");
    QTest::newRow("not addressed") << quint64(4) << FanPart::LeftOut << QStringLiteral("○ not in red");
    QTest::newRow("later") << quint64(5) << FanPart::Absent << QStringLiteral("○ came later");
}

void FanTest::saysWhatTheMessageWasForEachClient()
{
    QFETCH(const quint64, id);
    QFETCH(const FanPart, part);
    QFETCH(const QString, text);
    const Fan fan(fanDetail());
    QCOMPARE(fan.part(client(id, "x")), part);
    QCOMPARE(fan.text(client(id, "x")), text);
}

void FanTest::countsItsParts()
{
    const Fan fan(fanDetail());
    QCOMPARE(fan.heading(), QStringLiteral("Message 812: 1 of 4 got it"));
    QCOMPARE(fan.count(FanPart::Waits), 1);
    QCOMPARE(fan.count(FanPart::LeftOut), 2);
    QCOMPARE(fan.count(FanPart::Dropped), 0);
}

void FanTest::growsWithDeliveries()
{
    Fan fan(fanDetail());
    QVERIFY(!fan.add({{MessageId(19), {{ClientId(2), DeliveryState::Sent, 0}}}})); // another message
    QCOMPARE(fan.part(client(2, "bob")), FanPart::Waits);
    QVERIFY(fan.add({{MessageId(18), {{ClientId(2), DeliveryState::DroppedSlow, 0}}}}));
    QCOMPARE(fan.part(client(2, "bob")), FanPart::Dropped);
    QCOMPARE(fan.text(client(2, "bob")), QStringLiteral("✕ dropped: its queue is full"));
}

void FanTest::followsTheMessageToTheClientThatReadIt()
{
    using namespace std::chrono_literals;
    Fan fan(fanDetail());
    QVERIFY(!fan.add(link::DeliveriesProgressed{MessageId(19), {}}));
    fan.add(link::DeliveriesProgressed{MessageId(18), {{ClientId(2), link::DeliveryStage::Sent, 40ms}}});
    QCOMPARE(fan.text(client(2, "bob")), QStringLiteral("● got it after 40 ms"));
    fan.add(link::DeliveriesProgressed{MessageId(18), {{ClientId(2), link::DeliveryStage::Confirmed, 55ms}}});
    QCOMPARE(fan.text(client(2, "bob")), QStringLiteral("● read it after 55 ms"));
    fan.add(link::DeliveriesProgressed{MessageId(18), {{ClientId(1), link::DeliveryStage::Lost, 60ms}}});
    QCOMPARE(fan.part(client(1, "ann")), FanPart::Dropped);
    QCOMPARE(fan.heading(), QStringLiteral("Message 812: 1 of 4 got it"));
}

void FanTest::isEmptyForARowThatWasNotRouted()
{
    link::FrameDetail detail = fanDetail();
    detail.row.message = {};
    QVERIFY(Fan(detail).isEmpty());
    detail = fanDetail();
    detail.kept = false;
    QVERIFY(Fan(detail).isEmpty());
    QVERIFY(!Fan().add({{MessageId(), {{ClientId(1), DeliveryState::Sent, 0}}}}));
}

void FanTest::doesWithoutASnapshot()
{
    link::FrameDetail detail = fanDetail();
    detail.routing.reset();
    const Fan fan(detail);
    QCOMPARE(fan.heading(),
             QStringLiteral("Message 812: 1 got it. Why, and who was left out, is no longer kept."));
    QCOMPARE(fan.text(client(3, "cat")), QStringLiteral("○ did not get it"));
    link::ClientInfo late = client(5, "eve");
    late.connectedAt = detail.row.time + std::chrono::seconds(1);
    QCOMPARE(fan.part(late), FanPart::Absent);
}

SIGNALBOX_TEST(FanTest)
#include "fan_test.moc"
