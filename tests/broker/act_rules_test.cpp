// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/act_rules.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;

class ActRulesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesOnlyACloseFrameThatMayTravel_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("1000") << 1000 << QByteArray() << QByteArray();
        QTest::newRow("4999, 123 bytes") << 4999 << QByteArray(123, 'x') << QByteArray();
        QTest::newRow("0") << 0 << QByteArray() << QByteArray("client.bad_close_code");
        QTest::newRow("1005") << 1005 << QByteArray() << QByteArray("client.bad_close_code");
        QTest::newRow("1006") << 1006 << QByteArray() << QByteArray("client.bad_close_code");
        QTest::newRow("5000") << 5000 << QByteArray() << QByteArray("client.bad_close_code");
        QTest::newRow("124 bytes") << 1000 << QByteArray(124, 'x')
                                   << QByteArray("client.close_reason_too_long");
        QTest::newRow("62 umlauts") << 1000 << QByteArray("\xC3\xA4").repeated(62)
                                    << QByteArray("client.close_reason_too_long");
        QTest::newRow("half an umlaut")
            << 1000 << QByteArray("a\xC3") << QByteArray("client.close_reason_not_utf8");
    }

    void takesOnlyACloseFrameThatMayTravel()
    {
        QFETCH(int, code);
        QFETCH(QByteArray, reason);
        const Result<void> may = checkClose(static_cast<quint16>(code), reason);
        QTEST(may ? QByteArray() : may.error().code, "error");
    }

    void letsAClientIntoAsManyGroupsAsItMayHave()
    {
        QVERIFY(checkJoin({}, group("red"), 1));
        QVERIFY(checkJoin({group("red")}, group("red"), 1)); // it is in already
        QCOMPARE(checkJoin({group("red")}, group("blue"), 1).error().code, QByteArray("group.too_many"));
        QCOMPARE(checkJoin({}, GroupName(), 1).error().code, QByteArray("group.is_default"));
    }

    void givesAsManyTagsAsAClientMayHave()
    {
        const QList<TagName> tags{TagName::trusted("a"), TagName::trusted("b")};
        QVERIFY(checkAddTag(tags, TagName::trusted("c"), 3).ok());
        QVERIFY(checkAddTag(tags, TagName::trusted("b"), 2).ok()); // it has it
        QCOMPARE(checkAddTag(tags, TagName::trusted("c"), 2).error().code, QByteArray("tag.too_many"));
        QVERIFY(checkRemoveTag(tags, TagName::trusted("b")).ok());
        QCOMPARE(checkRemoveTag(tags, TagName::trusted("c")).error().code, QByteArray("tag.not_set"));
    }

    void takesAClientOutOfItsOwnGroupsOnly()
    {
        QVERIFY(checkLeave({group("red")}, group("red")));
        QCOMPARE(checkLeave({group("red")}, group("Red")).error().code, QByteArray("group.not_member"));
        QCOMPARE(checkLeave({}, group("red")).error().code, QByteArray("group.not_member"));
        QCOMPARE(checkLeave({}, GroupName()).error().code, QByteArray("group.is_default"));
    }

private:
    static GroupName group(const QByteArray& name) { return GroupName::trusted(name); }
};

SIGNALBOX_TEST(ActRulesTest)
#include "act_rules_test.moc"
