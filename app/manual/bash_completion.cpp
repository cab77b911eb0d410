// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/command_list.h"
#include "app/manual/completed_option.h"
#include "app/manual/shell_completion.h"

namespace signalbox::app {

using namespace Qt::StringLiterals;

namespace {

// Words are read from the line itself: readline cuts them at = and :, which stand in settings and addresses.
constexpr auto frame = R"(# bash completion for signalbox; made from the program's own tables

_signalbox_offer() { # WORDS CURRENT
    local IFS=$'\n'
    COMPREPLY=($(compgen -W "${1// /$'\n'}" -- "$2"))
}

_signalbox_setting() { # CURRENT
    case $1 in
@VALUES@    *=*) ;;
    *)
        _signalbox_offer "@KEYS@" "$1"
        compopt -o nospace
        ;;
    esac
}

_signalbox() {
    local line=${COMP_LINE:0:COMP_POINT} words=() word command= option= current cut
    read -ra words <<<"$line"
    [[ $line != *[[:space:]] ]] || words+=("")
    current=${words[-1]}
    for word in "${words[@]:1:${#words[@]}-2}"; do
        case $word in
        @COMMANDS@)
            command=$word
            break
            ;;
        esac
    done
    if [[ $current == --*=* ]]; then
        option=${current%%=*}
        current=${current#*=}
    elif ((${#words[@]} > 2)); then
        option=${words[-2]}
    fi
    COMPREPLY=()
    case $command:$option in
@CASES@    *)
        case $command:$current in
@OWN@        *:-*) _signalbox_offer "@OPTIONS@" "$current" ;;
        :*) _signalbox_offer "@COMMAND_WORDS@" "$current" ;;
        esac
        ;;
    esac
    cut=${current%"${current##*[=:]}"} # what readline takes for finished words
    COMPREPLY=("${COMPREPLY[@]#"$cut"}")
}

complete -F _signalbox signalbox
)";

QString namesOf(const std::vector<CompletedOption>& options)
{
    QStringList names;
    for (const CompletedOption& option : options) {
        names.append(option.name);
    }
    return names.join(u' ');
}

/// What completes the value of an option; empty for one that takes none.
QString actionOf(const CompletedOption& option)
{
    switch (option.kind) {
    case CompletedValue::None:
        return {};
    case CompletedValue::Anything:
        return u":"_s;
    case CompletedValue::Files:
        return u"compopt -o filenames && COMPREPLY=($(compgen -f -- \"$current\"))"_s;
    case CompletedValue::Directories:
        return u"compopt -o filenames && COMPREPLY=($(compgen -d -- \"$current\"))"_s;
    case CompletedValue::Words:
        return u"_signalbox_offer \"%1\" \"$current\""_s.arg(option.words.join(u' '));
    case CompletedValue::Settings:
        return u"_signalbox_setting \"$current\""_s;
    }
    Q_UNREACHABLE();
}

QString casesFor(const QString& command, const std::vector<CompletedOption>& options)
{
    QString cases;
    for (const CompletedOption& option : options) {
        if (const QString action = actionOf(option); !action.isEmpty()) {
            cases += u"    %1:%2) %3 ;;\n"_s.arg(command, option.name, action);
        }
    }
    return cases;
}

/// What a command takes: its own options, its words, a file.
QString ownCases(const std::vector<ManualCommand>& commands)
{
    QString cases;
    for (const ManualCommand& command : commands) {
        const QString name = command.text.name;
        if (!command.options.empty()) {
            cases += u"        %1:*) _signalbox_offer \"%2\" \"$current\" ;;\n"_s.arg(
                name, namesOf(completedOptions(command.options)));
        } else if (!command.words.isEmpty()) {
            cases += u"        %1:[!-]* | %1:) _signalbox_offer \"%2\" \"$current\" ;;\n"_s.arg(
                name, command.words.join(u' '));
        } else if (command.takesFile) {
            cases +=
                u"        %1:[!-]* | %1:) compopt -o filenames && COMPREPLY=($(compgen -f -- \"$current\")) ;;\n"_s
                    .arg(name);
        }
    }
    return cases;
}

QString valueCases()
{
    QString cases;
    for (const CompletedSetting& setting : completedSettings()) {
        if (!setting.words.isEmpty()) {
            QStringList values;
            for (const QString& word : setting.words) {
                values.append(setting.key + u'=' + word);
            }
            cases += u"    %1=*) _signalbox_offer \"%2\" \"$1\" ;;\n"_s.arg(setting.key, values.join(u' '));
        }
    }
    return cases;
}

} // namespace

QByteArray bashCompletion()
{
    const std::vector<ManualCommand> commands = manualCommands();
    const std::vector<CompletedOption> options = completedOptions(commandLineOptions());
    QStringList names;
    QString cases;
    for (const ManualCommand& command : commands) {
        names.append(command.text.name);
        cases += casesFor(command.text.name, completedOptions(command.options));
    }
    QStringList keys;
    for (const CompletedSetting& setting : completedSettings()) {
        keys.append(setting.key + u'=');
    }
    QString script = QString::fromLatin1(frame);
    script.replace(u"@VALUES@"_s, valueCases())
        .replace(u"@KEYS@"_s, keys.join(u' '))
        .replace(u"@COMMANDS@"_s, names.join(u" | "_s))
        .replace(u"@CASES@"_s, cases + casesFor(u"*"_s, options))
        .replace(u"@OWN@"_s, ownCases(commands))
        .replace(u"@OPTIONS@"_s, namesOf(options))
        .replace(u"@COMMAND_WORDS@"_s, names.join(u' '));
    return script.toUtf8();
}

} // namespace signalbox::app
