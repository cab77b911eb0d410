// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/composition.h"

#include "server/filter/filter.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace signalbox::filter;

class CompositionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aConditionComesToAFilter_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<Composition>("composition");
        QTest::addColumn<QString>("expected");
        const auto add = [](const char* filter, Composition composition, const char* expected) {
            QTest::addRow("%s %d", filter, static_cast<int>(composition))
                << QString::fromLatin1(filter) << composition << QString::fromLatin1(expected);
        };
        add("mask", Composition::Selected, "fin");
        add("mask", Composition::NotSelected, "not fin");
        add("mask", Composition::AndSelected, "mask and fin");
        add("mask", Composition::OrSelected, "mask or fin");
        add("mask", Composition::AndNotSelected, "mask and not fin");
        add("mask", Composition::OrNotSelected, "mask or not fin");
        add("", Composition::AndNotSelected, "not fin");
        add("from ==", Composition::AndSelected, "fin"); // a filter with a fault
        add("a or b", Composition::AndSelected, "(a or b) and fin");
        add("a or b", Composition::OrSelected, "a or b or fin");
        add("a b", Composition::AndSelected, "a b and fin");
        add("a b", Composition::OrSelected, "(a b) or fin");
        add("mask and fin", Composition::AndSelected, "mask and fin");
        add("fin", Composition::AndSelected, "fin");
    }

    void aConditionComesToAFilter()
    {
        QFETCH(QString, filter);
        QFETCH(Composition, composition);
        QFETCH(QString, expected);
        const QString text = composed(filter, composition, u"fin"_s);
        QCOMPARE(text, expected);
        QVERIFY(compile(text));
    }

    void aConditionOfSeveralIsPutInBrackets()
    {
        QCOMPARE(composed(u"mask"_s, Composition::AndSelected, u"fin or rsv > 0"_s),
                 u"mask and (fin or rsv > 0)"_s);
        QCOMPARE(composed({}, Composition::NotSelected, u"fin and mask"_s), u"not (fin and mask)"_s);
    }

    void valuesAreWrittenAsTheirFieldWantsThem()
    {
        QCOMPARE(equalTo(Field::From, "a \"b\""), u"from == \"a \\\"b\\\"\""_s);
        QCOMPARE(equalTo(Field::Type, "ping"), u"type == ping"_s);
        QCOMPARE(equalTo(Field::Client, "c3"), u"client == c3"_s);
        QCOMPARE(equalTo(Field::Number, "12"), u"number == 12"_s);
    }
};

SIGNALBOX_TEST(CompositionTest)
#include "composition_test.moc"
