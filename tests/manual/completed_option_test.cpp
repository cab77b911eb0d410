// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/completed_option.h"

#include "server/settings/settings_table.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace signalbox::app;
using namespace Qt::StringLiterals;

class CompletedOptionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatStandsBehindAnOption_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<CompletedValue>("kind");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char* name, CompletedValue kind, const QStringList& words = {}) {
            QTest::newRow(name) << u"--"_s + QString::fromLatin1(name) << kind << words;
        };
        row("no-gui", CompletedValue::None);
        row("help", CompletedValue::None);
        row("listen", CompletedValue::Anything);
        row("config", CompletedValue::Files);
        row("profile", CompletedValue::Directories);
        row("set", CompletedValue::Settings);
        row("log-level", CompletedValue::Words, {u"error"_s, u"warning"_s, u"info"_s, u"debug"_s});
        row("lang", CompletedValue::Words, {u"de"_s, u"en"_s});
        row("allow-insecure", CompletedValue::None);
    }
    void knowsWhatStandsBehindAnOption()
    {
        QFETCH(const QString, name);
        const auto options = completedOptions(commandLineOptions());
        const auto found = std::ranges::find(options, name, &CompletedOption::name);
        QVERIFY(found != options.end());
        QTEST(found->kind, "kind");
        QTEST(found->words, "words");
    }

    void knowsWhatMayBeThereTwice()
    {
        for (const CompletedOption& option : completedOptions(commandLineOptions())) {
            const bool mayRepeat =
                option.name == u"--listen" || option.name == u"--set" || option.name == u"--allow-origin";
            QVERIFY2(option.repeatable == mayRepeat, qPrintable(option.name));
        }
    }

    void hasEverySettingWithItsWords()
    {
        const auto settings = completedSettings();
        QCOMPARE(settings.size(), signalbox::settingKeys().size());
        const auto mode = std::ranges::find(settings, u"webhook.mode"_s, &CompletedSetting::key);
        QVERIFY(mode->words.contains(u"relay"_s));
        const auto echo = std::ranges::find(settings, u"endpoints.echo.enabled"_s, &CompletedSetting::key);
        QCOMPARE(echo->words, QStringList({u"true"_s, u"false"_s}));
    }
};

SIGNALBOX_TEST(CompletedOptionTest)
#include "completed_option_test.moc"
