// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/settings_check.h"

#include "tests/support/test_registry.h"

#include <QtCore/QTemporaryFile>
#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class SettingsCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheCertificatesThatAreToBeTrusted()
    {
        QTemporaryFile file;
        QVERIFY(file.open() && file.write("no certificate") > 0 && file.flush());
        Settings settings;
        settings.webhook.url = "https://localhost/";
        for (const QByteArray& path : {file.fileName().toUtf8(), QByteArray("/nowhere/ca.pem")}) {
            settings.webhook.caFile = path;
            const auto findings = checkSettings(settings);
            QCOMPARE(findings.size(), size_t(1));
            QCOMPARE(findings[0].severity, Severity::Error);
            QCOMPARE(findings[0].key, "webhook.ca_file");
            QVERIFY(findings[0].message.contains(QString::fromUtf8(path)));
        }
    }

    void findsNothingInTheDefaults() { QVERIFY(checkSettings({}).empty()); }

    void refusesToBeReachedByAccident_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("open");
        QTest::newRow("IPv4 loopback") << u"127.0.0.1:1"_s << false;
        QTest::newRow("IPv6 loopback") << u"[::1]:1"_s << false;
        QTest::newRow("every IPv4 address") << u"0.0.0.0:1"_s << true;
        QTest::newRow("every address") << u"[::]:1"_s << true;
        QTest::newRow("one of a network") << u"10.0.0.1:1"_s << true;
        QTest::newRow("mapped") << u"[::ffff:10.0.0.1]:1"_s << true;
    }
    void refusesToBeReachedByAccident()
    {
        QFETCH(QString, address);
        QFETCH(bool, open);
        Settings settings;
        settings.listener.addresses = {*readListenAddress(address)};
        const auto refused = checkSettings(settings);
        QCOMPARE(refused.size(), size_t(open ? 1 : 0));
        if (open) {
            QCOMPARE(refused[0].severity, Severity::Error);
            QCOMPARE(refused[0].key, "listener.addresses");
            QVERIFY(refused[0].message.contains(u"--allow-insecure"_s));
        }
        settings.listener.allowInsecure = true;
        const auto allowed = checkSettings(settings);
        QCOMPARE(allowed.size(), size_t(open ? 1 : 0));
        QVERIFY(!open || allowed[0].severity == Severity::Warning);
    }

    void refusesEndpointsThatHideThePrograms_data()
    {
        QTest::addColumn<QByteArray>("basePath");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("a path of one's own") << QByteArray() << QByteArray("/mychat") << true;
        QTest::newRow("a built-in name below another") << QByteArray("/test") << QByteArray("/ws") << true;
        QTest::newRow("/ws") << QByteArray() << QByteArray("/ws") << false;
        QTest::newRow("the status page") << QByteArray() << QByteArray("/") << false;
        QTest::newRow("readiness") << QByteArray() << QByteArray("/readyz") << false;
        QTest::newRow("the demo") << QByteArray("/demo") << QByteArray("/chat") << false;
        QTest::newRow("the broadcast, in any case")
            << QByteArray("/app") << QByteArray("/__BroadcastWebSocket.wc") << false;
        QTest::newRow("percent") << QByteArray() << QByteArray("/x%20y") << false;
        QTest::newRow("two dots") << QByteArray("/x") << QByteArray("/../y") << false;
    }

    void refusesEndpointsThatHideThePrograms()
    {
        QFETCH(QByteArray, basePath);
        QFETCH(QByteArray, path);
        Settings settings;
        settings.endpoints.push_back({path, EndpointDialect::Echo, {}, basePath});
        QTEST(checkSettings(settings).empty(), "allowed");
    }

    void wantsAQueueThatHoldsAMessage()
    {
        Settings settings;
        settings.limits.maxQueueBytes = settings.limits.maxMessageBytes - 1;
        QCOMPARE(checkSettings(settings).size(), size_t(1));
        QCOMPARE(checkSettings(settings)[0].key, "limits.max_queue");
        QCOMPARE(checkSettings(settings)[0].severity, Severity::Error);
        settings.limits.maxQueueBytes = settings.limits.maxMessageBytes;
        QVERIFY(checkSettings(settings).empty());
    }

    void wantsAHeaderThatHoldsTheTarget()
    {
        Settings settings;
        settings.limits.maxTargetBytes = settings.limits.maxHeaderBytes;
        QVERIFY(checkSettings(settings).empty());
        settings.limits.maxTargetBytes = settings.limits.maxHeaderBytes + 1;
        QCOMPARE(checkSettings(settings).at(0).key, "limits.max_target");
    }

    void warnsOfPongsThatOverlap()
    {
        Settings settings;
        settings.limits.pingInterval = 1s;
        QCOMPARE(checkSettings(settings).size(), size_t(1));
        QCOMPARE(checkSettings(settings)[0].severity, Severity::Warning);
        settings.limits.pingInterval = 0s; // never
        QVERIFY(checkSettings(settings).empty());
    }
};

SIGNALBOX_TEST(SettingsCheckTest)
#include "settings_check_test.moc"
