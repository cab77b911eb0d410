// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/payload_buffer.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::websocket;

class PayloadBufferTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void joinsPieces();
    void growsWithWhatArrived();
    void neverGrowsOverTheMost();
    void givesItsMemoryAway();
};

void PayloadBufferTest::joinsPieces()
{
    PayloadBuffer buffer;
    QVERIFY(buffer.isEmpty());
    buffer.append("one ", 100);
    buffer.append({}, 100);
    buffer.append("two", 100);
    QCOMPARE(buffer.size(), 7);
    QCOMPARE(QByteArray(buffer.bytes().data(), 7), QByteArray("one two"));
}

void PayloadBufferTest::growsWithWhatArrived()
{
    PayloadBuffer buffer;
    const QByteArray piece(100, 'a');
    for (int i = 1; i <= 1000; ++i) {
        buffer.append(piece, 1 << 30);
        QVERIFY2(buffer.capacityBytes() <= 2 * 100 * i + 64,
                 QByteArray::number(buffer.capacityBytes()).constData());
    }
}

void PayloadBufferTest::neverGrowsOverTheMost()
{
    PayloadBuffer buffer;
    constexpr qsizetype most = 100'000;
    while (buffer.size() < most) {
        buffer.append("0123456789", most);
        QVERIFY(buffer.capacityBytes() <= most + 64); // the allocator's rounding
    }
}

void PayloadBufferTest::givesItsMemoryAway()
{
    PayloadBuffer buffer;
    buffer.append(QByteArray(5000, 'b'), 10'000);
    QCOMPARE(buffer.take(), QByteArray(5000, 'b'));
    QCOMPARE(buffer.capacityBytes(), 0);
    buffer.append(QByteArray(5000, 'c'), 10'000);
    buffer.release();
    QCOMPARE(buffer.size(), 0);
    QCOMPARE(buffer.capacityBytes(), 0);
}

SIGNALBOX_TEST(PayloadBufferTest)
#include "payload_buffer_test.moc"
