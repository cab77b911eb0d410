// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/json_lookup.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::message;
using Kind = JsonFinding::Kind;

class JsonLookupTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatAPathLeadsTo_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("value");
        const auto add = [](const char* name, const QByteArray& text, const QByteArray& path, Kind kind,
                            const QByteArray& value) {
            QTest::newRow(name) << text << path << static_cast<int>(kind) << value;
        };
        const QByteArray object =
            "{\"a\":{\"b\":[1,\"x\",{\"c\":-2.5}]},\"n\":null,\"t\":true,\"\":7,\"a.b\":3}";
        add("nested", object, "a.b.2.c", Kind::Number, "-2.5");
        add("an element", object, "a.b.1", Kind::Text, "x");
        add("null", object, "n", Kind::Null, "");
        add("true", object, "t", Kind::Boolean, "true");
        add("a container", object, "a.b", Kind::Container, "[1,\"x\",{\"c\":-2.5}]");
        add("no such key", object, "b", Kind::None, "");
        add("no such element", object, "a.b.9", Kind::None, "");
        add("no index", object, "a.b.x", Kind::None, "");
        add("below a number", object, "t.x", Kind::None, "");
        add("keys are exact", "{\"A\":1}", "a", Kind::None, "");
        add("an escaped key", "{\"\\u0061\":1}", "a", Kind::Number, "1");
        add("a string that holds JSON", "{\"m\":\" {\\\"p\\\":\\\"{\\\\\\\"q\\\\\\\":5}\\\"}\"}", "m.p.q",
            Kind::Number, "5");
        add("a string that holds none", "{\"m\":\"{oh\"}", "m.p", Kind::None, "");
        add("large", "{\"a\":18446744073709551615}", "a", Kind::Number, "18446744073709551615");
        add("larger than 64 bits", "{\"z\":1e999,\"a\":[5,18446744073709551616]}", "a.1", Kind::Number,
            "18446744073709551616");
        add("beside a larger one", "{\"z\":1e999,\"a\":[5,18446744073709551616]}", "a.0", Kind::Number, "5");
        add("no JSON", "hello", "a", Kind::None, "");
        add("nothing", "", "a", Kind::None, "");
    }

    void findsWhatAPathLeadsTo()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, path);
        QFETCH(int, kind);
        QFETCH(QByteArray, value);
        JsonLookup lookup;
        lookup.setText(text);
        for (int time = 0; time < 2; ++time) { // the second time nothing is parsed
            const JsonFinding found = lookup.find(path.split('.'));
            QCOMPARE(static_cast<int>(found.kind), kind);
            if (found.kind == Kind::Number) {
                QCOMPARE(QByteArray::number(double(found.number), 'g', 17),
                         QByteArray::number(value.toDouble(), 'g', 17));
            } else if (found.kind == Kind::Boolean) {
                QVERIFY(found.boolean);
            } else {
                QCOMPARE(found.text.toByteArray(), value);
            }
        }
    }

    void looksIntoTheMessageOfAnEnvelope()
    {
        JsonLookup lookup;
        const QByteArrayList price{"price"};
        lookup.setText("{\"action\":\"say\",\"message\":{\"price\":1},\"price\":2}");
        QCOMPARE(double(lookup.findInMessage(price).number), 1.0);
        QCOMPARE(double(lookup.find(price).number), 2.0);
        lookup.setText(
            "{\"ACTION\":\"say\",\"Message\":\"{\\\"price\\\":3}\"}"); // FoxPro's case, JSON in a string
        QCOMPARE(double(lookup.findInMessage(price).number), 3.0);
        QCOMPARE(lookup.findInMessage({}).text.toByteArray(), QByteArray("{\"price\":3}"));
        lookup.setText("{\"action\":\"say\"}");
        QCOMPARE(lookup.findInMessage({}).kind, Kind::None);
        lookup.setText("{\"price\":4}"); // no envelope: all of it is the message
        QCOMPARE(double(lookup.findInMessage(price).number), 4.0);
        lookup.setText("hello");
        QCOMPARE(lookup.findInMessage({}).text.toByteArray(), QByteArray("hello"));
        QCOMPARE(lookup.findInMessage(price).kind, Kind::None);
    }

    void opensNoStringsWithoutEnd()
    {
        QByteArray text = "5";
        QByteArrayList path;
        for (int depth = 0; depth < 6; ++depth) {
            text = "{\"a\":\"" + text.replace('\\', "\\\\").replace('"', "\\\"") + "\"}";
            path.append("a");
        }
        JsonLookup lookup;
        lookup.setText(text);
        QCOMPARE(lookup.find(path).kind, Kind::None);
        QCOMPARE(lookup.find(QByteArrayList(4, "a")).kind, Kind::Text);
    }
};

SIGNALBOX_TEST(JsonLookupTest)
#include "json_lookup_test.moc"
