// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/models/recipient_text.h"

#include <QtTest/QtTest>

using namespace signalbox;
using ui::recipientOf;
using ui::typedRecipient;
using ui::typedText;

class RecipientTextTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsPrefixesAndTheMinus_data();
    void readsPrefixesAndTheMinus();
    void isTypedAsItIsRead();
    void saysWhyItIsNone_data();
    void saysWhyItIsNone();
};

void RecipientTextTest::readsPrefixesAndTheMinus_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char16_t* text, RecipientType type, const QByteArray& name) {
        QTest::newRow(QString::fromUtf16(text).toUtf8()) << QString::fromUtf16(text) << int(type) << name;
    };
    row(u"red", RecipientType::Group, "red");
    row(u"red ", RecipientType::Group, "red "); // names match exactly
    row(u"group:user:x", RecipientType::Group, "user:x");
    row(u"USER:ann", RecipientType::User, "ann");
    row(u"tag:a,b", RecipientType::Tag, "a,b");
    row(u"client:c7", RecipientType::Client, "c7");
    row(u"− user:ann", RecipientType::AllButUser, "ann");
    row(u"-ann", RecipientType::AllButUser, "ann");
    row(u"-client:c7", RecipientType::AllButClient, "c7");
    row(u"everyone", RecipientType::All, "");
    row(u"*", RecipientType::All, "");
    row(u"group:all", RecipientType::Group, "all");
}

void RecipientTextTest::readsPrefixesAndTheMinus()
{
    QFETCH(const QString, text);
    QFETCH(const int, type);
    QFETCH(const QByteArray, name);
    const auto recipient = recipientOf(typedRecipient(text), RecipientType::Group);
    QVERIFY(recipient);
    QCOMPARE(int(recipient->type), type);
    QCOMPARE(recipient->value, name);
}

void RecipientTextTest::isTypedAsItIsRead()
{
    for (const Recipient& recipient : Recipients{{RecipientType::Group, "user:−x"},
                                                 {RecipientType::User, "-ann"},
                                                 {RecipientType::Tag, " "},
                                                 {RecipientType::Client, "c3"},
                                                 {RecipientType::All, {}},
                                                 {RecipientType::AllButUser, "שלום"},
                                                 {RecipientType::AllButClient, "c4"}}) {
        const auto again = recipientOf(typedRecipient(typedText(recipient)), RecipientType::Group);
        QVERIFY(again);
        QVERIFY(*again == recipient);
    }
}

void RecipientTextTest::saysWhyItIsNone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("no name") << QStringLiteral("group:") << QByteArray("recipient.bad_name");
    QTest::newRow("too long") << QString(129, u'x') << QByteArray("recipient.bad_name");
    QTest::newRow("control") << QStringLiteral("a\x01") << QByteArray("recipient.bad_name");
    QTest::newRow("client") << QStringLiteral("client:7") << QByteArray("recipient.bad_client");
    QTest::newRow("left out group") << QStringLiteral("-group:red") << QByteArray("recipient.bad_exclusion");
}

void RecipientTextTest::saysWhyItIsNone()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, code);
    const auto recipient = recipientOf(typedRecipient(text), RecipientType::Group);
    QVERIFY(!recipient);
    QCOMPARE(recipient.error().code, code);
    QVERIFY(recipient.error().message.endsWith(u'.'));
}

SIGNALBOX_TEST(RecipientTextTest)
#include "recipient_text_test.moc"
