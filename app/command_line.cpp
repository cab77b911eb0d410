// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include "app/command_line_options.h"
#include "app/translations.h"
#include "app/usage.h"
#include "server/core/nearest_word.h"
#include "server/core/plain_text.h"
#include "server/settings/setting_value.h"

#include <QtCore/QCommandLineParser>

namespace signalbox::app {

namespace {

using namespace Qt::StringLiterals;

Error unknownCommand(const QString& command)
{
    QStringList known;
    for (const CommandText& text : commandLineCommands()) {
        known.append(text.name);
    }
    const QString near = nearestWord(command, known);
    return usageError("unknown_command",
                      u"unknown command \"%1\"; "_s.arg(printable(command)) +
                          (near.isEmpty()
                               ? u"commands are %1; signalbox --help tells more"_s.arg(known.join(u", "))
                               : u"did you mean %1?"_s.arg(near)));
}

/// Turns what the parser found into an Invocation. Stays for one call of readCommandLine.
class InvocationReader final {
public:
    explicit InvocationReader(const QCommandLineParser& parser)
        : m_parser(parser)
    {
    }

    Result<Invocation> read()
    {
        if (m_parser.isSet(u"help"_s) || m_parser.isSet(u"version"_s)) {
            m_invocation.task = m_parser.isSet(u"help"_s) ? Task::Help : Task::Version;
            return m_invocation;
        }
        for (const Result<void>& step : {readOptions(), readSettings(), readCommand()}) {
            if (!step) {
                return step.error();
            }
        }
        return m_invocation;
    }

private:
    Result<void> readOptions()
    {
        m_invocation.demo = m_parser.isSet(u"demo"_s);
        m_invocation.once = m_parser.isSet(u"once"_s);
        m_invocation.window = !m_parser.isSet(u"no-gui"_s) && !m_invocation.once;
        m_invocation.configFile = m_parser.value(u"config"_s);
        m_invocation.dataDirectory = m_parser.value(u"data-dir"_s);
        m_invocation.profile = m_parser.value(u"profile"_s);
        m_invocation.language = m_parser.value(u"lang"_s);
        m_invocation.attach = m_parser.value(u"attach"_s);
        m_invocation.tokenFile = m_parser.value(u"token-file"_s);
        m_invocation.readOnly = m_parser.isSet(u"read-only"_s);
        for (const QString& option : {u"config"_s, u"data-dir"_s, u"profile"_s}) {
            if (m_parser.isSet(option) && m_parser.value(option).isEmpty()) {
                return usageError("empty_value", u"--%1 is empty"_s.arg(option));
            }
        }
        if (m_parser.isSet(u"lang"_s) && !languages().contains(m_invocation.language)) {
            return usageError("unknown_language",
                              u"--lang %1: languages are %2"_s.arg(printable(m_invocation.language),
                                                                   languages().join(u", ")));
        }
        if (const Result<void> attach = checkAttach(); !attach) {
            return attach.error();
        }
        if (m_invocation.once && !m_invocation.demo) {
            return usageError("once_without_demo", u"--once goes with --demo"_s);
        }
        return {};
    }

    /// What goes with --attach, and what does not.
    Result<void> checkAttach() const
    {
        if (!m_parser.isSet(u"attach"_s)) {
            const bool alone = m_parser.isSet(u"token-file"_s) || m_invocation.readOnly;
            return alone ? usageError("attach_missing", u"--token-file and --read-only go with --attach"_s)
                         : Result<void>();
        }
        if (!m_invocation.window || m_invocation.demo) {
            return usageError("attach_alone", u"--attach is the window alone: not with --no-gui or --demo"_s);
        }
        return checkBrokerUrl(m_invocation.attach, u"--attach"_s);
    }

    Result<void> readSettings()
    {
        for (const QString& assignment : m_parser.values(u"set"_s)) {
            const qsizetype equals = assignment.indexOf(u'=');
            if (equals < 0) {
                return usageError("bad_set",
                                  u"--set %1: write section.key=value"_s.arg(printable(assignment)));
            }
            const Result<void> added = addSetting(assignment.first(equals).trimmed().toUtf8(),
                                                  PlainText{assignment.sliced(equals + 1)}, u"--set"_s);
            if (!added) {
                return added.error();
            }
        }
        for (const OptionText& option : commandLineOptions()) { // stronger than --set
            if (!option.setting.isEmpty() && m_parser.isSet(option.longName())) {
                const Result<void> added =
                    addSetting(option.setting, valueOf(option), u"--"_s + option.longName());
                if (!added) {
                    return added.error();
                }
            }
        }
        return {};
    }

    WrittenValue valueOf(const OptionText& option) const
    {
        if (option.value.isEmpty()) {
            return true;
        }
        const bool list = !std::holds_alternative<ChoiceField>(findSettingKey(option.setting)->field);
        return list ? WrittenValue(m_parser.values(option.longName()))
                    : WrittenValue(PlainText{m_parser.value(option.longName())});
    }

    /// Checked now, so that a slip is a matter of usage and not of configuration.
    Result<void> addSetting(const QByteArray& name, const WrittenValue& value, const QString& option)
    {
        const SettingKey* key = findSettingKey(name);
        if (key == nullptr) {
            const QString near = nearestSettingKey(name);
            return usageError("unknown_key",
                              u"%1: unknown key \"%2\""_s.arg(option, printable(name)) +
                                  (near.isEmpty() ? u"; signalbox default-config prints all keys"_s
                                                  : u"; did you mean \"%1\"?"_s.arg(near)));
        }
        Settings scratch;
        const Result<void> assigned = assignSetting(scratch, *key, value);
        if (!assigned) {
            const QString place = option == u"--set"_s ? option + u' ' + QString::fromLatin1(name) : option;
            return usageError("bad_value", place + u": "_s + assigned.error().message);
        }
        m_invocation.settings.push_back({name, value, {SettingOrigin::Source::CommandLine, option, 0, 0}});
        return {};
    }

