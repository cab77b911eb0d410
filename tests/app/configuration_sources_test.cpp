// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration_sources.h"

#include "tests/support/test_registry.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::app;
using namespace Qt::StringLiterals;

class ConfigurationSourcesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheFileOfTheProfile()
    {
        const QTemporaryDir profile;
        QVERIFY(QDir(profile.path()).mkdir(u"config"_s));
        QFile file(profile.filePath(u"config/signalbox.toml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("limits.max_clients = 3\n") > 0);
        file.close();
        Invocation invocation;
        invocation.profile = profile.path();
        const auto sources = findConfigurationSources(invocation, {});
        QCOMPARE(sources.settings.file, file.fileName());
        QCOMPARE(sources.paths.state, profile.filePath(u"state"_s));
        QCOMPARE(loadSettings(sources.settings)->settings.limits.maxClients, 3);
    }

    void insistsOnAFileThatIsNamed()
    {
        Invocation invocation;
        invocation.configFile = u"/nonexistent/signalbox.toml"_s;
        const auto sources = findConfigurationSources(invocation, {});
        const auto loaded = loadSettings(sources.settings);
        QVERIFY(!loaded.ok());
        QVERIFY(loaded.error().message.contains(u"/nonexistent/signalbox.toml: cannot be read"_s));
    }

    void passesEnvironmentAndOptionsOn()
    {
        const QTemporaryDir empty;
        QProcessEnvironment environment;
        environment.insert(u"XDG_CONFIG_HOME"_s, empty.path());
        environment.insert(u"SIGNALBOX_LIMITS_MAX_CLIENTS"_s, u"4"_s);
        Invocation invocation;
        invocation.settings.push_back({"limits.max_recipients", PlainText{u"5"_s}, {}});
        const auto loaded = loadSettings(findConfigurationSources(invocation, environment).settings);
        QVERIFY(loaded.ok());
        QCOMPARE(loaded->settings.limits.maxClients, 4);
        QCOMPARE(loaded->settings.limits.maxRecipients, 5);
    }

    void worksInACleanedEnvironment()
    {
        const auto sources = findConfigurationSources({}, {});
        QVERIFY(!sources.paths.state.isEmpty() || !sources.paths.warning.isEmpty());
    }
};

SIGNALBOX_TEST(ConfigurationSourcesTest)
#include "configuration_sources_test.moc"
