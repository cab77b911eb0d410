// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/envelope_parser.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::message;

namespace {

/// "group red;allButUser ann" for the tables.
QByteArray recipientsText(const Envelope& envelope)
{
    QByteArrayList texts;
    for (const Recipient& recipient : envelope.recipients) {
        texts << recipientTypeName(recipient.type).toByteArray() + ' ' + recipient.value;
    }
    return texts.join(';');
}

QByteArray keysNamed(int count)
{
    QByteArrayList keys;
    for (int i = 0; i < count; ++i) {
        keys << "\"k" + QByteArray::number(i) + "\":0";
    }
    return keys.join(',');
}

/// An envelope whose deepest container has `depth`.
QByteArray envelopeOfDepth(int depth, const QByteArray& innermost)
{
    return R"({"action":"a","message":)" + QByteArray(depth - 1, '[') + innermost +
           QByteArray(depth - 1, ']') + '}';
}

QByteArray envelopeTo(const QByteArray& recipients)
{
    return R"({"action":"a","recipients":)" + recipients + '}';
}

QByteArray manyRecipients(int count)
{
    QByteArrayList entries;
    for (int i = 0; i < count; ++i) {
        entries << R"({"type":"user","value":"u)" + QByteArray::number(i) + "\"}";
    }
    return '[' + entries.join(',') + ']';
}

} // namespace

class EnvelopeParserTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void passesTheSendersBytesOn_data();
    void passesTheSendersBytesOn();
    void putsKeysRightAndNothingElse_data();
    void putsKeysRightAndNothingElse();
    void readsRecipients_data();
    void readsRecipients();
    void sentencesTeach_data();
    void sentencesTeach();
    void obeysItsLimits();
    void isUnharmedByAnyOneByteChange();

private:
    EnvelopeParser m_parser;
};

