// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/manual_sections.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::app;
using namespace Qt::StringLiterals;

class ManualSectionsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsOptions()
    {
        QCOMPARE(optionsSection({{{u"h"_s, u"help"_s}, {}, u"print this"_s, {}},
                                 {{u"listen"_s}, u"ADDR:PORT"_s, u"where to listen"_s, {}}}),
                 QByteArray(".Bl -tag -width Ds\n.It Fl h , Fl \\-help\nPrint this.\n"
                            ".It Fl \\-listen Ar ADDR:PORT\nWhere to listen.\n.El\n"));
    }

    void listsCommandsWithOptionsOfTheirOwn()
    {
        const ManualCommand token{{u"token"_s, u"show|rotate"_s, u"print it"_s}, {}, {}, false};
        ManualCommand send{{u"send"_s, {}, u"send something"_s}, {}, {}, false};
        send.options = {{{u"all"_s}, {}, u"to everybody"_s, {}}};
        QCOMPARE(commandsSection({token, send}),
                 QByteArray(".Bl -tag -width Ds\n.It Ic token Ar show|rotate\nPrint it.\n"
                            ".It Ic send\nSend something.\n"
                            ".Bl -tag -width Ds\n.It Fl \\-all\nTo everybody.\n.El\n.El\n"));
    }

    void listsSettingsWithTheirDefaults()
    {
        QCOMPARE(
            settingsSection(
                u"# About the file.\n\n[log]\n# How much it tells.\n# Twice.\n#level = \"info\"\n\n"
                "# What is built in.\n[endpoints]\n# The echo.\n#echo.enabled = true\n"_s),
            QByteArray(
                ".Ss log\n.Bl -tag -width Ds\n.It Ic level = \\(dqinfo\\(dq\nHow much it tells.\nTwice.\n"
                ".El\n.Ss endpoints\nWhat is built in.\n.Bl -tag -width Ds\n"
                ".It Ic echo.enabled = true\nThe echo.\n.El\n"));
    }

    void listsCodesWithWhatComesBeforeThem()
    {
        const QString readme =
            u"# X\n\n## Codes\n\nEvery refusal has `a code`.\n\nOf an envelope.\n\n"
            "| code | status | meaning |\n|---|---|---|\n"
            "| `envelope.not_json` | 400 | not JSON |\n| `a.b` | 401 | `action` is missing |\n\n"
            "Of **frames**.\n\n| code | meaning |\n|---|---|\n| `1001` | the end |\n\n## More\n\n| no |\n"_s;
        QCOMPARE(
            codesSection(readme),
            QByteArray(
                "Every refusal has a code.\n.Pp\nOf an envelope.\n.Bl -tag -width Ds\n"
                ".It Li envelope.not_json Pq 400\nNot JSON.\n.It Li \"\\&a.b\" Pq 401\naction is missing.\n"
                ".El\n.Pp\nOf frames.\n.Bl -tag -width Ds\n.It Li 1001\nThe end.\n.El\n"));
    }
};

SIGNALBOX_TEST(ManualSectionsTest)
#include "manual_sections_test.moc"
