// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/properties.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::xsockets;

class PropertiesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsThemForEachController()
    {
        Properties properties(1'000);
        QVERIFY(properties.set("chat", "name", R"("ann")").ok());
        QVERIFY(properties.set("game", "name", R"("bob")").ok());
        QCOMPARE(properties.get("chat", "name"), QByteArray(R"("ann")"));
        QCOMPARE(properties.get("game", "name"), QByteArray(R"("bob")"));
        QCOMPARE(properties.get("game", "age"), QByteArray("null"));
    }

    void takesSoManyBytesAndNotOneMore()
    {
        Properties properties(10);
        QVERIFY(properties.set("c", "n", "12345678").ok());
        QCOMPARE(properties.bytes(), 10);
        QCOMPARE(properties.set("c", "n", "123456789").error().code,
                 QByteArray("xsockets.too_many_properties"));
        QCOMPARE(properties.get("c", "n"), QByteArray("12345678")); // what was there stays
        QVERIFY(properties.set("c", "n", "1").ok());
        QCOMPARE(properties.bytes(), 3);
        QVERIFY(properties.set("c", "m", "12345").ok());
    }

    void takesUpWhatWasSetBefore()
    {
        Properties properties(1'000);
        properties.restore({{{"chat", "name"}, "1"}, {{"game", "age"}, "22"}});
        QCOMPARE(properties.get("chat", "name"), QByteArray("1"));
        QCOMPARE(properties.get("game", "age"), QByteArray("22"));
        QCOMPARE(properties.bytes(), 18);
    }

    void takesSoManyAndNotOneMore()
    {
        Properties properties(1'000'000);
        for (int i = 0; i < Properties::maxCount; ++i) {
            QVERIFY(properties.set("c", QByteArray::number(i), "1").ok());
        }
        QVERIFY(!properties.set("c", "x", "1").ok());
        QVERIFY(properties.set("c", "0", "2").ok());
        QCOMPARE(properties.count(), Properties::maxCount);
    }
};

SIGNALBOX_TEST(PropertiesTest)
#include "properties_test.moc"
