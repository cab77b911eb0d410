// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include "app/command_line_options.h"
#include "server/settings/settings_table.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::app;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(signalbox::app::Task)

namespace {

Result<Invocation> read(const QStringList& arguments)
{
    return readCommandLine(QStringList(u"signalbox"_s) + arguments);
}

} // namespace

class CommandLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsWithAWindowByDefault()
    {
        const auto invocation = read({});
        QVERIFY(invocation.ok());
        QCOMPARE(invocation->task, Task::Run);
        QVERIFY(invocation->window && !invocation->demo && !invocation->once);
        QVERIFY(invocation->settings.empty() && invocation->configFile.isEmpty());
        QVERIFY(invocation->dataDirectory.isEmpty() && invocation->profile.isEmpty());
    }

    void readsSwitchesAndDirectories()
    {
        const auto invocation = read({u"--no-gui"_s, u"--demo"_s, u"--config"_s, u"a.toml"_s,
                                      u"--data-dir=/d"_s, u"--profile"_s, u"p"_s});
        QVERIFY(invocation.ok());
        QVERIFY(!invocation->window && invocation->demo && !invocation->once);
        QCOMPARE(invocation->configFile, u"a.toml"_s);
        QCOMPARE(invocation->dataDirectory, u"/d"_s);
        QCOMPARE(invocation->profile, u"p"_s);
    }

    void needsNoWindowForOneBroadcast()
    {
        const auto invocation = read({u"--demo"_s, u"--once"_s});
        QVERIFY(invocation.ok());
        QVERIFY(invocation->demo && invocation->once && !invocation->window);
    }

    void knowsItsCommands_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<Task>("task");
        QTest::addColumn<QString>("file");
        QTest::newRow("short help") << QStringList{u"-h"_s} << Task::Help << u""_s;
        QTest::newRow("help") << QStringList{u"--help"_s} << Task::Help << u""_s;
        QTest::newRow("help among slips") << QStringList{u"--bogus"_s, u"--help"_s} << Task::Help << u""_s;
        QTest::newRow("help of a command") << QStringList{u"print-config"_s, u"-h"_s} << Task::Help << u""_s;
        QTest::newRow("short version") << QStringList{u"-v"_s} << Task::Version << u""_s;
        QTest::newRow("version") << QStringList{u"--version"_s} << Task::Version << u""_s;
        QTest::newRow("check-config") << QStringList{u"check-config"_s} << Task::CheckConfig << u""_s;
        QTest::newRow("check-config of a file")
            << QStringList{u"check-config"_s, u"f.toml"_s} << Task::CheckConfig << u"f.toml"_s;
        QTest::newRow("check-config by option")
            << QStringList{u"--config"_s, u"f.toml"_s, u"check-config"_s} << Task::CheckConfig << u"f.toml"_s;
        QTest::newRow("check-config after --")
            << QStringList{u"check-config"_s, u"--"_s, u"-f.toml"_s} << Task::CheckConfig << u"-f.toml"_s;
        QTest::newRow("print-config") << QStringList{u"print-config"_s} << Task::PrintConfig << u""_s;
        QTest::newRow("token show") << QStringList{u"token"_s, u"show"_s} << Task::ShowToken << u""_s;
        QTest::newRow("token rotate") << QStringList{u"token"_s, u"rotate"_s} << Task::RotateToken << u""_s;
        QTest::newRow("default-config") << QStringList{u"default-config"_s} << Task::DefaultConfig << u""_s;
    }
    void knowsItsCommands()
    {
        QFETCH(QStringList, arguments);
        const auto invocation = read(arguments);
        QVERIFY2(invocation.ok(), invocation.ok() ? "" : qPrintable(invocation.error().message));
        QTEST(invocation->task, "task");
        QTEST(invocation->configFile, "file");
    }

    void turnsOptionsIntoSettings_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("option");
        QTest::newRow("--listen") << QStringList{u"--listen"_s, u"[::1]:0"_s, u"--listen"_s, u"127.0.0.1:0"_s}
                                  << QByteArray("listener.addresses") << u"--listen"_s;
        QTest::newRow("--allow-origin") << QStringList{u"--allow-origin"_s, u"https://a.example"_s}
                                        << QByteArray("http.allowed_origins") << u"--allow-origin"_s;
        QTest::newRow("--allow-insecure") << QStringList{u"--allow-insecure"_s}
                                          << QByteArray("listener.allow_insecure") << u"--allow-insecure"_s;
        QTest::newRow("--log-level") << QStringList{u"--log-level"_s, u"debug"_s} << QByteArray("log.level")
                                     << u"--log-level"_s;
        QTest::newRow("--log-format")
            << QStringList{u"--log-format=json"_s} << QByteArray("log.format") << u"--log-format"_s;
        QTest::newRow("--set") << QStringList{u"--set"_s, u"limits.max_header=64 KiB"_s}
                               << QByteArray("limits.max_header") << u"--set"_s;
        QTest::newRow("--set of an empty list") << QStringList{u"--set"_s, u"http.allowed_hosts="_s}
                                                << QByteArray("http.allowed_hosts") << u"--set"_s;
    }
    void turnsOptionsIntoSettings()
    {
        QFETCH(QStringList, arguments);
        const auto invocation = read(arguments);
        QVERIFY2(invocation.ok(), invocation.ok() ? "" : qPrintable(invocation.error().message));
        QCOMPARE(invocation->settings.size(), size_t(1));
        QTEST(invocation->settings[0].key, "key");
        QCOMPARE(invocation->settings[0].origin.source, SettingOrigin::Source::CommandLine);
        QTEST(invocation->settings[0].origin.text(), "option");
    }

    void gathersRepeatedOptions()
    {
        const auto listen = read({u"--listen"_s, u"[::1]:1"_s, u"--listen"_s, u"127.0.0.1:2"_s});
        QCOMPARE(std::get<QStringList>(listen->settings.at(0).value),
                 (QStringList{u"[::1]:1"_s, u"127.0.0.1:2"_s}));
        const auto set = read({u"--set"_s, u"log.level=info"_s, u"--set"_s, u"log.format=json"_s});
        QCOMPARE(set->settings.size(), size_t(2));
    }

    void letsOptionsOfTheirOwnWinOverSet()
    {
        const auto invocation = read({u"--log-level"_s, u"debug"_s, u"--set"_s, u"log.level=error"_s});
        QCOMPARE(invocation->settings.back().origin.text(), u"--log-level"_s);
    }

    void refusesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QStringList& arguments, const char* code,
                            const QString& says) {
            QTest::newRow(name) << arguments << QByteArray(code) << says;
        };
        row("a slip in an option", {u"--lisen"_s, u"x"_s}, "usage.unknown_option",
            u"unknown option --lisen; did you mean --listen?"_s);
        row("another slip", {u"--nogui"_s}, "usage.unknown_option", u"did you mean --no-gui?"_s);
        row("an option like no other", {u"--telescope"_s}, "usage.unknown_option",
            u"unknown option --telescope; signalbox --help lists the options"_s);
        row("a letter", {u"-x"_s}, "usage.unknown_option", u"unknown option -x; signalbox --help"_s);
        row("an option of a later version", {u"--record"_s, u"/tmp"_s}, "usage.unknown_option",
            u"--record"_s);
        row("no broker to attach to", {u"--attach"_s, u"localhost"_s}, "usage.bad_url",
            u"--attach localhost"_s);
        row("attached without a window", {u"--attach"_s, u"ws://x"_s, u"--no-gui"_s}, "usage.attach_alone",
            u"--no-gui"_s);
        row("only looking at its own", {u"--read-only"_s}, "usage.attach_missing", u"--attach"_s);
        row("an escape", {u"--\x1b[2J"_s}, "usage.unknown_option", u"--\\u{1b}[2J"_s);
        row("a slip in a command", {u"chek-config"_s}, "usage.unknown_command",
            u"did you mean check-config?"_s);
        row("another command", {u"record"_s}, "usage.unknown_command",
            u"commands are send, tail, check-config, print-config"_s);
        row("a word too many", {u"print-config"_s, u"x"_s}, "usage.too_much",
            u"\"x\" is one word too many"_s);
        row("two files", {u"check-config"_s, u"a"_s, u"b"_s}, "usage.too_much", u"\"b\""_s);
        row("file and option", {u"check-config"_s, u"a"_s, u"--config"_s, u"b"_s}, "usage.two_files",
            u"not both"_s);
        row("no value", {u"--listen"_s}, "usage.bad_option", u"--listen"_s);
        row("a value too many", {u"--demo=yes"_s}, "usage.bad_option", u"--demo"_s);
        row("empty file", {u"--config="_s}, "usage.empty_value", u"--config is empty"_s);
        row("empty directory", {u"--profile"_s, u""_s}, "usage.empty_value", u"--profile is empty"_s);
        row("--once alone", {u"--once"_s}, "usage.once_without_demo", u"--once goes with --demo"_s);
        row("no address", {u"--listen"_s, u"5210"_s}, "usage.bad_value",
            u"--listen: \"5210\" is no address"_s);
        row("no level", {u"--log-level"_s, u"loud"_s}, "usage.bad_value",
            u"--log-level: expected one of error"_s);
        row("no origin", {u"--allow-origin"_s, u"null"_s}, "usage.bad_value", u"--allow-origin: \"null\""_s);
        row("--set without a value", {u"--set"_s, u"log.level"_s}, "usage.bad_set",
            u"write section.key=value"_s);
        row("--set of another key", {u"--set"_s, u"log.levl=info"_s}, "usage.unknown_key",
            u"--set: unknown key \"log.levl\"; did you mean \"log.level\"?"_s);
        row("--set out of range", {u"--set"_s, u"limits.max_clients=0"_s}, "usage.bad_value",
            u"--set limits.max_clients: \"0\" is out of range"_s);
    }
    void refusesWhatItDoesNotKnow()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const auto invocation = read(arguments);
        QVERIFY(!invocation.ok());
        QTEST(invocation.error().code, "code");
        QVERIFY2(invocation.error().message.contains(says), qPrintable(invocation.error().message));
        QCOMPARE(invocation.error().message.count(u'\n'), 0);
    }

    void theBrokerStartsAScriptHost()
    {
        const auto host = readCommandLine(
            {u"signalbox"_s, u"--script-host"_s, u"--memory"_s, u"1000"_s, u"--cpu"_s, u"3"_s});
        QVERIFY(host.ok());
        QCOMPARE(host->task, Task::ScriptHost);
        QCOMPARE(host->scriptLimits.memoryBytes, 1000);
        QCOMPARE(host->scriptLimits.cpu, std::chrono::seconds(3));
        QVERIFY(readCommandLine({u"signalbox"_s, u"--script-host"_s}).ok());
        for (const QStringList& wrong : {QStringList{u"--memory"_s}, QStringList{u"--cpu"_s, u"0"_s},
                                         QStringList{u"--port"_s, u"1"_s}}) {
            QVERIFY(!readCommandLine(QStringList{u"signalbox"_s, u"--script-host"_s} + wrong).ok());
        }
        QVERIFY(!helpText().contains(u"script-host"_s));
    }

    void helpsWithEveryOptionAndCommand()
    {
        const QString help = helpText();
        for (const OptionText& option : commandLineOptions()) {
            QVERIFY2(help.contains(u"--"_s + option.longName()), qPrintable(option.longName()));
            QVERIFY2(option.setting.isEmpty() || findSettingKey(option.setting) != nullptr, option.setting);
        }
        for (const CommandText& command : commandLineCommands()) {
            QVERIFY2(help.contains(u"signalbox "_s + command.name), qPrintable(command.name));
        }
        for (const QString& line : help.split(u'\n')) {
            QVERIFY2(line.size() <= 110, qPrintable(line));
        }
        QVERIFY(help.endsWith(u'\n'));
    }
};

SIGNALBOX_TEST(CommandLineTest)
#include "command_line_test.moc"
