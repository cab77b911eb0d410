// SPDX-License-Identifier: GPL-3.0-or-later
// That the shells really complete with these is tested in tests/integration/completion_test.py.
#include "app/manual/shell_completion.h"

#include "app/command_line_options.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::app;

class ShellCompletionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesEveryOptionAndCommand()
    {
        for (const QByteArray& script : {bashCompletion(), zshCompletion()}) {
            for (const OptionText& option : commandLineOptions()) {
                QVERIFY2(script.contains("--" + option.longName().toLatin1()), qPrintable(option.longName()));
            }
            for (const CommandText& command : commandLineCommands()) {
                QVERIFY2(script.contains(command.name.toLatin1()), qPrintable(command.name));
            }
            QVERIFY(!script.contains("@O") && !script.contains("@C") && !script.contains("@V") &&
                    !script.contains("@K"));
        }
    }

    void keepsQuotesApart()
    {
        QVERIFY(
            zshCompletion().contains("[the window'\\''s language, de or en (default\\: the system'\\''s)]"));
    }
};

SIGNALBOX_TEST(ShellCompletionTest)
#include "shell_completion_test.moc"
