// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/parameter_reader.h"

#include "tests/http/make_request.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::control;
using signalbox::tests::makeGet;

class ParameterReaderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatWasGiven()
    {
        const http::Request request = makeGet("/x?text=a%20b&number=7&yes=1&sort=-b");
        const ParameterReader reader(request, m_known);
        QVERIFY(!reader.error());
        QCOMPARE(reader.text("text"), std::optional<QByteArray>("a b"));
        QCOMPARE(reader.integer("number"), 7);
        QCOMPARE(reader.boolean("yes"), std::optional<bool>(true));
        QCOMPARE(reader.sort(), QByteArray("-b"));
    }

    void hasSomethingForWhatWasNot()
    {
        const http::Request request = makeGet("/x?text=");
        const ParameterReader reader(request, m_known);
        QVERIFY(!reader.error());
        QCOMPARE(reader.text("text"), std::optional<QByteArray>(""));
        QCOMPARE(reader.integer("number"), 5);
        QCOMPARE(reader.boolean("yes"), std::optional<bool>());
        QCOMPARE(reader.sort(), QByteArray("a"));
        QCOMPARE(reader.text("unknown"), std::optional<QByteArray>());
    }

    void refusesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("reason");
        const QByteArray bad = "control.bad_parameter";
        QTest::newRow("unknown") << QByteArray("else=1") << QByteArray("control.unknown_parameter")
                                 << QStringLiteral("text, number, yes and sort");
        QTest::newRow("case") << QByteArray("Text=1") << QByteArray("control.unknown_parameter")
                              << QStringLiteral("knows text");
        QTest::newRow("twice") << QByteArray("text=1&text=1") << bad
                               << QStringLiteral("text must be given once");
        QTest::newRow("below") << QByteArray("number=0") << bad << QStringLiteral("a number from 1 to 9");
        QTest::newRow("above") << QByteArray("number=10") << bad << QStringLiteral("a number from 1 to 9");
        QTest::newRow("huge") << QByteArray("number=99999999999999999999") << bad << QStringLiteral("number");
        QTest::newRow("no number") << QByteArray("number=a") << bad << QStringLiteral("number");
        QTest::newRow("empty number") << QByteArray("number=") << bad << QStringLiteral("number");
        QTest::newRow("no boolean") << QByteArray("yes=maybe") << bad << QStringLiteral("true or false");
        QTest::newRow("no choice") << QByteArray("sort=c") << bad << QStringLiteral("a, -b or b");
    }
    void refusesWhatItDoesNotKnow()
    {
        QFETCH(const QByteArray, query);
        const http::Request request = makeGet("/x?" + query);
        const ParameterReader reader(request, m_known);
        QVERIFY(reader.error().has_value());
        QTEST(reader.error()->code, "code");
        QFETCH(const QString, reason);
        QVERIFY2(reader.error()->reason.contains(reason), qPrintable(reader.error()->reason));
        QVERIFY(!reader.error()->reason.contains(QStringLiteral("maybe"))); // what the peer sent stays out
    }

    void describesItself()
    {
        QCOMPARE(schemaOf(m_known[0]), QByteArray(R"({"type":"string"})"));
        QCOMPARE(schemaOf(m_known[1]),
                 QByteArray(R"({"type":"integer","minimum":1,"maximum":9,"default":5})"));
        QCOMPARE(schemaOf(m_known[2]), QByteArray(R"({"type":"boolean"})"));
        QCOMPARE(schemaOf(m_known[3]),
                 QByteArray(R"({"type":"string","enum":["a","-b","b"],"default":"a"})"));
    }

private:
    const std::vector<Parameter> m_known{
        {"text", "A text."},
        {"number", "A number.", ParameterType::Integer, {}, 1, 9, 5},
        {"yes", "A boolean.", ParameterType::Boolean},
        {"sort", "A choice.", ParameterType::Choice, {"a", "-b", "b"}},
    };
};

SIGNALBOX_TEST(ParameterReaderTest)
#include "parameter_reader_test.moc"