    Result<void> readCommand()
    {
        QStringList words = m_parser.positionalArguments();
        if (words.isEmpty()) {
            return {};
        }
        const QString command = words.takeFirst();
        if (command == u"check-config"_s) {
            m_invocation.task = Task::CheckConfig;
            return readFileToCheck(words);
        }
        if (command == u"token"_s) {
            return readTokenCommand(words);
        }
        if (command == u"print-config"_s) {
            m_invocation.task = Task::PrintConfig;
        } else if (command == u"default-config"_s) {
            m_invocation.task = Task::DefaultConfig;
        } else {
            return unknownCommand(command);
        }
        return words.isEmpty() ? Result<void>() : tooMuch(words.first());
    }

    Result<void> readTokenCommand(QStringList words)
    {
        const QString act = words.isEmpty() ? QString() : words.takeFirst();
        if (act != u"show" && act != u"rotate") {
            return usageError("bad_token_command", u"token: write token show or token rotate"_s);
        }
        m_invocation.task = act == u"show" ? Task::ShowToken : Task::RotateToken;
        return words.isEmpty() ? Result<void>() : tooMuch(words.first());
    }

    Result<void> readFileToCheck(QStringList words)
    {
        if (words.isEmpty()) {
            return {};
        }
        if (!m_invocation.configFile.isEmpty()) {
            return usageError("two_files", u"check-config takes FILE or --config, not both"_s);
        }
        m_invocation.configFile = words.takeFirst();
        return words.isEmpty() ? Result<void>() : tooMuch(words.first());
    }

    const QCommandLineParser& m_parser;
    Invocation m_invocation;
};

/// send and tail have options of their own. Nothing: it is neither.
std::optional<Result<Invocation>> readShellCommand(const QStringList& arguments)
{
    const QString command = arguments.value(1);
    if (command != u"send" && command != u"tail") {
        return std::nullopt;
    }
    Invocation invocation;
    invocation.window = false;
    const auto choose = [&invocation](Task task, const BrokerChoice& broker) {
        invocation.task = task;
        invocation.configFile = broker.configFile;
        invocation.dataDirectory = broker.dataDirectory;
        invocation.profile = broker.profile;
    };
    if (command == u"send") {
        const Result<SendOptions> send = readSendOptions(arguments.mid(2));
        if (!send) {
            return send.error();
        }
        invocation.send = *send;
        choose(Task::Send, send->broker);
    } else {
        const Result<TailOptions> tail = readTailOptions(arguments.mid(2));
        if (!tail) {
            return tail.error();
        }
        invocation.tail = *tail;
        choose(Task::Tail, tail->broker);
    }
    return invocation;
}

/// `--script-host [--memory BYTES] [--cpu SECONDS]`, in no help: the broker writes it. Nothing: it is not
/// that.
std::optional<Result<Invocation>> readScriptHost(const QStringList& arguments)
{
    if (arguments.value(1) != u"--script-host") {
        return std::nullopt;
    }
    Invocation invocation;
    invocation.task = Task::ScriptHost;
    invocation.window = false;
    for (qsizetype i = 2; i < arguments.size(); i += 2) {
        bool isNumber = false;
        const qint64 number = arguments.value(i + 1).toLongLong(&isNumber);
        if (!isNumber || number < 1 || (arguments[i] != u"--memory" && arguments[i] != u"--cpu")) {
            return usageError("bad_script_host",
                              u"--script-host takes --memory BYTES and --cpu SECONDS, from the broker"_s);
        }
        if (arguments[i] == u"--memory") {
            invocation.scriptLimits.memoryBytes = number;
        } else {
            invocation.scriptLimits.cpu = std::chrono::seconds(number);
        }
    }
    return invocation;
}

} // namespace

Result<Invocation> readCommandLine(const QStringList& arguments)
{
    if (const std::optional<Result<Invocation>> shell = readShellCommand(arguments)) {
        return *shell;
    }
    if (const std::optional<Result<Invocation>> host = readScriptHost(arguments)) {
        return *host;
    }
    QCommandLineParser parser;
    addOptions(parser, commandLineOptions());
    if (!parser.parse(arguments) && !parser.isSet(u"help"_s)) {
        return optionError(parser, commandLineOptions());
    }
    return InvocationReader(parser).read();
}

QString helpText()
{
    QString text = u"Signalbox: a console for WebSocket messaging with its own broker.\n\nUsage:\n"_s;
    text += helpLine(u"signalbox [options]"_s, u"broker and window"_s);
    text += helpLine(u"signalbox --no-gui [options]"_s, u"broker alone"_s);
    for (const CommandText& command : commandLineCommands()) {
        const QString head = u"signalbox "_s + command.name;
        text +=
            helpLine(command.arguments.isEmpty() ? head : head + u' ' + command.arguments, command.purpose);
    }
    text += u"\nOptions:\n"_s;
    text += optionsHelp(commandLineOptions());
    text +=
        u"\nSettings come from the command line, then the environment (SIGNALBOX_SECTION_KEY), then the\n"
        "configuration file, then the defaults. Data goes to stdout, the log to stderr.\n\n"
        "Exit status: 0 clean stop, 1 failure, 2 usage, 3 address in use, 69 no display, 78 bad "
        "configuration.\n"
        "Signals: TERM and INT stop (twice: at once), HUP reloads the configuration, USR2 logs the state.\n"_s;
    return text;
}

} // namespace signalbox::app
