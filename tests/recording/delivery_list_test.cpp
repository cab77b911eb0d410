// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/delivery_list.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::recording;

namespace {

QByteArray packed(const std::vector<Delivery>& deliveries)
{
    QByteArray bytes(static_cast<qsizetype>(packedDeliveryBytes(deliveries)), '\0');
    packDeliveries(deliveries, {bytes.data(), static_cast<size_t>(bytes.size())});
    return bytes;
}

} // namespace

class DeliveryListTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesBackEveryMember()
    {
        const std::vector<Delivery> deliveries{
            {ClientId(1), DeliveryState::Sent, 0},
            {ClientId(2), DeliveryState::Queued, 9'216},
            {ClientId(0xFF'FFFF'FFFF), DeliveryState::DroppedSlow, qint64{1} << 40},
            {ClientId(4), DeliveryState::DroppedClosing, 0},
        };
        std::vector<Delivery> unpacked;
        unpackDeliveries(packed(deliveries), unpacked);
        QCOMPARE(unpacked, deliveries);
        QCOMPARE(countPackedDeliveries(packed(deliveries)), (DeliveryCounts{4, 1, 1, 2}));
    }

    void needsEightBytesForADeliveryThatWasSent()
    {
        const std::vector<Delivery> sent(1000, {ClientId(7), DeliveryState::Sent, 0});
        QCOMPARE(packed(sent).size(), 8000);
        const std::vector<Delivery> queued(10, {ClientId(7), DeliveryState::Queued, 1});
        QCOMPARE(packed(queued).size(), 160);
    }

    void appendsToWhatIsThere()
    {
        std::vector<Delivery> all{{ClientId(1), DeliveryState::Sent, 0}};
        unpackDeliveries(packed({{ClientId(2), DeliveryState::Queued, 5}}), all);
        QCOMPARE(all.size(), size_t{2});
        unpackDeliveries({}, all);
        QCOMPARE(all.size(), size_t{2});
    }
};

SIGNALBOX_TEST(DeliveryListTest)
#include "delivery_list_test.moc"
