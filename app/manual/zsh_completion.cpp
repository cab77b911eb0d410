// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/command_list.h"
#include "app/manual/completed_option.h"
#include "app/manual/shell_completion.h"

namespace signalbox::app {

using namespace Qt::StringLiterals;

namespace {

constexpr auto frame = R"(#compdef signalbox
# zsh completion for signalbox; made from the program's own tables

_signalbox_setting() {
    local key=${PREFIX%%=*}
    local -a keys values
    if compset -P '*='; then
        case $key in
@VALUES@        esac
        (( $#values )) && compadd -a values
    else
        keys=(@KEYS@)
        compadd -S = -a keys
    fi
}

_signalbox() {
    local curcontext=$curcontext state line
    local -a options=(
@OPTIONS@    )
    _arguments -C : $options '1:command:((@COMMANDS@))' '*::argument:->argument' && return
    [[ $state == argument ]] || return 1
    case $words[1] in
@OWN@    *) _arguments : $options ;;
    esac
}

_signalbox "$@"
)";

/// Within single quotes, and within a specification of _arguments.
QString specified(QString text)
{
    return text.replace(u'\\', u"\\\\"_s)
        .replace(u'\'', u"'\\''"_s)
        .replace(u':', u"\\:"_s)
        .replace(u'[', u"\\["_s)
        .replace(u']', u"\\]"_s);
}

QString actionOf(const CompletedOption& option)
{
    switch (option.kind) {
    case CompletedValue::None:
        return {};
    case CompletedValue::Anything:
        return u" "_s;
    case CompletedValue::Files:
        return u"_files"_s;
    case CompletedValue::Directories:
        return u"_files -/"_s;
    case CompletedValue::Words:
        return u"(%1)"_s.arg(option.words.join(u' '));
    case CompletedValue::Settings:
        return u"_signalbox_setting"_s;
    }
    Q_UNREACHABLE();
}

QString specificationOf(const CompletedOption& option)
{
    QString specification = (option.repeatable ? u"*"_s : QString()) + option.name;
    specification += option.kind == CompletedValue::None ? QString() : u"="_s;
    specification += u'[' + specified(option.purpose) + u']';
    if (option.kind != CompletedValue::None) {
        specification += u':' + specified(option.value) + u':' + actionOf(option);
    }
    return u'\'' + specification + u'\'';
}

QString specificationsOf(const std::vector<OptionText>& options, const QString& indent, const QString& end)
{
    QString specifications;
    for (const CompletedOption& option : completedOptions(options)) {
        specifications += indent + specificationOf(option) + end;
    }
    return specifications;
}

QString ownCases(const std::vector<ManualCommand>& commands)
{
    QString cases;
    for (const ManualCommand& command : commands) {
        const QString head = u"    %1) "_s.arg(command.text.name);
        if (!command.options.empty()) {
            cases += head + u"_arguments :"_s + specificationsOf(command.options, u" "_s, {}) + u" ;;\n"_s;
        } else if (!command.words.isEmpty()) {
            cases += head + u"_arguments : $options '1:word:(%1)' ;;\n"_s.arg(command.words.join(u' '));
        } else if (command.takesFile) {
            cases += head + u"_arguments : $options '1:file:_files' ;;\n"_s;
        }
    }
    return cases;
}

} // namespace

QByteArray zshCompletion()
{
    const std::vector<ManualCommand> commands = manualCommands();
    QStringList described;
    for (const ManualCommand& command : commands) {
        described.append(
            u"%1\\:\"%2\""_s.arg(command.text.name, specified(command.text.purpose.simplified())));
    }
    QString values;
    QStringList keys;
    for (const CompletedSetting& setting : completedSettings()) {
        keys.append(setting.key);
        if (!setting.words.isEmpty()) {
            values += u"        %1) values=(%2) ;;\n"_s.arg(setting.key, setting.words.join(u' '));
        }
    }
    QString script = QString::fromLatin1(frame);
    script.replace(u"@VALUES@"_s, values)
        .replace(u"@KEYS@"_s, keys.join(u' '))
        .replace(u"@OPTIONS@"_s, specificationsOf(commandLineOptions(), QString(8, u' '), u"\n"_s))
        .replace(u"@COMMANDS@"_s, described.join(u' '))
        .replace(u"@OWN@"_s, ownCases(commands));
    return script.toUtf8();
}

} // namespace signalbox::app
