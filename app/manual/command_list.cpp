// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/command_list.h"

#include "app/shell/shell_options.h"

namespace signalbox::app {

namespace {

std::vector<OptionText> optionsOf(const QString& command)
{
    if (command == u"send") {
        return sendOptionTexts();
    }
    return command == u"tail" ? tailOptionTexts() : std::vector<OptionText>();
}

/// "show|rotate" is two words; names in capitals are none.
QStringList wordsOf(const QString& arguments)
{
    const bool isAlternatives = arguments.contains(u'|') && arguments == arguments.toLower();
    return isAlternatives ? arguments.split(u'|') : QStringList();
}

} // namespace

std::vector<ManualCommand> manualCommands()
{
    std::vector<ManualCommand> commands;
    for (const CommandText& text : commandLineCommands()) {
        commands.push_back(
            {text, optionsOf(text.name), wordsOf(text.arguments), text.arguments == QLatin1String("[FILE]")});
    }
    return commands;
}

} // namespace signalbox::app
