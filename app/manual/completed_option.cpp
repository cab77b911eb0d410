// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/completed_option.h"

#include "app/translations.h"
#include "server/settings/settings_table.h"

namespace signalbox::app {

using namespace Qt::StringLiterals;

namespace {

QStringList wordsOf(const SettingKey& key)
{
    if (const auto* const choice = std::get_if<ChoiceField>(&key.field)) {
        return choice->words;
    }
    return std::holds_alternative<BooleanField>(key.field) ? QStringList{u"true"_s, u"false"_s}
                                                           : QStringList();
}

QStringList wordsOf(const OptionText& option)
{
    if (option.longName() == u"lang"_s) {
        return languages();
    }
    const SettingKey* const key = findSettingKey(option.setting);
    return key == nullptr ? QStringList() : wordsOf(*key);
}

} // namespace

CompletedOption completedOption(const OptionText& option)
{
    CompletedOption completed{u"--"_s + option.longName(), option.purpose.simplified(), option.value};
    if (option.value.isEmpty()) {
        return completed;
    }
    completed.words = wordsOf(option);
    completed.kind = option.value == u"FILE"_s                ? CompletedValue::Files
                     : option.value == u"DIR"_s               ? CompletedValue::Directories
                     : option.value == u"SECTION.KEY=VALUE"_s ? CompletedValue::Settings
                     : completed.words.isEmpty()              ? CompletedValue::Anything
                                                              : CompletedValue::Words;
    completed.repeatable = option.purpose.contains(u"repeatable"); // which is how the help says it
    return completed;
}

std::vector<CompletedOption> completedOptions(const std::vector<OptionText>& options)
{
    std::vector<CompletedOption> completed;
    for (const OptionText& option : options) {
        completed.push_back(completedOption(option));
    }
    return completed;
}

std::vector<CompletedSetting> completedSettings()
{
    std::vector<CompletedSetting> completed;
    for (const SettingKey& key : settingKeys()) {
        completed.push_back({QString::fromLatin1(key.name), wordsOf(key)});
    }
    return completed;
}

} // namespace signalbox::app