void EnvelopeParserTest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const QByteArray& text, const char* code) {
        QTest::newRow(name) << text << QByteArray("envelope.") + code;
    };
    row("nothing", "", "not_json");
    row("plain text", "hello", "not_json");
    row("byte order mark", "\xEF\xBB\xBF{\"action\":\"a\"}", "not_json");
    row("invalid UTF-8", "{\"action\":\"\xff\"}", "not_json");
    row("UTF-16", QByteArray("{\0\"\0a\0", 6), "not_json");
    row("cut off", R"({"action":"a")", "not_json");
    row("trailing text", R"({"action":"a"} x)", "not_json");
    row("two envelopes", R"({"action":"a"}{"action":"b"})", "not_json");
    row("raw line end in a string", "{\"action\":\"a\nb\"}", "not_json");
    row("tru", R"({"action":"a","message":tru})", "not_json");
    row("leading zero", R"({"action":"a","message":007})", "not_json");

    row("array", R"([{"action":"a"}])", "not_object");
    row("string", R"("action")", "not_object");
    row("number", "5", "not_object");
    row("large number", "1e999", "not_object");
    row("null", "null", "not_object");

    row("action twice", R"({"action":"a","action":"a"})", "duplicate_key");
    row("action twice but for case", R"({"action":"a","Action":"b"})", "duplicate_key");
    row("groupId and groupid", R"({"action":"a","groupId":"g","groupid":"g"})", "duplicate_key");
    row("twice by an escape", R"({"action":"a","act\u0069on":"b"})", "duplicate_key");
    row("recipients twice", R"({"action":"a","recipients":[],"RECIPIENTS":[]})", "duplicate_key");
    row("unknown key twice", R"({"action":"a","x":1,"x":1})", "duplicate_key");
    row("unknown key twice but for case", R"({"action":"a","x":1,"X":1})", "duplicate_key");
    row("ninth unknown key twice",
        R"({"action":"a","1":1,"2":1,"3":1,"4":1,"5":1,"6":1,"7":1,"8":1,"nine":1,"NINE":1})",
        "duplicate_key");
    row("unknown key again after many",
        R"({"action":"a","one":1,"2":1,"3":1,"4":1,"5":1,"6":1,"7":1,"8":1,"9":1,"One":1})", "duplicate_key");
    row("type twice", envelopeTo(R"([{"type":"all","TYPE":"all"}])"), "duplicate_key");
    row("value twice by an escape", envelopeTo(R"([{"type":"group","value":"a","v\u0061lue":"b"}])"),
        "duplicate_key");
    row("unknown key of a recipient twice", envelopeTo(R"([{"type":"all","x":1,"X":1}])"), "duplicate_key");

    row("action is a number", R"({"action":5})", "wrong_type");
    row("action is null", R"({"action":null})", "wrong_type");
    row("action is an object", R"({"action":{}})", "wrong_type");
    row("groupId is a number", R"({"action":"a","groupId":7})", "wrong_type");
    row("userId is a list", R"({"action":"a","userId":["ann"]})", "wrong_type");
    row("recipients is an object", envelopeTo(R"({"type":"all"})"), "wrong_type");
    row("recipients is a string", envelopeTo("\"red\""), "wrong_type");
    row("a recipient is a string", envelopeTo(R"(["red"])"), "wrong_type");
    row("a recipient is null", envelopeTo("[null]"), "wrong_type");
    row("type is a number", envelopeTo(R"([{"type":1,"value":"red"}])"), "wrong_type");
    row("value is a number", envelopeTo(R"([{"type":"user","value":17}])"), "wrong_type");
    row("value of all is a number", envelopeTo(R"([{"type":"all","value":17}])"), "wrong_type");

    row("no action", R"({"message":"hi"})", "missing_action");
    row("empty object", "{}", "missing_action");
    row("action inside the message only", R"({"message":{"action":"a"}})", "missing_action");
    row("dollar", R"({"action":"$join"})", "reserved_action");
    row("dollar alone", R"({"action":"$"})", "reserved_action");
    row("dollar by an escape", R"({"action":"\u0024join"})", "reserved_action");

    row("unknown type", envelopeTo(R"([{"type":"grp","value":"red"}])"), "bad_recipient");
    row("empty type", envelopeTo(R"([{"type":"","value":"red"}])"), "bad_recipient");
    row("type with a blank", envelopeTo(R"([{"type":"group ","value":"red"}])"), "bad_recipient");
    row("no type", envelopeTo(R"([{"value":"red"}])"), "bad_recipient");
    row("empty recipient", envelopeTo("[{}]"), "bad_recipient");
    row("group without a value", envelopeTo(R"([{"type":"group"}])"), "bad_recipient");
    row("exclusion without a value", envelopeTo(R"([{"type":"allButUser"}])"), "bad_recipient");
    row("value null", envelopeTo(R"([{"type":"group","value":null}])"), "bad_recipient");
    row("second one bad", envelopeTo(R"([{"type":"all"},{"type":"x","value":"y"}])"), "bad_recipient");
    row("client without a number", envelopeTo(R"([{"type":"client","value":"red"}])"), "bad_recipient");
    row("client 0", envelopeTo(R"([{"type":"client","value":"c0"}])"), "bad_recipient");
    row("client 03", envelopeTo(R"([{"type":"client","value":"c03"}])"), "bad_recipient");
    row("client beyond 64 bits", envelopeTo(R"([{"type":"client","value":"c18446744073709551616"}])"),
        "bad_recipient");
    row("empty client", envelopeTo(R"([{"type":"socket","value":""}])"), "bad_recipient");
    row("all but no client", envelopeTo(R"([{"type":"allButClient","value":"ann"}])"), "bad_recipient");

    row("1,001 recipients", envelopeTo(manyRecipients(1'001)), "too_many_recipients");

    row("empty user", envelopeTo(R"([{"type":"user","value":""}])"), "name_invalid");
    row("empty tag", envelopeTo(R"([{"type":"tag","value":""}])"), "name_invalid");
    row("all but the empty user", envelopeTo(R"([{"type":"allButUser","value":""}])"), "name_invalid");
    row("group of 129 bytes", envelopeTo(R"([{"type":"group","value":")" + QByteArray(129, 'g') + "\"}]"),
        "name_invalid");
    row("group with NUL", envelopeTo(R"([{"type":"group","value":"a\u0000b"}])"), "name_invalid");
    row("tag with DEL", envelopeTo(R"([{"type":"tag","value":"\u007f"}])"), "name_invalid");
    row("user with C1", envelopeTo(R"([{"type":"user","value":"\u0085"}])"), "name_invalid");
    row("groupId with a tab", R"({"action":"a","groupId":"a\tb"})", "name_invalid");
    row("groupId of 129 bytes", R"({"action":"a","groupId":")" + QByteArray(129, 'g') + "\"}",
        "name_invalid");
    row("userId of 65 two-byte letters",
        R"({"action":"a","userId":")" + QByteArray("\xc3\xa9").repeated(65) + "\"}", "name_invalid");

    row("depth 65", envelopeOfDepth(65, "1"), "too_deep");
    row("depth 65, innermost empty", envelopeOfDepth(65, ""), "too_deep");
    row("depth 65 in an unknown key",
        R"({"action":"a","x":)" + QByteArray(64, '[') + QByteArray(64, ']') + '}', "too_deep");
    row("depth 65 in a recipient",
        envelopeTo(R"([{"type":"all","x":)" + QByteArray(62, '[') + QByteArray(62, ']') + "}]"), "too_deep");
    row("depth 100,000", envelopeOfDepth(100'000, ""), "too_deep");

    row("1,001 keys", R"({"action":"a",)" + keysNamed(1'000) + '}', "too_many_keys");
    row("1,001 keys, most in the message", R"({"action":"a","message":[{)" + keysNamed(999) + "}]}",
        "too_many_keys");
    row("1,001 keys, most in a recipient", envelopeTo("[{\"type\":\"all\"," + keysNamed(999) + "}]"),
        "too_many_keys");
    row("1,001 keys, in many objects",
        R"({"action":"a","x":[)" + QByteArray("{\"k\":0},").repeated(998) + "{\"k\":0}]}", "too_many_keys");

    row("lone surrogate in a value", R"({"action":"\ud800"})", "lone_surrogate");
    row("lone surrogate in the message", R"({"action":"a","message":["\udc00"]})", "lone_surrogate");
    row("lone surrogate in a key", R"({"action":"a","\ud800":1})", "lone_surrogate");
    row("lone surrogate in a key inside the message", R"({"action":"a","message":{"x\udbff":1}})",
        "lone_surrogate");
    row("lone surrogate behind a large number", R"({"action":"a","n":1e999,"message":"\ud800"})",
        "lone_surrogate");
}

void EnvelopeParserTest::refuses()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, code);
    const auto parsed = m_parser.parse(text);
    QVERIFY(!parsed.ok());
    QCOMPARE(parsed.error().code, code);
    QVERIFY(!parsed.error().message.contains(u"%1"));
}

