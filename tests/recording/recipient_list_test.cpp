// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/recipient_list.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::recording;

class RecipientListTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unpacksWhatItPacked_data()
    {
        QTest::addColumn<Recipients>("recipients");
        QTest::newRow("nobody named: the default group") << Recipients{};
        QTest::newRow("the default group named") << Recipients{{RecipientType::Group, {}}};
        QTest::newRow("everyone") << Recipients{{RecipientType::All, {}}};
        QTest::newRow("the longest name") << Recipients{{RecipientType::User, QByteArray(128, 'x')}};
        QTest::newRow("one of each") << Recipients{{RecipientType::Group, "red"},
                                                   {RecipientType::User, "ann"},
                                                   {RecipientType::Client, "c3"},
                                                   {RecipientType::Tag, "vip"},
                                                   {RecipientType::All, {}},
                                                   {RecipientType::AllButUser, "bob"},
                                                   {RecipientType::AllButClient, "c12"}};
    }

    void unpacksWhatItPacked()
    {
        QFETCH(Recipients, recipients);
        const QByteArray packed = packRecipients(recipients);
        QVERIFY(!packed.isEmpty());
        const auto unpacked = unpackRecipients(packed);
        QVERIFY(unpacked.has_value());
        QCOMPARE(*unpacked, recipients);
    }

    void refusesWhatIsNotWhole()
    {
        const QByteArray packed = packRecipients({{RecipientType::Group, "red"}});
        for (qsizetype bytes = 0; bytes < packed.size(); ++bytes) {
            if (bytes != 1) { // that much is an empty list
                QVERIFY(!unpackRecipients(packed.first(bytes)));
            }
        }
    }
};

SIGNALBOX_TEST(RecipientListTest)
#include "recipient_list_test.moc"
