// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/client_names.h"
#include "ui/models/receipt_copy.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::tests;
using namespace std::chrono_literals;

class ReceiptCopyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_names.learn(client(3, "ann"));
        m_record = {};
        m_record.time = sampleTime;
        m_record.to = QStringLiteral("group red");
        m_record.isAnswered = true;
        m_record.message = MessageId(18);
        m_record.counts = {2, 1, 1, 0};
        m_record.draft.recipients = {{RecipientType::Group, "red"}};
        m_record.add({{ClientId(4), DeliveryState::Queued, 9'626}, {ClientId(3), DeliveryState::Sent, 0}});
        m_record.progress({ClientId(3), link::DeliveryStage::Confirmed, 4ms});
    }
    void writesALineForEachRecipient();
    void writesJson();

private:
    ui::ClientNames m_names;
    ui::ReceiptRecord m_record;
};

void ReceiptCopyTest::writesALineForEachRecipient()
{
    const QStringList lines = ui::receiptAsText(m_record, m_names, sampleTime).split(u'\n');
    QVERIFY(lines[0].endsWith(QStringLiteral("group red")));
    QCOMPARE(lines[1], QStringLiteral("1 of 2 confirmed"));
    QCOMPARE(lines[2], QStringLiteral("  c4  ⋯ queued 9.4 KB"));
    QCOMPARE(lines[3], QStringLiteral("  ann c3  ✓✓ confirmed, 4.0 ms"));
}

void ReceiptCopyTest::writesJson()
{
    const QJsonObject json = QJsonDocument::fromJson(ui::receiptAsJson(m_record, m_names)).object();
    QCOMPARE(json[QStringLiteral("id")].toString(), QStringLiteral("m18"));
    QCOMPARE(json[QStringLiteral("confirmed")].toInt(), 1);
    const QJsonArray deliveries = json[QStringLiteral("deliveries")].toArray();
    QCOMPARE(deliveries[0][QStringLiteral("queuedBytes")].toInt(), 9'626);
    QCOMPARE(deliveries[1][QStringLiteral("state")].toString(), QStringLiteral("confirmed"));
    QCOMPARE(deliveries[1][QStringLiteral("milliseconds")].toDouble(), 4.0);
}

SIGNALBOX_TEST(ReceiptCopyTest)
#include "receipt_copy_test.moc"