void EnvelopeParserTest::passesTheSendersBytesOn_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const QByteArray& text) { QTest::newRow(name) << text; };
    row("the least", R"({"action":"a"})");
    row("empty action", R"({"action":""})");
    row("dollar inside an action", R"({"action":"a$"})");
    row("blanks and line ends", " {\r\n\t\"action\" : \"a\" ,\"message\":\"x\"\n}\n ");
    row("unknown keys", R"({"z":[1,{"Action":2}],"action":"a","Y":null,"type":1,"value":2})");
    row("unknown key that is empty", R"({"action":"a","":1})");
    row("escapes stay escapes", R"({"action":"\u0061\/","message":"\u0000\ud83d\ude00\\\""})");
    row("key with an escape", R"({"act\u0069on":"a"})");
    row("duplicates inside the message", R"({"action":"a","message":{"x":1,"x":2,"X":3,"action":4}})");
    row("duplicates inside an unknown key", R"({"action":"a","x":{"y":1,"Y":2}})");
    row("2^64", R"({"action":"a","message":18446744073709551616})");
    row("30 digits", R"({"action":"a","message":123456789012345678901234567890})");
    row("1e999 in an unknown key", R"({"n":[1e999,-1E-999],"action":"a"})");
    row("1.0 and -0.0", R"({"action":"a","message":[1.0,-0.0,1e2]})");
    row("groupId null, userId null, recipients null",
        R"({"action":"a","groupId":null,"userId":null,"recipients":null})");
    row("empty names", R"({"action":"a","groupId":"","userId":""})");
    row("names of 128 bytes", R"({"action":"a","groupId":")" + QByteArray(128, 'g') + R"(","userId":")" +
                                  QByteArray(128, 'u') + "\"}");
    row("depth 64", envelopeOfDepth(64, "1"));
    row("depth 64, innermost empty", envelopeOfDepth(64, ""));
    row("1,000 keys", R"({"action":"a",)" + keysNamed(999) + '}');
    row("1,000 keys, most in the message", R"({"action":"a","message":{)" + keysNamed(998) + "}}");
    row("1,000 recipients", envelopeTo(manyRecipients(1'000)));
    row("a message of 1 MiB", R"({"action":"a","message":")" + QByteArray(1024 * 1024, 'x') + "\"}");
}

void EnvelopeParserTest::passesTheSendersBytesOn()
{
    QFETCH(const QByteArray, text);
    const auto parsed = m_parser.parse(text);
    QVERIFY2(parsed.ok(), parsed.ok() ? "" : parsed.error().code);
    QVERIFY(!parsed->putRight);
}

void EnvelopeParserTest::putsKeysRightAndNothingElse_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("as FoxPro writes it")
        << QByteArray(
               R"({"action":"chat","message":"hi","groupid":"G","userid":"Ann","recipients":[{"type":"group","value":"G"}]})")
        << QByteArray(
               R"({"action":"chat","message":"hi","groupId":"G","userId":"Ann","recipients":[{"type":"group","value":"G"}]})");
    QTest::newRow("upper case")
        << QByteArray(
               R"({"ACTION":"CHAT","MESSAGE":"HI","GROUPID":"G","RECIPIENTS":[{"TYPE":"GROUP","VALUE":"G"}]})")
        << QByteArray(
               R"({"action":"CHAT","message":"HI","groupId":"G","recipients":[{"type":"GROUP","value":"G"}]})");
    QTest::newRow("only in a recipient")
        << QByteArray(R"( {"action":"a","recipients":[{"Type":"all"}],"X":1})")
        << QByteArray(R"( {"action":"a","recipients":[{"type":"all"}],"X":1})");
    QTest::newRow("beside a large number")
        << QByteArray(R"({"Action":"a","message":1e999,"X":{"ACTION":1}})")
        << QByteArray(R"({"action":"a","message":1e999,"X":{"ACTION":1}})");
    QTest::newRow("in an escape") << QByteArray(R"({"\u0041CTION":"a"})")
                                  << QByteArray(R"({"\u0061ction":"a"})");
}

