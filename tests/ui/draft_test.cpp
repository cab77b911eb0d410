// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/models/draft.h"

#include <QtTest/QtTest>

using namespace signalbox;
using ui::Draft;
using ui::envelopeOf;
using ui::MessageKind;
using ui::recipientsOf;

class DraftTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesTheKeysInTheirOrder();
    void escapesStrings();
    void putsAValueInAsItStands();
    void sendsWhatIsNoJsonAsAString();
    void readsTheRecipientsBack();
    void refusesAnEnvelopeWithAFault_data();
    void refusesAnEnvelopeWithAFault();
};

void DraftTest::writesTheKeysInTheirOrder()
{
    Draft draft{"say", "hello", MessageKind::String, "ann", "red", {}};
    QCOMPARE(envelopeOf(draft),
             QByteArray(R"({"action":"say","message":"hello","groupId":"red","userId":"ann"})"));
    draft.user.clear();
    draft.group.clear();
    draft.recipients = {
        {RecipientType::Group, "red"}, {RecipientType::All, {}}, {RecipientType::AllButUser, "bob"}};
    QCOMPARE(envelopeOf(draft),
             QByteArray(R"({"action":"say","message":"hello","recipients":[{"type":"group","value":"red"},)"
                        R"({"type":"all"},{"type":"allButUser","value":"bob"}]})"));
}

void DraftTest::escapesStrings()
{
    QCOMPARE(ui::jsonString("a\"b\\c\n\t\x01\x7f ä"), QByteArray("\"a\\\"b\\\\c\\n\\t\\u0001\x7f ä\""));
}

void DraftTest::putsAValueInAsItStands()
{
    const Draft draft{"a", " {\"n\": 18446744073709551616} ", MessageKind::Value, {}, {}, {}};
    QCOMPARE(envelopeOf(draft), QByteArray(R"({"action":"a","message":{"n": 18446744073709551616}})"));
}

void DraftTest::sendsWhatIsNoJsonAsAString()
{
    const Draft draft{"a", "{oops", MessageKind::Value, {}, {}, {}};
    QCOMPARE(envelopeOf(draft), QByteArray(R"({"action":"a","message":"{oops"})"));
}

void DraftTest::readsTheRecipientsBack()
{
    const Recipients recipients{
        {RecipientType::Group, "r\"ed"}, {RecipientType::All, {}}, {RecipientType::Client, "c3"}};
    const auto read = recipientsOf(envelopeOf({"a", "m", MessageKind::String, {}, {}, recipients}));
    QVERIFY(read.ok());
    QVERIFY(read.value() == recipients);
    const auto foxpro = recipientsOf(R"({"ACTION":"a","Recipients":[{"TYPE":"ALLEXCEPTUSER","Value":"x"}]})");
    QVERIFY(foxpro.ok());
    QVERIFY(foxpro.value() == (Recipients{{RecipientType::AllButUser, "x"}}));
    QVERIFY(recipientsOf(R"({"action":"a"})").value().empty());
}

void DraftTest::refusesAnEnvelopeWithAFault_data()
{
    QTest::addColumn<QByteArray>("envelope");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("text") << QByteArray("hello") << QByteArray("envelope.not_json");
    QTest::newRow("array") << QByteArray("[1]") << QByteArray("envelope.not_json");
    QTest::newRow("no action") << QByteArray(R"({"message":"x"})") << QByteArray("envelope.missing_action");
    QTest::newRow("no list") << QByteArray(R"({"action":"x","recipients":{}})")
                             << QByteArray("envelope.wrong_type");
    QTest::newRow("no type") << QByteArray(R"({"action":"x","recipients":[{"value":"a"}]})")
                             << QByteArray("envelope.bad_recipient");
    QTest::newRow("unknown type") << QByteArray(
                                         R"({"action":"x","recipients":[{"type":"team","value":"a"}]})")
                                  << QByteArray("envelope.bad_recipient");
    QTest::newRow("no value") << QByteArray(R"({"action":"x","recipients":[{"type":"group"}]})")
                              << QByteArray("envelope.bad_recipient");
}

void DraftTest::refusesAnEnvelopeWithAFault()
{
    QFETCH(const QByteArray, envelope);
    QFETCH(const QByteArray, code);
    const auto read = recipientsOf(envelope);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, code);
}

SIGNALBOX_TEST(DraftTest)
#include "draft_test.moc"
