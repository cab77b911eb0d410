// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/json_object.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::message;

class JsonObjectTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesValuesAsTheyStand()
    {
        const auto read =
            readJsonObject("{ \"a\" : 12345678901234567890 ,\"\\u0062\":[ 1, \"x\\n\" , {}],\"c\":null,"
                           "\"d\":true,\"e\":{\"a\" : 1}}");
        const auto& object = std::get<JsonObject>(read);
        QCOMPARE(object.value("a")->text, QByteArray("12345678901234567890"));
        QCOMPARE(object.value("a")->kind(), JsonKind::Number);
        QCOMPARE(object.value("b")->text, QByteArray("[ 1, \"x\\n\" , {}]"));
        QCOMPARE(object.value("b")->kind(), JsonKind::Array);
        const QList<JsonValue> elements = object.value("b")->elements();
        QCOMPARE(elements.size(), 3);
        QCOMPARE(elements[1].kind(), JsonKind::String);
        QCOMPARE(elements[1].string(), QByteArray("x\n"));
        QCOMPARE(object.value("c")->kind(), JsonKind::Null);
        QCOMPARE(object.value("d")->kind(), JsonKind::Boolean);
        QCOMPARE(object.value("e")->kind(), JsonKind::Object);
        QVERIFY(!object.value("A").has_value()); // keys are exact
    }

    void refusesWhatIsNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<JsonObjectFault>("fault");
        QTest::newRow("nothing") << QByteArray() << JsonObjectFault::NotJson;
        QTest::newRow("a word") << QByteArray("hello") << JsonObjectFault::NotJson;
        QTest::newRow("a tail") << QByteArray("{} x") << JsonObjectFault::NotJson;
        QTest::newRow("bad UTF-8") << QByteArray("{\"a\":\"\xFF\"}") << JsonObjectFault::NotJson;
        QTest::newRow("an array") << QByteArray("[{}]") << JsonObjectFault::NotObject;
        QTest::newRow("a key twice") << QByteArray("{\"a\":1,\"\\u0061\":1}") << JsonObjectFault::RepeatedKey;
        QTest::newRow("deep") << QByteArray("{\"a\":") + QByteArray(80, '[') + QByteArray(80, ']') + "}"
                              << JsonObjectFault::TooDeep;
        QTest::newRow("half a pair") << QByteArray("{\"a\":\"\\ud800\"}") << JsonObjectFault::LoneSurrogate;
    }

    void refusesWhatIsNone()
    {
        QFETCH(QByteArray, text);
        QFETCH(JsonObjectFault, fault);
        const auto read = readJsonObject(text);
        QVERIFY(std::holds_alternative<JsonObjectError>(read));
        QCOMPARE(std::get<JsonObjectError>(read).fault, fault);
    }
};

SIGNALBOX_TEST(JsonObjectTest)
#include "json_object_test.moc"
