// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_commands.h"

#include "server/settings/settings_text.h"
#include "tests/support/test_registry.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryFile>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::app;
using namespace Qt::StringLiterals;

class ConfigCommandsTest : public QObject {
    Q_OBJECT

    QTemporaryFile m_file;

    SettingsSources fileWith(const QByteArray& text)
    {
        SettingsSources sources;
        if (m_file.open() && m_file.resize(0) && m_file.write(text) == text.size() && m_file.flush()) {
            sources.file = m_file.fileName();
        }
        m_file.close();
        return sources;
    }

private Q_SLOTS:
    void saysThatAFileIsRight()
    {
        const SettingsSources sources = fileWith("limits.max_clients = 3\n");
        const CommandOutput output = runPrintingCommand(Task::CheckConfig, sources);
        QCOMPARE(output.status, ExitStatus::Success);
        QCOMPARE(output.standardOutput, sources.file.toUtf8() + ": ok\n");
        QCOMPARE(output.standardError, "");
    }

    void checksWithoutAFile()
    {
        const CommandOutput output = runPrintingCommand(Task::CheckConfig, {});
        QCOMPARE(output.status, ExitStatus::Success);
        QVERIFY(output.standardOutput.startsWith("no configuration file"));
    }

    void printsAllErrorsOfAFile()
    {
        const SettingsSources sources = fileWith("[limits]\nmax_clients = 0\nmax_tags = 1\n");
        for (const Task task : {Task::CheckConfig, Task::PrintConfig}) {
            const CommandOutput output = runPrintingCommand(task, sources);
            QCOMPARE(output.status, ExitStatus::BadConfiguration);
            QCOMPARE(output.standardOutput, "");
            QCOMPARE(output.standardError.count('\n'), 2);
            QVERIFY(output.standardError.startsWith(sources.file.toUtf8() + ":2:1: "));
        }
    }

    void refusesToBeReachedByAccident()
    {
        const CommandOutput output =
            runPrintingCommand(Task::CheckConfig, fileWith("listener.addresses = [\"0.0.0.0:5210\"]\n"));
        QCOMPARE(output.status, ExitStatus::BadConfiguration);
        QVERIFY(output.standardError.contains("listener.allow_insecure = true"));
    }

    void warnsOnStandardError()
    {
        const CommandOutput output = runPrintingCommand(
            Task::CheckConfig,
            fileWith("listener.addresses = [\"0.0.0.0:1\"]\nlistener.allow_insecure = true\n"));
        QCOMPARE(output.status, ExitStatus::Success);
        QVERIFY(output.standardOutput.endsWith(": ok\n"));
        QVERIFY(output.standardError.contains("open to other machines"));
    }

    void printsTheSettingsInForce()
    {
        SettingsSources sources = fileWith("limits.max_clients = 3\n");
        sources.commandLine.push_back({"log.level",
                                       PlainText{u"debug"_s},
                                       {SettingOrigin::Source::CommandLine, u"--log-level"_s, 0, 0}});
        const CommandOutput output = runPrintingCommand(Task::PrintConfig, sources);
        QCOMPARE(output.status, ExitStatus::Success);
        const QString text = QString::fromUtf8(output.standardOutput);
        QVERIFY(text.contains(QRegularExpression(u"\nmax_clients = 3 +# .*:1:8\n"_s)));
        QVERIFY(text.contains(QRegularExpression(u"\nlevel = \"debug\" +# --log-level\n"_s)));
    }

    void printsTheDefaultConfiguration()
    {
        const CommandOutput output = runPrintingCommand(Task::DefaultConfig, {});
        QCOMPARE(output.status, ExitStatus::Success);
        QCOMPARE(output.standardOutput, defaultSettingsText());
        QVERIFY(output.standardOutput.contains("[listener]"));
    }

    void printsHelpAndVersionToStandardOutput()
    {
        QVERIFY(runPrintingCommand(Task::Help, {}).standardOutput.contains("--no-gui"));
        const QByteArray version = runPrintingCommand(Task::Version, {}).standardOutput;
        QVERIFY(version.startsWith("Signalbox "));
        QVERIFY(version.contains("\ncomponents: "));
    }
};

SIGNALBOX_TEST(ConfigCommandsTest)
#include "config_commands_test.moc"
