// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/format/sentence_templates.h"

#include <QtTest/QTest>

#include <array>

using namespace Qt::StringLiterals;
using signalbox::ui::filled;
using signalbox::ui::SentenceTemplates;

class SentenceTemplatesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstThatFitsDecides()
    {
        static constexpr std::array texts{"mute %1 until %2", "mute %1"};
        const SentenceTemplates templates("Nowhere", texts);
        const auto timed = templates.find(u"mute ann until noon"_s);
        QVERIFY(timed);
        QCOMPARE(timed->index, size_t(0));
        QCOMPARE(timed->values, (QStringList{u"ann"_s, u"noon"_s}));
        QCOMPARE(templates.find(u"mute ann"_s)->index, size_t(1));
        QVERIFY(!templates.find(u"do mute ann"_s)); // the whole sentence
    }

    void whatLooksLikeAPatternIsText()
    {
        static constexpr std::array texts{"all (%1) of .*"};
        const SentenceTemplates templates("Nowhere", texts);
        QCOMPARE(templates.find(u"all (3\n4) of .*"_s)->values, QStringList{u"3\n4"_s});
        QVERIFY(!templates.find(u"all (3) of it"_s));
    }

    void placesStandInAnyOrder()
    {
        static constexpr std::array texts{"%2 is a number, and %1 is none"};
        const SentenceTemplates templates("Nowhere", texts);
        QCOMPARE(templates.find(u"length is a number, and x is none"_s)->values,
                 (QStringList{u"x"_s, u"length"_s}));
    }

    void fillsAllPlacesAtOnce()
    {
        QCOMPARE(filled(u"%2 before %1"_s, {u"%2"_s, u"b"_s}), u"b before %2"_s);
        QCOMPARE(filled(u"100 % of %1"_s, {u"it"_s}), u"100 % of it"_s);
    }
};

SIGNALBOX_TEST(SentenceTemplatesTest)
#include "sentence_templates_test.moc"