void EnvelopeParserTest::putsKeysRightAndNothingElse()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, bytes);
    const auto parsed = m_parser.parse(text);
    QVERIFY(parsed.ok());
    QCOMPARE(parsed->putRight.value_or("as it came"), bytes);
    const auto again = m_parser.parse(bytes);
    QCOMPARE(again->recipients, parsed->recipients);
    QVERIFY(!again->putRight);
}

void EnvelopeParserTest::readsRecipients_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QByteArray>("recipients");
    const auto row = [](const char* name, const char* list, const QByteArray& recipients) {
        QTest::newRow(name) << QByteArray(list) << recipients;
    };
    row("null", "null", "");
    row("empty", "[]", "");
    row("group", R"([{"type":"group","value":"red"}])", "group red");
    row("default group", R"([{"type":"group","value":""}])", "group ");
    row("exact bytes of a name", R"([{"type":"group","value":" Red  "}])", "group  Red  ");
    row("escaped name", R"([{"type":"user","value":"\u00e9\""}])", "user \xc3\xa9\"");
    row("type in any case", R"([{"type":"ALLBUTUSER","value":"ann"}])", "allButUser ann");
    row("aliases", R"([{"type":"socket","value":"c7"},{"type":"allexceptuser","value":"ann"}])",
        "client c7;allButUser ann");
    row("all without a value", R"([{"type":"all"}])", "all ");
    row("all with null", R"([{"type":"all","value":null}])", "all ");
    row("all with a value, which says nothing", R"([{"type":"all","value":"x"}])", "all ");
    row("value first, unknown keys", R"([{"value":"vip","x":{"type":1},"type":"tag"}])", "tag vip");
    row("order is kept",
        R"([{"type":"user","value":"b"},{"type":"user","value":"a"},{"type":"user","value":"b"}])",
        "user b;user a;user b");
    row("the largest client", R"([{"type":"allButClient","value":"c18446744073709551615"}])",
        "allButClient c18446744073709551615");
}

