// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/envelope_summary.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::message;

class EnvelopeSummaryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatARowNeeds_data();
    void saysWhatARowNeeds();
    void cutsAtACharactersEnd();
};

void EnvelopeSummaryTest::saysWhatARowNeeds_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("userId");
    const auto row = [](const char* name, const QByteArray& payload, const char* action = "",
                        const char* target = "", const char* userId = "") {
        QTest::newRow(name) << payload << QByteArray(action) << QByteArray(target) << QByteArray(userId);
    };
    const auto to = [](const char* recipients) {
        return QByteArray(R"({"action":"a","recipients":)") + recipients + '}';
    };
    row("nothing", "");
    row("plain text", "hello");
    row("binary", QByteArray("\0\x01\xff{", 4));
    row("array", R"([{"action":"a"}])");
    row("broken envelope", R"({"action":"a")");
    row("object that is no envelope", R"({"x":1})");
    row("action alone", R"({"action":"chat"})", "chat");
    row("blanks in front", " \n{\"action\":\"chat\"}", "chat");
    row("keys in upper case", R"({"ACTION":"chat","USERID":"ann"})", "chat", "", "ann");
    row("escapes", R"({"action":"a\u0062\n","userId":"\u00e9"})", "ab\n", "", "\xc3\xa9");
    row("large numbers", R"({"n":1e999,"action":"a"})", "a");
    row("the broker's own", R"({"action":"$error","code":"x"})", "$error");
    row("wrong types", R"({"action":5,"userId":[],"recipients":"red"})");
    row("empty list", to("[]"), "a");
    row("group", to(R"([{"type":"group","value":"red"}])"), "a", "group red");
    row("default group by name", to(R"([{"type":"group","value":""}])"), "a", "");
    row("user, keys and type in another case", to(R"([{"VALUE":"ann","TYPE":"USER"}])"), "a", "user ann");
    row("alias socket", to(R"([{"type":"socket","value":"c3"}])"), "a", "client c3");
    row("tag", to(R"([{"type":"tag","value":"vip"}])"), "a", "tag vip");
    row("all", to(R"([{"type":"all"}])"), "a", "everyone");
    row("all but a user", to(R"([{"type":"allExceptUser","value":"ann"}])"), "a", "all but ann");
    row("all but a client", to(R"([{"type":"allButClient","value":"c3"}])"), "a", "all but c3");
    row("two", to(R"([{"type":"all"},{"type":"allButUser","value":"ann"}])"), "a", "2 recipients");
    row("three of any kind", to("[1,2,3]"), "a", "3 recipients");
    row("one of an unknown type", to(R"([{"type":"grp","value":"red"}])"), "a", "");
    row("one that is no object", to("[7]"), "a", "");
}

void EnvelopeSummaryTest::saysWhatARowNeeds()
{
    QFETCH(const QByteArray, payload);
    QFETCH(const QByteArray, action);
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, userId);
    EnvelopeSummarizer summarizer;
    const EnvelopeSummary summary = summarizer.summarise(payload);
    QCOMPARE(summary.action, action);
    QCOMPARE(summary.target, target);
    QCOMPARE(summary.userId, userId);
}

void EnvelopeSummaryTest::cutsAtACharactersEnd()
{
    EnvelopeSummarizer summarizer;
    const auto actionOf = [&summarizer](const QByteArray& action) {
        return summarizer.summarise("{\"action\":\"" + action + "\"}").action;
    };
    const QByteArray full(maxSummaryBytes, 'x');
    QCOMPARE(actionOf(full), full);
    QCOMPARE(actionOf(full + 'y'), full);
    const QByteArray oneShort(maxSummaryBytes - 1, 'x');
    QCOMPARE(actionOf(oneShort + "\xc3\xa9"), oneShort);
    QCOMPARE(actionOf(oneShort + "\xf0\x9f\x98\x80"), oneShort);
    QCOMPARE(actionOf(oneShort.first(maxSummaryBytes - 2) + "\xc3\xa9z"),
             oneShort.first(maxSummaryBytes - 2) + "\xc3\xa9");
}

SIGNALBOX_TEST(EnvelopeSummaryTest)
#include "envelope_summary_test.moc"
