// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/models/hex_text.h"

#include <QtTest/QtTest>

using signalbox::ui::bytesOfHex;

class HexTextTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryUsualWayToWriteBytes_data();
    void readsEveryUsualWayToWriteBytes();
    void saysWhereItIsWrong_data();
    void saysWhereItIsWrong();
};

void HexTextTest::readsEveryUsualWayToWriteBytes_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("blanks") << QStringLiteral("81 fe\n00");
    QTest::newRow("none") << QStringLiteral("81FE00");
    QTest::newRow("colons") << QStringLiteral("81:fe:00");
    QTest::newRow("C") << QStringLiteral("0x81, 0xFE, 0x00");
}

void HexTextTest::readsEveryUsualWayToWriteBytes()
{
    QFETCH(const QString, text);
    QCOMPARE(*bytesOfHex(text), QByteArray("\x81\xfe\x00", 3));
}

void HexTextTest::saysWhereItIsWrong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("letter") << QStringLiteral("81 fg")
                            << QStringLiteral("character 4: a byte has two digits");
    QTest::newRow("no digit") << QStringLiteral("81 xx")
                              << QStringLiteral("character 4: “x” is no hexadecimal digit");
    QTest::newRow("half") << QStringLiteral("8") << QStringLiteral("character 1: a byte has two digits");
    QTest::newRow("prefix alone") << QStringLiteral("0x")
                                  << QStringLiteral("character 3: “” is no hexadecimal digit");
}

void HexTextTest::saysWhereItIsWrong()
{
    QFETCH(const QString, text);
    QFETCH(const QString, words);
    const auto bytes = bytesOfHex(text);
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().message, words);
}

SIGNALBOX_TEST(HexTextTest)
#include "hex_text_test.moc"
