// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/ids.h"
#include "tests/support/test_registry.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

#include <limits>

using namespace signalbox;

class IdsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isNoneUntilNumbered();
    void writesItsLetterAndNumber();
    void readsOnlyWhatItWouldWrite_data();
    void readsOnlyWhatItWouldWrite();
    void readsItsOwnLetterOnly();
    void comparesByNumber();
};

void IdsTest::isNoneUntilNumbered()
{
    QVERIFY(ClientId().isNull());
    QCOMPARE(ClientId().number(), 0u);
    QVERIFY(!ClientId(1).isNull());
}

void IdsTest::writesItsLetterAndNumber()
{
    QCOMPARE(ClientId(3).text(), QByteArray("c3"));
    QCOMPARE(MessageId(18).text(), QByteArray("m18"));
    QCOMPARE(ClientId(std::numeric_limits<quint64>::max()).text(), QByteArray("c18446744073709551615"));
}

void IdsTest::readsOnlyWhatItWouldWrite_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("readable");
    QTest::newRow("one digit") << QByteArray("c3") << true;
    QTest::newRow("the largest") << QByteArray("c18446744073709551615") << true;
    QTest::newRow("one more") << QByteArray("c18446744073709551616") << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("the letter alone") << QByteArray("c") << false;
    QTest::newRow("the number alone") << QByteArray("33") << false;
    QTest::newRow("another letter") << QByteArray("x3") << false;
    QTest::newRow("a capital") << QByteArray("C3") << false;
    QTest::newRow("leading zero") << QByteArray("c03") << false;
    QTest::newRow("plus") << QByteArray("c+3") << false;
    QTest::newRow("minus") << QByteArray("c-3") << false;
    QTest::newRow("hexadecimal") << QByteArray("c0x3") << false;
    QTest::newRow("blank before") << QByteArray("c 3") << false;
    QTest::newRow("blank behind") << QByteArray("c3 ") << false;
    QTest::newRow("NUL behind") << QByteArray("c3\0", 3) << false;
    QTest::newRow("text behind") << QByteArray("c3a") << false;
}

void IdsTest::readsOnlyWhatItWouldWrite()
{
    QFETCH(QByteArray, text);
    const auto id = ClientId::fromText(text);
    QTEST(id.has_value(), "readable");
    if (id) {
        QCOMPARE(id->text(), text);
    }
}

void IdsTest::readsItsOwnLetterOnly()
{
    QVERIFY(MessageId::fromText("m3").has_value());
    QVERIFY(!MessageId::fromText("c3").has_value());
    QVERIFY(!ClientId::fromText("m3").has_value());
}

void IdsTest::comparesByNumber()
{
    QVERIFY(ClientId(9) < ClientId(10)); // the texts would compare the other way
    QVERIFY(ClientId(10) == ClientId(10));
    const QSet<ClientId> clients{ClientId(1), ClientId(2), ClientId(1)};
    QCOMPARE(clients.size(), 2);
}

SIGNALBOX_TEST(IdsTest)
#include "ids_test.moc"
