// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/settings_loader.h"

#include "server/settings/setting_value.h"
#include "tests/support/test_registry.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

WrittenSetting option(const QByteArray& key, const QString& value)
{
    return {key, PlainText{value}, {SettingOrigin::Source::CommandLine, u"--set"_s}};
}

} // namespace

class SettingsLoaderTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;

    QString fileWith(const QByteArray& text)
    {
        QFile file(m_directory.filePath(u"signalbox.toml"_s));
        const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        return written ? file.fileName() : QString();
    }

    /// The lines of the error, the directory taken out; empty when there is none.
    QStringList errorsOf(const SettingsSources& sources)
    {
        const auto loaded = loadSettings(sources);
        if (loaded) {
            return {};
        }
        QString message = loaded.error().message;
        message.replace(m_directory.path() + u'/', QString());
        return loaded.error().code == "config.invalid" ? message.split(u'\n') : QStringList(u"code"_s);
    }

private Q_SLOTS:
    void givesTheDefaultsWithoutSources()
    {
        const auto loaded = loadSettings({});
        QVERIFY(loaded.ok());
        QVERIFY(changedKeys({}, loaded->settings).isEmpty());
        QVERIFY(loaded->origins.isEmpty() && loaded->warnings.isEmpty() && loaded->file.isEmpty());
        QCOMPARE(loaded->originOf("log.level").text(), u"default"_s);
    }

    void takesTheStrongestSource_data()
    {
        QTest::addColumn<bool>("inFile");
        QTest::addColumn<bool>("inEnvironment");
        QTest::addColumn<bool>("onCommandLine");
        QTest::addColumn<int>("clients");
        QTest::addColumn<QString>("origin");
        QTest::newRow("none") << false << false << false << 10'000 << u"default"_s;
        QTest::newRow("file") << true << false << false << 1 << u"signalbox.toml:2:1"_s;
        QTest::newRow("environment") << false << true << false << 2 << u"SIGNALBOX_LIMITS_MAX_CLIENTS"_s;
        QTest::newRow("environment over file")
            << true << true << false << 2 << u"SIGNALBOX_LIMITS_MAX_CLIENTS"_s;
        QTest::newRow("command line") << false << false << true << 3 << u"--set"_s;
        QTest::newRow("command line over file") << true << false << true << 3 << u"--set"_s;
        QTest::newRow("command line over all") << true << true << true << 3 << u"--set"_s;
    }
    void takesTheStrongestSource()
    {
        QFETCH(bool, inFile);
        QFETCH(bool, inEnvironment);
        QFETCH(bool, onCommandLine);
        SettingsSources sources;
        if (inFile) {
            sources.file = fileWith("[limits]\nmax_clients = 1\n");
        }
        if (inEnvironment) {
            sources.environment.insert(u"SIGNALBOX_LIMITS_MAX_CLIENTS"_s, u"2"_s);
        }
        if (onCommandLine) {
            sources.commandLine.push_back(option("limits.max_clients", u"3"_s));
        }
        const auto loaded = loadSettings(sources);
        QVERIFY(loaded.ok());
        QTEST(loaded->settings.limits.maxClients, "clients");
        QTEST(loaded->originOf("limits.max_clients").text().remove(m_directory.path() + u'/'), "origin");
    }

    void takesTheLastOfEqualOptions()
    {
        SettingsSources sources;
        sources.commandLine = {option("limits.max_clients", u"1"_s), option("limits.max_clients", u"2"_s)};
        QCOMPARE(loadSettings(sources)->settings.limits.maxClients, 2);
    }

    void readsEndpoints()
    {
        SettingsSources sources;
        sources.file = fileWith("[[endpoint]]\npath = \"/mychat\"\nsubprotocols = [\"chat\"]\n");
        const auto loaded = loadSettings(sources);
        QVERIFY(loaded.ok());
        QCOMPARE(loaded->settings.endpoints.size(), size_t(1));
        QCOMPARE(loaded->originOf("endpoint").line, 1);
    }

    void namesPlaceAndNearestKey_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("error");
        QTest::newRow("unknown key")
            << QByteArray("[limits]\n\nmax_hedder = 1\n")
            << u"signalbox.toml:3:1: unknown key \"limits.max_hedder\"; did you mean "
               "\"limits.max_header\"?"_s;
        QTest::newRow("unknown section")
            << QByteArray("[limit]\nmax_header = \"2 KiB\"\n")
            << u"signalbox.toml:2:1: unknown key \"limit.max_header\"; did you mean "
               "\"limits.max_header\"?"_s;
        QTest::newRow("empty unknown section")
            << QByteArray("[kitchen]\n")
            << u"signalbox.toml:1:2: unknown key \"kitchen\"; signalbox default-config prints all keys"_s;
        QTest::newRow("empty section, a slip")
            << QByteArray("[limitz]\n")
            << u"signalbox.toml:1:2: unknown key \"limitz\"; did you mean \"limits\"?"_s;
        QTest::newRow("key without a section")
            << QByteArray("workers = 2\n")
            << u"signalbox.toml:1:1: unknown key \"workers\"; did you mean \"threads.workers\"?"_s;
        QTest::newRow("a section as a key")
            << QByteArray("limits = 2\n")
            << u"signalbox.toml:1:1: \"limits\" is a section: write [limits], and its keys below"_s;
        QTest::newRow("a section as tables")
            << QByteArray("[[limits]]\nmax_clients = 2\n")
            << u"signalbox.toml:1:1: \"limits\" is a section: write [limits], not "
               "[[limits]]"_s;
        QTest::newRow("endpoint as a section")
            << QByteArray("[endpoint]\npath = \"/x\"\n")
            << u"signalbox.toml:2:1: endpoints stand in the configuration file alone, each below a line [[endpoint]]"_s;
        QTest::newRow("endpoints")
            << QByteArray("[[endpoints]]\npath = \"/x\"\n")
            << u"signalbox.toml:1:1: a further endpoint is an [[endpoint]]; [endpoints] switches what is built in"_s;
        QTest::newRow("wrong type")
            << QByteArray("[limits]\n  max_header = true\n")
            << u"signalbox.toml:2:3: limits.max_header: expected a size in bytes or with a unit "
               "(KiB, MiB or GiB) such as \"64 KiB\", got true"_s;
        QTest::newRow("out of range")
            << QByteArray("limits.max_clients = 0\n")
            << u"signalbox.toml:1:8: limits.max_clients: 0 is out of range: 1 to 1000000"_s;
        QTest::newRow("open to others")
            << QByteArray("[listener]\naddresses = [\"0.0.0.0:1\"]\n")
            << u"signalbox.toml:2:1: listener.addresses: 0.0.0.0:1 can be reached from other "
               "machines, and TLS and tokens come later; to listen there all the same: "
               "--allow-insecure, or listener.allow_insecure = true"_s;
        QTest::newRow("escape in a key")
            << QByteArray("\"\\u001b[2J\" = 1\n")
            << u"signalbox.toml:1:1: unknown key \"\\u{1b}[2J\"; signalbox default-config "
               "prints all keys"_s;
    }
    void namesPlaceAndNearestKey()
    {
        QFETCH(QByteArray, text);
        SettingsSources sources;
        sources.file = fileWith(text);
        const QStringList errors = errorsOf(sources);
        QCOMPARE(errors.size(), 1);
        QTEST(errors[0], "error");
    }

    void acceptsEmptySections()
    {
        SettingsSources sources;
        sources.file = fileWith("[limits]\n[http]\n");
        QCOMPARE(errorsOf(sources), QStringList());
    }

    void reportsEverythingAtOnce()
    {
        SettingsSources sources;
        sources.file = fileWith("[limits]\nmax_clients = 0\nmax_tags = 1\n[[endpoint]]\npath = \"x\"\n");
        sources.environment.insert(u"SIGNALBOX_LOG_LEVEL"_s, u"loud"_s);
        sources.commandLine.push_back(option("log.formt", u"json"_s));
        const QStringList errors = errorsOf(sources);
        QCOMPARE(errors.size(), 5);
        QVERIFY(errors[0].startsWith(u"signalbox.toml:2:1: "_s));
        QVERIFY(errors[1].startsWith(u"signalbox.toml:3:1: "_s));
        QVERIFY(errors[2].startsWith(u"signalbox.toml:5:1: "_s));
        QVERIFY(errors[3].startsWith(u"SIGNALBOX_LOG_LEVEL: log.level: "_s));
        QCOMPARE(errors[4], u"--set: unknown key \"log.formt\"; did you mean \"log.format\"?"_s);
    }

    void refusesSlipsInOurVariables()
    {
        SettingsSources sources;
        sources.environment.insert(u"SIGNALBOX_LIMITS_MAX_HEDDER"_s, u"1"_s);
        QCOMPARE(
            errorsOf(sources),
            QStringList(
                u"SIGNALBOX_LIMITS_MAX_HEDDER: unknown variable; did you mean SIGNALBOX_LIMITS_MAX_HEADER?"_s));
    }

    void startsAmongVariablesOfContainers()
    {
        SettingsSources sources;
        sources.environment.insert(u"SIGNALBOX_SERVICE_HOST"_s, u"10.0.0.1"_s);
        sources.environment.insert(u"SIGNALBOX_PORT_5210_TCP"_s, u"tcp://10.0.0.1:5210"_s);
        sources.environment.insert(u"OTHER_LIMITS_MAX_CLIENTS"_s, u"x"_s);
        const auto loaded = loadSettings(sources);
        QVERIFY(loaded.ok());
        QCOMPARE(loaded->warnings.size(), 2);
        QVERIFY(loaded->warnings[1].startsWith(u"SIGNALBOX_SERVICE_HOST: unknown variable, ignored"_s));
    }

    void refusesEndpointsOutsideTheFile()
    {
        SettingsSources sources;
        sources.commandLine.push_back(option("endpoint.path", u"/x"_s));
        QVERIFY(errorsOf(sources).value(0).contains(u"configuration file alone"_s));
    }

    void allowsToBeReachedWhenTold()
    {
        SettingsSources sources;
        sources.environment.insert(u"SIGNALBOX_LISTENER_ADDRESSES"_s, u"0.0.0.0:0"_s);
        QCOMPARE(errorsOf(sources).size(), 1);
        sources.commandLine.push_back(option("listener.allow_insecure", u"true"_s));
        const auto loaded = loadSettings(sources);
        QVERIFY(loaded.ok());
        QCOMPARE(loaded->warnings.size(), 1);
        QVERIFY(loaded->warnings[0].contains(u"0.0.0.0:0 is open to other machines"_s));
    }

    void saysWhyTheFileCannotBeRead()
    {
        SettingsSources sources;
        sources.file = m_directory.filePath(u"missing.toml"_s);
        QVERIFY(errorsOf(sources).value(0).startsWith(u"missing.toml: cannot be read: "_s));
        sources.file = m_directory.path();
        QVERIFY(errorsOf(sources).value(0).endsWith(u"cannot be read: it is a directory"_s));
        sources.file = fileWith(QByteArray(1024 * 1024 + 1, '\n'));
        QVERIFY(errorsOf(sources).value(0).endsWith(u"cannot be read: it has more than 1 MiB"_s));
        sources.file = fileWith(QByteArray(1024 * 1024, '\n'));
        QCOMPARE(errorsOf(sources), QStringList());
    }
};

SIGNALBOX_TEST(SettingsLoaderTest)
#include "settings_loader_test.moc"
