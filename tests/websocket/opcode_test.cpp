// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/opcode.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::websocket;

class OpcodeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsSixOfSixteen_data();
    void knowsSixOfSixteen();
};

void OpcodeTest::knowsSixOfSixteen_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<bool>("known");
    QTest::addColumn<bool>("control");
    QTest::addColumn<QByteArray>("name");
    const QHash<int, QByteArray> names{{0x0, "continuation"}, {0x1, "text"}, {0x2, "binary"},
                                       {0x8, "close"},        {0x9, "ping"}, {0xA, "pong"}};
    for (int bits = 0; bits < 16; ++bits) {
        QTest::addRow("%X", static_cast<unsigned>(bits))
            << bits << names.contains(bits) << (bits >= 8) << names[bits];
    }
}

void OpcodeTest::knowsSixOfSixteen()
{
    QFETCH(int, bits);
    QFETCH(bool, known);
    QCOMPARE(isKnownOpcode(static_cast<quint8>(bits)), known);
    if (known) {
        const auto opcode = static_cast<Opcode>(bits);
        QTEST(isControl(opcode), "control");
        QTEST(opcodeName(opcode).toByteArray(), "name");
    }
}

SIGNALBOX_TEST(OpcodeTest)
#include "opcode_test.moc"
