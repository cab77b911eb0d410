// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/retained_messages.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::xsockets;

namespace {

std::shared_ptr<const Message> message(const QByteArray& data)
{
    return std::make_shared<const Message>(Message{"generic", "t", data});
}

} // namespace

class RetainedMessagesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheLastOfEachTopic()
    {
        RetainedMessages retained({10, 1'000});
        QVERIFY(retained.retain({"a/1", message("1"), 1}));
        QVERIFY(retained.retain({"a/2", message("2"), 2}));
        QVERIFY(retained.retain({"a/1", message("3"), 3}));
        QCOMPARE(retained.count(), qsizetype(2));
        const auto one = retained.matching("a/1");
        QCOMPARE(one.size(), size_t(1));
        QCOMPARE(one[0].message->data, QByteArray("3"));
        const auto all = retained.matching("a/+");
        QCOMPARE(all.size(), size_t(2));
        QCOMPARE(all[0].group, QByteArray("a/2")); // in the order in which they were sent
        QVERIFY(retained.matching("b/#").empty());
    }

    void forgetsATopicForAnEmptyMessage_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("an empty string") << QByteArray("\"\"");
    }

    void forgetsATopicForAnEmptyMessage()
    {
        QFETCH(QByteArray, data);
        RetainedMessages retained({10, 1'000});
        QVERIFY(retained.retain({"a", message("1"), 1}));
        QVERIFY(retained.retain({"a", message(data), 2}));
        QVERIFY(retained.matching("a").empty());
        QCOMPARE(retained.bytes(), qint64(0));
    }

    void takesABlobForAValue()
    {
        Message binary{"generic", "t", "null"};
        binary.blob = QByteArray("x");
        QVERIFY(!clearsRetained(binary));
        binary.blob = QByteArray();
        QVERIFY(clearsRetained(binary));
    }

    void hasNoValueRatherThanAnOldOneWhenThereIsNoRoom()
    {
        RetainedMessages retained({2, 100});
        QVERIFY(retained.retain({"a", message("1"), 1}));
        QVERIFY(!retained.retain({"a", message(QByteArray(100, '1')), 2}));
        QVERIFY(retained.matching("a").empty());
        QVERIFY(retained.retain({"a", message("1"), 3}));
        QVERIFY(retained.retain({"b", message("1"), 4}));
        QVERIFY(!retained.retain({"c", message("1"), 5}));
        QCOMPARE(retained.count(), qsizetype(2));
    }
};

SIGNALBOX_TEST(RetainedMessagesTest)
#include "retained_messages_test.moc"
