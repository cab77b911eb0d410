// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/envelope_keys.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::message;

class EnvelopeKeysTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsKeysInAnyCaseOfAsciiLetters();
    void knowsWhichKeysNeedNotBePutRight();
    void putsKeysRight_data();
    void putsKeysRight();
    void leavesTheOriginalAlone();
};

void EnvelopeKeysTest::knowsKeysInAnyCaseOfAsciiLetters()
{
    QVERIFY(envelopeKey("groupId") == EnvelopeKey::GroupId);
    QVERIFY(envelopeKey("GROUPID") == EnvelopeKey::GroupId);
    QVERIFY(envelopeKey("groupid") == EnvelopeKey::GroupId);
    QVERIFY(envelopeKey("ACTION") == EnvelopeKey::Action);
    QVERIFY(recipientKey("Value") == RecipientKey::Value);
    QVERIFY(!envelopeKey("group"));
    QVERIFY(!envelopeKey(""));
    QVERIFY(!envelopeKey("action "));
    QVERIFY(!envelopeKey("type"));
    QVERIFY(!recipientKey("action"));
    QVERIFY(!envelopeKey("re\xc3\xa7ipients"));
    QVERIFY(!envelopeKey(QByteArrayView("action\0", 7)));
    QVERIFY(!envelopeKey("u\xc5\xbf"
                         "erI")); // the long s is no s: six bytes, as userId
}

void EnvelopeKeysTest::knowsWhichKeysNeedNotBePutRight()
{
    for (const EnvelopeKey key : {EnvelopeKey::Action, EnvelopeKey::Message, EnvelopeKey::GroupId,
                                  EnvelopeKey::UserId, EnvelopeKey::Recipients}) {
        const QByteArray name = keyName(key).toByteArray();
        QVERIFY(exactEnvelopeKey(name) == key);
        QVERIFY(!exactEnvelopeKey(name.toUpper()));
        QVERIFY(!exactEnvelopeKey(name.chopped(1)));
        QVERIFY(!exactEnvelopeKey(name + '\0'));
    }
    for (const RecipientKey key : {RecipientKey::Type, RecipientKey::Value}) {
        const QByteArray name = keyName(key).toByteArray();
        QVERIFY(exactRecipientKey(name) == key);
        QVERIFY(!exactRecipientKey(name.toUpper()));
        QVERIFY(!exactRecipientKey(name.chopped(1)));
        QVERIFY(!exactRecipientKey(name + '\0'));
    }
    QVERIFY(!exactEnvelopeKey("groupid"));
    QVERIFY(!exactEnvelopeKey("userid"));
    QVERIFY(!exactEnvelopeKey("n"));
    QVERIFY(!exactRecipientKey("action"));
}

void EnvelopeKeysTest::putsKeysRight_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char* name, const char* before, const char* after) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after);
    };
    row("right already", R"({"action":"a"})", R"({"action":"a"})");
    row("all five in lower case", R"({"action":1,"message":2,"groupid":3,"userid":4,"recipients":[]})",
        R"({"action":1,"message":2,"groupId":3,"userId":4,"recipients":[]})");
    row("upper case and blanks", "{ \"ACTION\" : \"A\" ,\n\"GROUPID\":\"G\" }",
        "{ \"action\" : \"A\" ,\n\"groupId\":\"G\" }");
    row("recipients' keys", R"({"RECIPIENTS":[{"TYPE":"GROUP","VALUE":"Value"},{"Type":"all"}]})",
        R"({"recipients":[{"type":"GROUP","value":"Value"},{"type":"all"}]})");
    row("keys inside the message stay", R"({"Message":{"Action":1,"GROUPID":[{"TYPE":2}]}})",
        R"({"message":{"Action":1,"GROUPID":[{"TYPE":2}]}})");
    row("unknown keys and their insides stay", R"({"X":{"ACTION":1},"Type":2,"ACTION":"a"})",
        R"({"X":{"ACTION":1},"Type":2,"action":"a"})");
    row("unknown keys of a recipient stay", R"({"Recipients":[{"Type":"all","Action":{"TYPE":1}}]})",
        R"({"recipients":[{"type":"all","Action":{"TYPE":1}}]})");
    row("escaped letter in the wrong case", R"({"\u0041ction":"a"})", R"({"\u0061ction":"a"})");
    row("escaped letter in the right case, others wrong", R"({"ACT\u0069ON":"a"})", R"({"act\u0069on":"a"})");
    row("escape in lower and upper hexadecimal", R"({"A\u0043tio\u004e":1,"r\u0045cipient\u0053":[]})",
        R"({"a\u0063tio\u006e":1,"r\u0065cipient\u0073":[]})");
    row("escaped I of groupId", R"({"group\u0069d":"g"})", R"({"group\u0049d":"g"})");
    row("hexadecimal letters keep their case", R"({"\u004Dessage":1,"actio\u004E":2})",
        R"({"\u006Dessage":1,"actio\u006E":2})");
}

void EnvelopeKeysTest::putsKeysRight()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QCOMPARE(withKeysPutRight(before), after);
    QCOMPARE(withKeysPutRight(after), after);
}

void EnvelopeKeysTest::leavesTheOriginalAlone()
{
    const QByteArray original = R"({"ACTION":"a","RECIPIENTS":[{"TYPE":"all"}]})";
    const QByteArray shared = original;
    QVERIFY(withKeysPutRight(original) != original);
    QCOMPARE(original, QByteArray(R"({"ACTION":"a","RECIPIENTS":[{"TYPE":"all"}]})"));
    QCOMPARE(shared, original);
}

SIGNALBOX_TEST(EnvelopeKeysTest)
#include "envelope_keys_test.moc"
