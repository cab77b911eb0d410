// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/settings_table.h"

#include "server/settings/setting_value.h"
#include "tests/support/test_registry.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class SettingsTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasProperNamesOnceEach()
    {
        const QRegularExpression form(u"^[a-z]+(\\.[a-z]+)?\\.[a-z]+(_[a-z]+)*$"_s);
        QSet<QByteArray> names;
        QSet<QByteArray> variables;
        for (const SettingKey& key : settingKeys()) {
            const QByteArray name = key.name.toByteArray();
            QVERIFY2(form.match(QString::fromLatin1(name)).hasMatch(), name.constData());
            QVERIFY2(!names.contains(name), name.constData());
            QVERIFY2(!variables.contains(key.variable()), name.constData());
            QVERIFY2(!key.purpose.isEmpty(), name.constData());
            names.insert(name);
            variables.insert(key.variable());
        }
    }

    void keepsSectionsTogether()
    {
        QList<QByteArray> sections;
        for (const SettingKey& key : settingKeys()) {
            const QByteArray section = key.section().toByteArray();
            if (sections.isEmpty() || sections.last() != section) {
                QVERIFY2(!sections.contains(section), section.constData());
                sections.append(section);
            }
        }
    }

    void acceptsEveryDefault()
    {
        for (const SettingKey& key : settingKeys()) {
            Settings settings;
            QString text = settingText(settings, key);
            if (text.startsWith(u'"')) {
                text = text.sliced(1, text.size() - 2);
            }
            text.remove(u"[\""_s).remove(u"\"]"_s).remove(u'"');
            const auto assigned = assignSetting(settings, key, PlainText{text == u"[]" ? QString() : text});
            QVERIFY2(assigned.ok(), key.name.data());
            QCOMPARE(settingText(settings, key), settingText(Settings(), key));
        }
    }

    void reachesItsOwnMember()
    {
        // Each key changes its own value and no other.
        for (const SettingKey& key : settingKeys()) {
            Settings settings;
            const QStringList candidates{
                u"7"_s,          u"7s"_s,          u"32 KiB"_s,   u"8 MiB"_s,       u"true"_s,    u"debug"_s,
                u"json"_s,       u"127.0.0.9:9"_s, u"host"_s,     u"http://host"_s, u"both"_s,    u"false"_s,
                u"10.0.0.0/8"_s, u"custom"_s,      u"everyone"_s, u"/a.pem"_s,      u"128 MiB"_s, u"qt"_s};
            const bool taken = std::any_of(candidates.begin(), candidates.end(), [&](const QString& text) {
                return assignSetting(settings, key, PlainText{text}).ok() &&
                       !changedKeys({}, settings).isEmpty();
            });
            QVERIFY2(taken, key.name.data());
            QCOMPARE(changedKeys({}, settings), QList<QByteArray>{key.name.toByteArray()});
        }
    }

    void namesVariables()
    {
        QCOMPARE(findSettingKey("limits.max_header")->variable(), "SIGNALBOX_LIMITS_MAX_HEADER");
        QCOMPARE(findSettingKey("listener.allow_insecure")->variable(), "SIGNALBOX_LISTENER_ALLOW_INSECURE");
    }

    void knowsOnlyExactNames()
    {
        QVERIFY(findSettingKey("log.level") != nullptr);
        QVERIFY(findSettingKey("Log.level") == nullptr);
        QVERIFY(findSettingKey("log") == nullptr);
        QVERIFY(findSettingKey("") == nullptr);
    }

    void findsTheNearestKey_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("nearest");
        QTest::newRow("a slip") << QByteArray("limits.max_hedder") << u"limits.max_header"_s;
        QTest::newRow("a slip in the section") << QByteArray("limit.max_clients") << u"limits.max_clients"_s;
        QTest::newRow("the wrong section") << QByteArray("http.max_body") << u"limits.max_body"_s;
        QTest::newRow("a slip in an endpoint")
            << QByteArray("endpoints.ecco.enabled") << u"endpoints.echo.enabled"_s;
        QTest::newRow("no section") << QByteArray("workers") << u"threads.workers"_s;
        QTest::newRow("nothing like it") << QByteArray("kitchen.temperature_of_tea") << u""_s;
    }
    void findsTheNearestKey()
    {
        QFETCH(QByteArray, name);
        QTEST(nearestSettingKey(name), "nearest");
    }

    void alwaysHasAWorker()
    {
        Settings settings;
        QVERIFY(workerCount(settings) >= 1);
        settings.threads.workers = 3;
        QCOMPARE(workerCount(settings), 3);
    }
};

SIGNALBOX_TEST(SettingsTableTest)
#include "settings_table_test.moc"
