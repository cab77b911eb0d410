// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/topic_filter.h"

#include "tests/support/test_registry.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

#include <algorithm>

using namespace signalbox;

class TopicFilterTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matches_data()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<QByteArray>("topic");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char* filter, const char* topic, bool expected) {
            QTest::addRow("%s %s", filter, topic) << QByteArray(filter) << QByteArray(topic) << expected;
        };
        row("a/b", "a/b", true);
        row("a/b", "a/c", false);
        row("a/+", "a/b", true);
        row("a/+", "a", false);
        row("a/+", "a/", true);
        row("a/+", "a/b/c", false);
        row("+", "a", true);
        row("+", "a/b", false);
        row("+/b", "a/b", true);
        row("+/+", "a/b", true);
        row("a/+/c", "a/b/c", true);
        row("a/+/c", "a/b/d", false);
        row("a/#", "a", true);
        row("a/#", "a/b", true);
        row("a/#", "a/b/c", true);
        row("a/#", "ab", false);
        row("#", "a", true);
        row("#", "a/b/c", true);
        row("+/#", "a/b", true);
        row("a/+/#", "a/b", true);
        row("a/+/#", "a", false);
        row("A/+", "a/b", false);
        row("a+", "ab", false);
        row("a#", "ab", false);
    }

    void matches()
    {
        QFETCH(QByteArray, filter);
        QFETCH(QByteArray, topic);
        QFETCH(bool, expected);
        QCOMPARE(topicMatches(filter, topic), expected);
        TopicFilterTree tree;
        tree.add(filter);
        QCOMPARE(matchesIn(tree, topic), expected ? QByteArrayList{filter} : QByteArrayList());
        tree.remove(filter);
        QVERIFY(tree.isEmpty());
        QVERIFY(matchesIn(tree, topic).isEmpty());
    }

    void knowsWhatIsAFilter()
    {
        for (const char* filter : {"+", "#", "a/+", "+/a", "a/#", "a/+/b"}) {
            QVERIFY2(isTopicFilter(filter) && !hasMisplacedWildcard(filter), filter);
        }
        for (const char* name : {"", "a", "a+", "#a", "a/b#", "++", "a/ +"}) {
            QVERIFY2(!isTopicFilter(name) && !hasMisplacedWildcard(name), name);
        }
        for (const char* name : {"#/a", "a/#/b"}) {
            QVERIFY2(hasMisplacedWildcard(name), name);
        }
    }

    void findsEveryFilterThatMatchesOnce()
    {
        TopicFilterTree tree;
        for (const char* filter : {"#", "a/#", "a/+", "+/b", "a/b", "a/c", "+/+/+"}) {
            tree.add(filter);
        }
        QByteArrayList found = matchesIn(tree, "a/b");
        std::ranges::sort(found);
        QCOMPARE(found, (QByteArrayList{"#", "+/b", "a/#", "a/+", "a/b"}));
        tree.remove("a/+");
        QVERIFY(!matchesIn(tree, "a/b").contains("a/+"));
        QVERIFY(matchesIn(tree, "a/b").contains("a/#"));
    }

    void asksManyFiltersAsFastAsFew()
    {
        TopicFilterTree tree;
        for (int i = 0; i < 100'000; ++i) {
            tree.add("room/" + QByteArray::number(i) + "/+");
        }
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 10'000; ++i) {
            QCOMPARE(matchesIn(tree, "room/" + QByteArray::number(i) + "/x").size(), 1);
        }
        QVERIFY2(timer.elapsed() < 2'000, "a walk over all filters takes minutes");
    }

private:
    static QByteArrayList matchesIn(const TopicFilterTree& tree, const QByteArray& topic)
    {
        QByteArrayList found;
        tree.visitMatches(topic, [&found](const QByteArray& filter) { found.append(filter); });
        return found;
    }
};

SIGNALBOX_TEST(TopicFilterTest)
#include "topic_filter_test.moc"
