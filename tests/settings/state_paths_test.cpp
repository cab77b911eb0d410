// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/state_paths.h"

#include "server/settings/home_directory.h"
#include "tests/support/test_registry.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class StatePathsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_home;
    StatePathSources m_sources; // of each test

private Q_SLOTS:
    void init()
    {
        m_sources = {};
        m_sources.userHome = [] { return QString(); };
    }

    void savesNothingWithoutAHomeAndSaysSoOnce()
    {
        const StatePaths paths = findStatePaths(m_sources);
        QVERIFY(paths.config.isEmpty() && paths.data.isEmpty() && paths.state.isEmpty());
        QVERIFY(paths.warning.contains(u"--data-dir"_s));
        QCOMPARE(paths.warning.count(u'\n'), 0);
    }

    void asksTheUserDatabaseInACleanedEnvironment()
    {
        m_sources.userHome = [this] { return m_home.path(); };
        const StatePaths paths = findStatePaths(m_sources);
        QCOMPARE(paths.config, m_home.path() + u"/.config/signalbox"_s);
        QCOMPARE(paths.data, m_home.path() + u"/.local/share/signalbox"_s);
        QCOMPARE(paths.state, m_home.path() + u"/.local/state/signalbox"_s);
        QVERIFY(paths.warning.isEmpty());
    }

    void knowsTheHomeOfThisUser()
    {
        const QString home = homeDirectoryFromUserDatabase();
        QVERIFY(home.isEmpty() || QDir::isAbsolutePath(home));
    }

    void trustsNoHomeThatIsNotThere_data()
    {
        QTest::addColumn<QString>("home");
        QTest::newRow("system user") << u"/nonexistent"_s;
        QTest::newRow("relative") << u"home"_s;
        QTest::newRow("empty") << u""_s;
    }
    void trustsNoHomeThatIsNotThere()
    {
        QFETCH(QString, home);
        m_sources.environment.insert(u"HOME"_s, home);
        QVERIFY(!findStatePaths(m_sources).warning.isEmpty());
        m_sources.environment.remove(u"HOME"_s);
        m_sources.userHome = [home] { return home; };
        QVERIFY(!findStatePaths(m_sources).warning.isEmpty());
    }

    void prefersTheEnvironmentToTheUserDatabase()
    {
        m_sources.environment.insert(u"HOME"_s, m_home.path());
        m_sources.userHome = [] { return u"/"_s; };
        QCOMPARE(findStatePaths(m_sources).config, m_home.path() + u"/.config/signalbox"_s);
    }

    void obeysXdg()
    {
        m_sources.environment.insert(u"HOME"_s, m_home.path());
        m_sources.environment.insert(u"XDG_CONFIG_HOME"_s, u"/x/config"_s);
        m_sources.environment.insert(u"XDG_DATA_HOME"_s, u"/x/data/"_s);
        m_sources.environment.insert(u"XDG_STATE_HOME"_s, u"relative"_s);
        const StatePaths paths = findStatePaths(m_sources);
        QCOMPARE(paths.config, u"/x/config/signalbox"_s);
        QCOMPARE(paths.data, u"/x/data/signalbox"_s);
        QCOMPARE(paths.state, m_home.path() + u"/.local/state/signalbox"_s);
    }

    void prefersTheDirectoriesOfSystemd()
    {
        m_sources.environment.insert(u"HOME"_s, m_home.path());
        m_sources.environment.insert(u"XDG_STATE_HOME"_s, u"/x"_s);
        m_sources.environment.insert(u"STATE_DIRECTORY"_s, u"/var/lib/signalbox:/var/lib/other"_s);
        m_sources.environment.insert(u"CONFIGURATION_DIRECTORY"_s, u"/etc/signalbox"_s);
        const StatePaths paths = findStatePaths(m_sources);
        QCOMPARE(paths.state, u"/var/lib/signalbox"_s);
        QCOMPARE(paths.data, u"/var/lib/signalbox"_s);
        QCOMPARE(paths.config, u"/etc/signalbox"_s);
    }

    void prefersTheDataDirectoryOfTheCommandLine()
    {
        m_sources.environment.insert(u"STATE_DIRECTORY"_s, u"/var/lib/signalbox"_s);
        m_sources.dataDirectory = u"/data/"_s;
        const StatePaths paths = findStatePaths(m_sources);
        QCOMPARE(paths.data, u"/data"_s);
        QCOMPARE(paths.state, u"/data"_s);
        QVERIFY(paths.warning.isEmpty());
    }

    void movesEverythingBelowAProfile()
    {
        m_sources.environment.insert(u"STATE_DIRECTORY"_s, u"/var/lib/signalbox"_s);
        m_sources.profile = u"one"_s;
        const QString profile = QDir::currentPath() + u"/one"_s;
        StatePaths paths = findStatePaths(m_sources);
        QCOMPARE(paths.config, profile + u"/config"_s);
        QCOMPARE(paths.data, profile + u"/data"_s);
        QCOMPARE(paths.state, profile + u"/state"_s);
        m_sources.dataDirectory = u"/data"_s;
        paths = findStatePaths(m_sources);
        QCOMPARE(paths.data, u"/data"_s);
        QCOMPARE(paths.state, profile + u"/state"_s);
    }

    void findsTheConfigurationFile()
    {
        QTemporaryDir user;
        QTemporaryDir system;
        const StatePaths paths{user.path(), {}, {}, {}};
        const auto make = [](const QTemporaryDir& directory) {
            QFile file(directory.filePath(u"signalbox.toml"_s));
            return file.open(QIODevice::WriteOnly);
        };
        QCOMPARE(findConfigFile({}, paths, system.path()), QString());
        QVERIFY(make(system));
        QCOMPARE(findConfigFile({}, paths, system.path()), system.filePath(u"signalbox.toml"_s));
        QCOMPARE(findConfigFile({}, {}, system.path()), system.filePath(u"signalbox.toml"_s));
        QVERIFY(make(user));
        QCOMPARE(findConfigFile({}, paths, system.path()), user.filePath(u"signalbox.toml"_s));
        QCOMPARE(findConfigFile(u"missing.toml"_s, paths, system.path()), u"missing.toml"_s);
    }
};

SIGNALBOX_TEST(StatePathsTest)
#include "state_paths_test.moc"
