// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/recipients_reader.h"

#include "server/message/json_reader.h"
#include "server/message/json_tally.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::message;

class RecipientsReaderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKindOfRecipient_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<Recipients>("recipients");
        QTest::newRow("null") << QByteArray("null") << Recipients{};
        QTest::newRow("none") << QByteArray("[]") << Recipients{};
        QTest::newRow("a group") << QByteArray(R"([{"type":"group","value":"red"}])")
                                 << Recipients{{RecipientType::Group, "red"}};
        QTest::newRow("the default group")
            << QByteArray(R"([{"type":"group","value":""}])") << Recipients{{RecipientType::Group, ""}};
        QTest::newRow("an alias") << QByteArray(R"([{"type":"socket","value":"c3"}])")
                                  << Recipients{{RecipientType::Client, "c3"}};
        QTest::newRow("all, whose value counts for nothing")
            << QByteArray(R"([{"type":"all","value":"x"}])") << Recipients{{RecipientType::All, {}}};
        QTest::newRow("two, in their order")
            << QByteArray(R"([{"type":"tag","value":"vip"},{"value":"ann","type":"allButUser"}])")
            << Recipients{{RecipientType::Tag, "vip"}, {RecipientType::AllButUser, "ann"}};
    }

    void readsEveryKindOfRecipient()
    {
        QFETCH(QByteArray, json);
        QFETCH(Recipients, recipients);
        const auto read = readText(json, 2);
        QVERIFY(read.ok());
        QCOMPARE(read->recipients, recipients);
        QVERIFY(read->keysAreRight);
    }

    void seesAKeyInAnotherCase()
    {
        const auto read = readText(R"([{"Type":"group","VALUE":"red"}])", 2);
        QVERIFY(read.ok());
        QVERIFY(!read->keysAreRight);
        QCOMPARE(read->recipients, (Recipients{{RecipientType::Group, "red"}}));
    }

    void refusesWhatIsNoRecipient_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("code");
        const QByteArray bad = "envelope.bad_recipient";
        const QByteArray type = "envelope.wrong_type";
        QTest::newRow("no array") << QByteArray("{}") << type;
        QTest::newRow("no object in it") << QByteArray(R"(["red"])") << type;
        QTest::newRow("a number for a value") << QByteArray(R"([{"type":"group","value":1}])") << type;
        QTest::newRow("no type") << QByteArray(R"([{"value":"red"}])") << bad;
        QTest::newRow("an unknown type") << QByteArray(R"([{"type":"room","value":"red"}])") << bad;
        QTest::newRow("no value") << QByteArray(R"([{"type":"group"}])") << bad;
        QTest::newRow("no client's id") << QByteArray(R"([{"type":"client","value":"3"}])") << bad;
        QTest::newRow("no user") << QByteArray(R"([{"type":"user","value":""}])")
                                 << QByteArray("envelope.name_invalid");
        QTest::newRow("a key twice") << QByteArray(R"([{"type":"all","Type":"all"}])")
                                     << QByteArray("envelope.duplicate_key");
        QTest::newRow("three where two are allowed")
            << QByteArray(R"([{"type":"all"},{"type":"all"},{"type":"all"}])")
            << QByteArray("envelope.too_many_recipients");
        QTest::newRow("too many keys of the sender's own")
            << QByteArray(R"([{"type":"all","a":1,"b":2,"c":3,"d":4}])")
            << QByteArray("envelope.too_many_keys");
    }

    void refusesWhatIsNoRecipient()
    {
        QFETCH(QByteArray, json);
        const auto read = readText(json, 2);
        QVERIFY(!read.ok());
        QTEST(read.error().code, "code");
    }

private:
    static Result<ReadRecipients> readText(const QByteArray& json, size_t maxRecipients)
    {
        JsonReader reader(10);
        [&] { QVERIFY(reader.parse(json) == JsonFault::None); }();
        JsonTally tally(10, 3);
        return readRecipients(reader.root(), maxRecipients, tally);
    }
};

SIGNALBOX_TEST(RecipientsReaderTest)
#include "recipients_reader_test.moc"
