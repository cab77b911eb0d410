// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/recipient.h"
#include "tests/support/test_registry.h"

#include <QtCore/QMetaEnum>
#include <QtTest/QTest>

using namespace signalbox;

class RecipientTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEachSpelling_data();
    void readsEachSpelling();
    void refusesOtherWords_data();
    void refusesOtherWords();
    void readsWhatItWrites();
    void excludesWithTwoTypesOnly();
};

void RecipientTest::readsEachSpelling_data()
{
    QTest::addColumn<QByteArray>("spelling");
    QTest::addColumn<RecipientType>("type");
    const auto row = [](const char* spelling, RecipientType type) {
        const QByteArray name(spelling);
        QTest::addRow("%s", spelling) << name << type;
        QTest::addRow("%s in lower case", spelling) << name.toLower() << type; // FoxPro writes it so
        QTest::addRow("%s in upper case", spelling) << name.toUpper() << type;
    };
    row("group", RecipientType::Group);
    row("user", RecipientType::User);
    row("client", RecipientType::Client);
    row("socket", RecipientType::Client);
    row("tag", RecipientType::Tag);
    row("all", RecipientType::All);
    row("allButUser", RecipientType::AllButUser);
    row("allExceptUser", RecipientType::AllButUser);
    row("allButClient", RecipientType::AllButClient);
}

void RecipientTest::readsEachSpelling()
{
    QFETCH(QByteArray, spelling);
    QFETCH(RecipientType, type);
    QVERIFY(recipientTypeFromName(spelling) == std::optional(type));
}

void RecipientTest::refusesOtherWords_data()
{
    QTest::addColumn<QByteArray>("word");
    for (const char* word : {"", "groups", "grou", "group ", " group", "everyone", "allBut",
                             "allExceptClient", "*", "gr\xC3\xB6up", "allbut user"}) {
        QTest::addRow("'%s'", word) << QByteArray(word);
    }
    QTest::newRow("a NUL behind") << QByteArray("all\0", 4);
}

void RecipientTest::refusesOtherWords()
{
    QFETCH(QByteArray, word);
    QVERIFY(!recipientTypeFromName(word).has_value());
}

void RecipientTest::readsWhatItWrites()
{
    const auto types = QMetaEnum::fromType<RecipientType>();
    for (int i = 0; i < types.keyCount(); ++i) {
        const auto type = static_cast<RecipientType>(types.value(i));
        QVERIFY(recipientTypeFromName(recipientTypeName(type)) == std::optional(type));
    }
    QCOMPARE(recipientTypeName(RecipientType::AllButUser).toByteArray(), QByteArray("allButUser"));
    QCOMPARE(recipientTypeName(RecipientType::Client).toByteArray(), QByteArray("client"));
}

void RecipientTest::excludesWithTwoTypesOnly()
{
    const auto types = QMetaEnum::fromType<RecipientType>();
    for (int i = 0; i < types.keyCount(); ++i) {
        const auto type = static_cast<RecipientType>(types.value(i));
        QCOMPARE(isExclusion(type), recipientTypeName(type).startsWith("allBut"));
    }
}

SIGNALBOX_TEST(RecipientTest)
#include "recipient_test.moc"
