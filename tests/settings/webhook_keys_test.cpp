// SPDX-License-Identifier: GPL-3.0-or-later
// What the section [webhook] means once it is read.
#include "server/settings/webhook_keys.h"

#include "server/settings/settings_check.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;

class WebhookKeysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areAllOfTheirSection()
    {
        std::vector<SettingKey> keys;
        addWebhookKeys(keys);
        QVERIFY(keys.size() > 5);
        for (const SettingKey& key : keys) {
            QCOMPARE(key.section(), QByteArrayView("webhook"));
        }
    }

    void decideWhatIsDeliveredAndPosted_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<WebhookMode>("mode");
        QTest::addColumn<bool>("posts");
        QTest::addColumn<bool>("relays");
        const QByteArray url = "http://localhost/";
        QTest::newRow("nothing set") << QByteArray() << WebhookMode::Auto << false << true;
        QTest::newRow("a url") << url << WebhookMode::Auto << true << false;
        QTest::newRow("relay") << url << WebhookMode::Relay << false << true;
        QTest::newRow("webhook") << url << WebhookMode::Webhook << true << false;
        QTest::newRow("both") << url << WebhookMode::Both << true << true;
    }
    void decideWhatIsDeliveredAndPosted()
    {
        QFETCH(QByteArray, url);
        QFETCH(WebhookMode, mode);
        WebhookSettings settings;
        settings.url = url;
        settings.mode = mode;
        QTEST(settings.isOn(), "posts");
        QTEST(settings.relays(), "relays");
    }

    void mustFitTogether()
    {
        Settings settings;
        settings.webhook.mode = WebhookMode::Both;
        QCOMPARE(faults(settings), QByteArrayList{"webhook.mode"});
        settings.webhook.url = "http://localhost/";
        QCOMPARE(faults(settings), QByteArrayList());
        settings.webhook.maxQueuePerClientBytes = 1024;
        QCOMPARE(faults(settings), QByteArrayList{"webhook.max_queue_per_client"}); // less than a message
        settings.limits.maxMessageBytes = 1024;
        QCOMPARE(faults(settings), QByteArrayList());
        settings.webhook.maxQueueBytes = 1000;
        QCOMPARE(faults(settings), QByteArrayList{"webhook.max_queue_per_client"});
    }

private:
    static QByteArrayList faults(const Settings& settings)
    {
        QByteArrayList keys;
        for (const Finding& finding : checkSettings(settings)) {
            keys += finding.key;
        }
        return keys;
    }
};

SIGNALBOX_TEST(WebhookKeysTest)
#include "webhook_keys_test.moc"
