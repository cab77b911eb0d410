// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/json_tally.h"

#include "server/message/json_reader.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::message;

class JsonTallyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsKeysAndDepth_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("keys");
        QTest::addColumn<int>("depth");
        QTest::newRow("a scalar") << QByteArray("12") << 0 << 0;
        QTest::newRow("an empty object") << QByteArray("{}") << 0 << 1;
        QTest::newRow("an empty array") << QByteArray("[]") << 0 << 1;
        QTest::newRow("one key") << QByteArray(R"({"a":1})") << 1 << 1;
        QTest::newRow("keys in objects in an array") << QByteArray(R"([{"a":1},{"b":2,"c":3}])") << 3 << 2;
        QTest::newRow("an object in an object") << QByteArray(R"({"a":{"b":{}}})") << 2 << 3;
        QTest::newRow("arrays have no keys") << QByteArray("[[[1,2],[3]]]") << 0 << 3;
    }

    void countsKeysAndDepth()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, keys);
        QFETCH(int, depth);
        QCOMPARE(fault(json, depth, keys), QByteArray());
        if (keys > 0) {
            QCOMPARE(fault(json, depth, keys - 1), QByteArray("envelope.too_many_keys"));
        }
        if (depth > 0) {
            QCOMPARE(fault(json, depth - 1, keys), QByteArray("envelope.too_deep"));
        }
    }

    void addsUpOverAWholeDocument()
    {
        JsonTally tally(10, 3);
        QVERIFY(!tally.addKeys(1));
        JsonReader reader(10);
        QVERIFY(reader.parse(R"({"a":1,"b":2})") == JsonFault::None);
        QVERIFY(!tally.addValue(reader.root(), 1));
        const auto error = tally.addKeys(1);
        QVERIFY(error.has_value());
        QVERIFY(error->message.contains(QLatin1Char('3'))); // the limit is said
    }

private:
    /// The code of the error that this document meets; empty: none.
    static QByteArray fault(const QByteArray& json, int maxDepth, int maxKeys)
    {
        JsonReader reader(100);
        [&] { QVERIFY(reader.parse(json) == JsonFault::None); }();
        JsonTally tally(maxDepth, maxKeys);
        const auto error = tally.addValue(reader.root(), 1);
        return error ? error->code : QByteArray();
    }
};

SIGNALBOX_TEST(JsonTallyTest)
#include "json_tally_test.moc"
