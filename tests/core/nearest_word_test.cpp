// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/nearest_word.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class NearestWordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatWasMeant_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("nearest");
        QTest::newRow("the same") << u"listen"_s << u"listen"_s;
        QTest::newRow("a letter left out") << u"lisen"_s << u"listen"_s;
        QTest::newRow("a letter too many") << u"listten"_s << u"listen"_s;
        QTest::newRow("another letter") << u"listem"_s << u"listen"_s;
        QTest::newRow("two letters swapped") << u"lsiten"_s << u"listen"_s;
        QTest::newRow("short, one step") << u"se"_s << u"set"_s;
        QTest::newRow("short, too far") << u"go"_s << u""_s;
        QTest::newRow("a plural") << u"log-levels"_s << u"log-level"_s;
        QTest::newRow("nothing near") << u"telescope"_s << u""_s;
        QTest::newRow("empty") << u""_s << u""_s;
        QTest::newRow("far too long") << QString(100'000, u'x') << u""_s;
    }
    void findsWhatWasMeant()
    {
        QFETCH(QString, word);
        QTEST(nearestWord(word, {u"listen"_s, u"set"_s, u"log-level"_s, u"log-format"_s}), "nearest");
    }

    void findsNothingAmongNothing() { QCOMPARE(nearestWord(u"x", {}), QString()); }
};

SIGNALBOX_TEST(NearestWordTest)
#include "nearest_word_test.moc"
