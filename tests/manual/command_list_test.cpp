// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/command_list.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace signalbox::app;
using namespace Qt::StringLiterals;

class CommandListTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasEveryCommandOfTheProgram()
    {
        const std::vector<ManualCommand> commands = manualCommands();
        QCOMPARE(commands.size(), commandLineCommands().size());
        for (const CommandText& text : commandLineCommands()) {
            QVERIFY(find(commands, text.name) != nullptr);
        }
    }

    void knowsWhatMayFollow()
    {
        const std::vector<ManualCommand> commands = manualCommands();
        QCOMPARE(find(commands, u"token"_s)->words, QStringList({u"show"_s, u"rotate"_s}));
        QVERIFY(!find(commands, u"token"_s)->takesFile);
        QVERIFY(find(commands, u"check-config"_s)->takesFile);
        QVERIFY(find(commands, u"check-config"_s)->words.isEmpty());
        QVERIFY(find(commands, u"print-config"_s)->words.isEmpty());
    }

private:
    static const ManualCommand* find(const std::vector<ManualCommand>& commands, const QString& name)
    {
        const auto found =
            std::ranges::find(commands, name, [](const ManualCommand& command) { return command.text.name; });
        return found == commands.end() ? nullptr : &*found;
    }
};

SIGNALBOX_TEST(CommandListTest)
#include "command_list_test.moc"
