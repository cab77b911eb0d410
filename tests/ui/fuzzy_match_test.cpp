// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/fuzzy_match.h"

#include "tests/support/test_registry.h"

#include <QtTest/QtTest>

using namespace signalbox::ui;
using namespace Qt::StringLiterals;

class FuzzyMatchTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsLettersInTheirOrder_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("fits");
        QTest::newRow("nothing") << u""_s << true;
        QTest::newRow("beginning") << u"cle"_s << true;
        QTest::newRow("first letters of words") << u"ctl"_s << true;
        QTest::newRow("capitals") << u"LIST"_s << true;
        QTest::newRow("with a blank") << u"clear list"_s << true;
        QTest::newRow("another order") << u"tc"_s << false;
        QTest::newRow("a letter that is not there") << u"clearx"_s << false;
        QTest::newRow("longer than the text") << u"clear the list now"_s << false;
    }

    void findsLettersInTheirOrder()
    {
        QFETCH(const QString, typed);
        QTEST(fuzzyMatch(typed, u"Clear the list") > 0, "fits");
    }

    void prefersTheBeginningsOfWords()
    {
        QVERIFY(fuzzyMatch(u"nm", u"New message") > fuzzyMatch(u"nm", u"Open demo page"));
        QVERIFY(fuzzyMatch(u"list", u"Clear the list") > fuzzyMatch(u"list", u"Follow the latest"));
    }

    void isQuickWhereManyWaysLeadToNothing()
    {
        const QString text(60, u'a');
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(fuzzyMatch(QString(31, u'a') + u'b', text), 0);
        QVERIFY(timer.elapsed() < 1'000);
    }
};

SIGNALBOX_TEST(FuzzyMatchTest)
#include "fuzzy_match_test.moc"
