// SPDX-License-Identifier: GPL-3.0-or-later
// The switches of what is built in, however they are written.
#include "server/settings/endpoint_keys.h"

#include "server/settings/settings_check.h"
#include "server/settings/settings_loader.h"
#include "tests/support/test_registry.h"

#include <QtCore/QTemporaryFile>
#include <QtTest/QTest>

using namespace signalbox;

class EndpointKeysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areAllOnByDefault()
    {
        std::vector<SettingKey> keys;
        addEndpointKeys(keys);
        QVERIFY(keys.size() >= 8);
        for (const SettingKey& key : keys) {
            QVERIFY2(std::get<BooleanField>(key.field).member.read(Settings()), key.name.data());
            QVERIFY2(key.name.startsWith("endpoints.") && key.name.endsWith(".enabled"), key.name.data());
        }
    }

    void areWrittenInAnyFormOfToml_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("a section for each") << QByteArray("[endpoints.echo]\nenabled = false\n");
        QTest::newRow("one section") << QByteArray("[endpoints]\necho.enabled = false\n");
        QTest::newRow("no section") << QByteArray("endpoints.echo.enabled = false\n");
    }
    void areWrittenInAnyFormOfToml()
    {
        QFETCH(QByteArray, text);
        QTemporaryFile file;
        QVERIFY(file.open() && file.write(text) == text.size() && file.flush());
        SettingsSources sources;
        sources.file = file.fileName();
        const auto loaded = loadSettings(sources);
        QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().message));
        QVERIFY(!loaded->settings.builtIn.echo);
        QVERIFY(loaded->settings.builtIn.envelope);
    }

    void warnOfADemoWithoutItsScripts()
    {
        Settings settings;
        settings.builtIn.scripts = false;
        QCOMPARE(checkSettings(settings).size(), size_t(1));
        settings.builtIn.demo = false;
        QCOMPARE(checkSettings(settings).size(), size_t(0));
    }

    void warnOfAProxyThatIsEverybody()
    {
        Settings settings;
        settings.http.trustedProxies = {"0.0.0.0/0"};
        const auto findings = checkSettings(settings);
        QCOMPARE(findings.size(), size_t(1));
        QCOMPARE(findings[0].severity, Severity::Warning);
        QCOMPARE(findings[0].key, QByteArray("http.trusted_proxies"));
    }
};

SIGNALBOX_TEST(EndpointKeysTest)
#include "endpoint_keys_test.moc"
