// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/recipient_words.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;

class RecipientWordsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhoIsMeant()
    {
        QCOMPARE(recipientInWords({RecipientType::Group, "red"}), QByteArray("group red"));
        QCOMPARE(recipientInWords({RecipientType::AllButUser, "ann"}), QByteArray("all but ann"));
        QCOMPARE(recipientInWords({RecipientType::All, {}}), QByteArray("everyone"));
        QCOMPARE(recipientInWords({RecipientType::Group, {}}), QByteArray());
        QCOMPARE(recipientsInWords({}), QByteArray());
        QCOMPARE(recipientsInWords({{RecipientType::Tag, "vip"}}), QByteArray("tag vip"));
        QCOMPARE(recipientsInWords(Recipients(3)), QByteArray("3 recipients"));
    }

    void knowsWhichValuesThereCanBe()
    {
        QVERIFY(canBeRecipient({RecipientType::Group, {}}));
        QVERIFY(canBeRecipient({RecipientType::User, QByteArray(128, 'a')}));
        QVERIFY(!canBeRecipient({RecipientType::User, QByteArray(129, 'a')}));
        QVERIFY(!canBeRecipient({RecipientType::User, {}}));
        QVERIFY(canBeRecipient({RecipientType::Client, "c3"}));
        QVERIFY(!canBeRecipient({RecipientType::AllButClient, "c0"}));
        QVERIFY(!canBeRecipient({RecipientType::Client, "ann"}));
        QVERIFY(canBeRecipient({RecipientType::All, {}}));
        QVERIFY(!canBeRecipient({RecipientType::All, "a"}));
    }
};

SIGNALBOX_TEST(RecipientWordsTest)
#include "recipient_words_test.moc"
