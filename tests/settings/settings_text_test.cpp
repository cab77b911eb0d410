// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/settings_text.h"

#include "server/settings/endpoint_reader.h"
#include "server/settings/setting_value.h"
#include "server/settings/settings_table.h"
#include "server/settings/toml_reader.h"
#include "tests/support/test_registry.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryFile>
#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

/// Loads a text as if it stood in a file.
Result<LoadedSettings> loadText(const QByteArray& text)
{
    QTemporaryFile file;
    if (!file.open() || file.write(text) != text.size() || !file.flush()) {
        return Error{"test", u"no temporary file"_s};
    }
    SettingsSources sources;
    sources.file = file.fileName();
    return loadSettings(sources);
}

/// The default configuration with every key switched on.
QByteArray uncommented()
{
    const QRegularExpression off(u"^#(?=[a-z_.]+ = )"_s, QRegularExpression::MultilineOption);
    return QString::fromUtf8(defaultSettingsText()).remove(off).toUtf8();
}

} // namespace

class SettingsTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void changesNothingAsItIs()
    {
        const auto loaded = loadText(defaultSettingsText());
        QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().message));
        QVERIFY(loaded->origins.isEmpty());
    }

    void holdsTheDefaultOfEveryKeyAndNoOther()
    {
        const auto loaded = loadText(uncommented());
        QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().message));
        QCOMPARE(changedKeys({}, loaded->settings), QList<QByteArray>());
        for (const SettingKey& key : settingKeys()) {
            QVERIFY2(loaded->origins.contains(key.name.toByteArray()), key.name.data());
        }
        QCOMPARE(loaded->origins.size(), qsizetype(settingKeys().size()));
    }

    void writesDefaultsAsPrintConfigDoes()
    {
        const auto file = readToml(uncommented(), u"f"_s);
        QVERIFY(file.ok());
        for (const WrittenSetting& written : file->settings) {
            const QString line = QString::fromUtf8(written.key.sliced(written.key.indexOf('.') + 1)) +
                                 u" = "_s + settingText({}, *findSettingKey(written.key)) + u'\n';
            QVERIFY2(uncommented().contains('\n' + line.toUtf8()), qPrintable(line));
        }
    }

    void explainsEveryKey()
    {
        QString last;
        for (const QString& line : QString::fromUtf8(defaultSettingsText()).split(u'\n')) {
            if (line.startsWith(u'#') && !line.startsWith(u"# "_s) && line != u"#"_s) {
                QVERIFY2(last.startsWith(u"# "_s), qPrintable(line));
            }
            last = line;
        }
    }

    void showsAnEndpointThatWorks()
    {
        QByteArray example;
        for (const QByteArray& line : defaultSettingsText().split('\n')) {
            if (line.startsWith("#   ")) {
                example += line.sliced(4) + '\n';
            }
        }
        const auto loaded = loadText(example);
        QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().message));
        QCOMPARE(loaded->settings.endpoints.size(), size_t(1));
        for (const QString& key : endpointKeys()) {
            QVERIFY2(example.contains(key.toUtf8() + " = "), qPrintable(key));
        }
    }

    void printsWhatItCanReadAgain()
    {
        LoadedSettings loaded;
        loaded.settings.limits.maxClients = 7;
        loaded.settings.http.allowedOrigins = {"https://shop.example"};
        loaded.settings.endpoints = {{"/mychat", EndpointDialect::Echo, {"chat"}, "/app"}};
        const auto again = loadText(settingsText(loaded));
        QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().message));
        QCOMPARE(changedKeys(loaded.settings, again->settings), QList<QByteArray>());
        QVERIFY(again->settings.endpoints == loaded.settings.endpoints);
    }

    void printsWhereValuesComeFrom()
    {
        LoadedSettings loaded;
        loaded.origins.insert("log.level",
                              {SettingOrigin::Source::Environment, u"SIGNALBOX_LOG_LEVEL"_s, 0, 0});
        loaded.origins.insert("log.format", {SettingOrigin::Source::File, u"/etc/\x1b\n.toml"_s, 3, 1});
        const QString text = QString::fromUtf8(settingsText(loaded));
        QVERIFY(text.contains(QRegularExpression(u"\nlevel = \"info\" +# SIGNALBOX_LOG_LEVEL\n"_s)));
        QVERIFY(text.contains(
            QRegularExpression(u"\nformat = \"text\" +# /etc/\\\\u\\{1b\\}\\\\u\\{a\\}.toml:3:1\n"_s)));
        QVERIFY(text.contains(QRegularExpression(u"\nworkers = 0 +# default\n"_s)));
    }
};

SIGNALBOX_TEST(SettingsTextTest)
#include "settings_text_test.moc"
