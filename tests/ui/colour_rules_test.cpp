// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/dialogs/colour_rules_dialog.h"
#include "ui/models/colour_rules.h"

#include <QtTest/QtTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;

class ColourRulesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstRuleDecides()
    {
        ColourRules rules;
        rules.setRules({{u"opcod == text"_s, Meaning::Bad},
                        {u"from == ann"_s, Meaning::Good},
                        {u"fin"_s, Meaning::Incoming}});
        QCOMPARE(rules.colourOf(frame(1)), std::optional(Meaning::Good));
        link::FrameRow other = frame(2);
        other.user = "bob";
        QCOMPARE(rules.colourOf(other), std::optional(Meaning::Incoming));
        other.header.fin = false;
        QCOMPARE(rules.colourOf(other), std::nullopt);
    }

    void comeBackFromTexts()
    {
        ColourRules rules;
        rules.setRules({{u"from == ann"_s, Meaning::Good}, {u"fin"_s, Meaning::Outgoing}});
        ColourRules other;
        QSignalSpy changed(&other, &ColourRules::changed);
        other.restore(rules.asTexts() + QStringList{u"half"_s});
        QCOMPARE(other.rules(), rules.rules());
        QCOMPARE(changed.size(), 1);
        other.restore({u"fin"_s, u"nonsense"_s});
        QCOMPARE(other.rules().first().colour, Meaning::Warning);
    }

    void theDialogChangesThem()
    {
        ColourRules rules;
        rules.setRules({{u"fin"_s, Meaning::Bad}});
        ColourRulesDialog dialog(rules);
        QCOMPARE(dialog.filterOf(0).text(), u"fin"_s);
        QCOMPARE(dialog.colourOf(0).currentData().value<Meaning>(), Meaning::Bad);
        dialog.filterOf(1).setText(u"opcod == text"_s);
        QVERIFY(dialog.filterOf(1).toolTip().contains(u"opcode"_s));
        dialog.filterOf(1).setText(u"opcode == ping"_s);
        QVERIFY(dialog.filterOf(1).toolTip().isEmpty());
        dialog.addLine(); // an empty one is no rule
        dialog.accept();
        QCOMPARE(rules.rules(),
                 (QList<ColourRule>{{u"fin"_s, Meaning::Bad}, {u"opcode == ping"_s, Meaning::Warning}}));
    }
};

SIGNALBOX_TEST(ColourRulesTest)
#include "colour_rules_test.moc"