void EnvelopeParserTest::readsRecipients()
{
    QFETCH(const QByteArray, list);
    QFETCH(const QByteArray, recipients);
    const auto parsed = m_parser.parse(envelopeTo(list));
    QVERIFY2(parsed.ok(), parsed.ok() ? "" : parsed.error().code);
    QCOMPARE(recipientsText(*parsed), recipients);
}

void EnvelopeParserTest::sentencesTeach_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const QByteArray& text, const char* words) {
        QTest::newRow(name) << text << QString::fromUtf8(words);
    };
    row("the key that is there twice", R"({"action":"a","GroupID":"x","groupId":"y"})",
        "\"groupId\" is there twice");
    row("a hostile key is printable", R"({"action":"a","\u001b[2J":1,"\u001b[2J":1})",
        "\"\\u{1b}[2J\" is there twice");
    row("which key has the wrong type", R"({"action":"a","userId":5})", "\"userId\" must be a string");
    row("which recipient is bad", envelopeTo(R"([{"type":"all"},{"type":"grp","value":"x"}])"),
        "recipient 2 has the unknown type \"grp\"; use group, user");
    row("which recipient's name is invalid", envelopeTo(R"([{"type":"user","value":""}])"),
        "the value of recipient 1");
    row("what a client's id looks like", envelopeTo(R"([{"type":"client","value":"ann"}])"), "looks like c3");
}

void EnvelopeParserTest::sentencesTeach()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, words);
    const QString sentence = m_parser.parse(text).error().message;
    QVERIFY2(sentence.contains(words), qPrintable(sentence));
}

void EnvelopeParserTest::obeysItsLimits()
{
    EnvelopeParser strict({.maxDepth = 3, .maxKeys = 3, .maxRecipients = 2});
    QVERIFY(strict.parse(R"({"action":"a","message":[[1]],"x":0})").ok());
    QCOMPARE(strict.parse(R"({"action":"a","message":[[[]]]})").error().code,
             QByteArray("envelope.too_deep"));
    QCOMPARE(strict.parse(R"({"action":"a","message":{"b":1,"c":1}})").error().code,
             QByteArray("envelope.too_many_keys"));
    QVERIFY(strict.parse(envelopeTo(manyRecipients(2))).ok()); // type and value are not counted as keys
    const auto tooMany = strict.parse(envelopeTo(manyRecipients(3)));
    QCOMPARE(tooMany.error().code, QByteArray("envelope.too_many_recipients"));
    QVERIFY(tooMany.error().message.startsWith(u"More than 2 recipients"));
}

void EnvelopeParserTest::isUnharmedByAnyOneByteChange()
{
    const QByteArray text =
        R"({"Action":"a\u0041","n":1e999,"recipients":[{"Type":"all","x":"\ud83d\ude00"}],"message":["\"",{}]})";
    int accepted = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        for (int byte = 0; byte < 256; ++byte) {
            QByteArray changed = text;
            changed[at] = static_cast<char>(byte);
            const auto parsed = m_parser.parse(changed);
            if (parsed.ok()) {
                ++accepted;
                const QByteArray forwarded = parsed->putRight.value_or(changed);
                QCOMPARE(forwarded.size(), changed.size());
                QVERIFY(!messageText(forwarded).isEmpty());
                QVERIFY(!m_parser.parse(forwarded)->putRight);
            }
        }
    }
    QVERIFY(accepted > 1'000);
}

SIGNALBOX_TEST(EnvelopeParserTest)
#include "envelope_parser_test.moc"
