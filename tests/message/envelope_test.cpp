// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/envelope.h"

#include "server/message/envelope_parser.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::message;

class EnvelopeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesTheMessageToOtherDialects_data();
    void givesTheMessageToOtherDialects();
};

void EnvelopeTest::givesTheMessageToOtherDialects_data()
{
    QTest::addColumn<QByteArray>("envelope");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const char* envelope, const QByteArray& json,
                        const QByteArray& text) {
        QTest::newRow(name) << QByteArray(envelope) << json << text;
    };
    row("absent", R"({"action":"a"})", "null", "null");
    row("null", R"({"action":"a","message":null})", "null", "null");
    row("string", R"({"action":"a","message":"hello"})", R"("hello")", "hello");
    row("empty string", R"({"message":"","action":"a"})", R"("")", "");
    row("string with JSON inside", R"({"action":"a","message":"{\"x\":[1]}","z":0})", R"("{\"x\":[1]}")",
        R"({"x":[1]})");
    row("string with every escape", R"({"action":"a","message":"\u0000\n\ud83d\ude00\\"})",
        R"("\u0000\n\ud83d\ude00\\")", QByteArray("\0\n\xf0\x9f\x98\x80\\", 7));
    row("number is not rounded", R"({"action":"a","message": 123456789012345678901234567890 })",
        "123456789012345678901234567890", "123456789012345678901234567890");
    row("false", R"({"action":"a","message":false})", "false", "false");
    row("object keeps its blanks", R"({"action":"a","message": {"b" : 1, "message":[ ]} })",
        R"({"b" : 1, "message":[ ]})", R"({"b" : 1, "message":[ ]})");
    row("key in another case and behind others", R"({"Action":"a","x":{"message":"no"},"MESSAGE":"yes"})",
        R"("yes")", "yes");
    row("key with an escape", R"({"action":"a","mess\u0061ge":"yes"})", R"("yes")", "yes");
}

void EnvelopeTest::givesTheMessageToOtherDialects()
{
    QFETCH(const QByteArray, envelope);
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, text);
    QVERIFY(EnvelopeParser().parse(envelope).ok());
    QCOMPARE(messageJson(envelope), json);
    QCOMPARE(messageText(envelope), text);
}

SIGNALBOX_TEST(EnvelopeTest)
#include "envelope_test.moc"
