// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/client_names.h"
#include "ui/models/receipt_cells.h"

#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;
using namespace std::chrono_literals;
using link::DeliveryStage;

class ReceiptCellsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_names.learn(client(3, "ann"));
        m_names.learn(client(4, "bob"));
        m_names.learn(client(5, "cat"));
    }
    void saysWhoIsSilent();
    void saysThatAllHaveIt();
    void countsLostAndDropped();
    void saysHowFarEachIs_data();
    void saysHowFarEachIs();
    void sumsUpTheRest();

private:
    [[nodiscard]] static ReceiptRecord record()
    {
        ReceiptRecord record;
        record.time = sampleTime;
        record.isAnswered = true;
        record.counts = {3, 3, 0, 0};
        record.add({{ClientId(3), DeliveryState::Sent, 0},
                    {ClientId(4), DeliveryState::Sent, 0},
                    {ClientId(5), DeliveryState::Sent, 0}});
        return record;
    }
    [[nodiscard]] QString state(const ReceiptRecord& record, std::chrono::seconds age) const
    {
        return receiptStateText(record, m_names, sampleTime + age);
    }

    ClientNames m_names;
};

void ReceiptCellsTest::saysWhoIsSilent()
{
    ReceiptRecord record = this->record();
    QCOMPARE(state(record, 0s), QStringLiteral("3 sent"));
    QCOMPARE(state(record, 3s), QStringLiteral("0 of 3 confirmed, 3 have been silent for 3 s"));
    record.progress({ClientId(3), DeliveryStage::Confirmed, 4ms});
    QCOMPARE(state(record, 0s), QStringLiteral("1 of 3 confirmed"));
    QCOMPARE(state(record, 40s), QStringLiteral("1 of 3 confirmed, bob and cat have been silent for 40 s"));
    record.progress({ClientId(4), DeliveryStage::Confirmed, 4ms});
    QCOMPARE(state(record, 40s), QStringLiteral("2 of 3 confirmed, cat has been silent for 40 s"));
    QCOMPARE(receiptMeaning(record, sampleTime + 40s), Meaning::Warning);
    QVERIFY(receiptProgress(record) > 0.8 && receiptProgress(record) < 1);
}

void ReceiptCellsTest::saysThatAllHaveIt()
{
    ReceiptRecord record = this->record();
    for (const quint64 id : {3, 4, 5}) {
        record.progress({ClientId(id), DeliveryStage::Confirmed, std::chrono::milliseconds(id)});
    }
    QCOMPARE(state(record, 40s), QStringLiteral("✓✓ all 3 confirmed, the slowest after 5.0 ms"));
    QCOMPARE(receiptMeaning(record, sampleTime + 40s), Meaning::Good);
    QCOMPARE(receiptProgress(record), 1.0);
}

void ReceiptCellsTest::countsLostAndDropped()
{
    ReceiptRecord record = this->record();
    record.counts = {4, 3, 0, 1};
    record.add({{ClientId(9), DeliveryState::DroppedSlow, 0}});
    record.progress({ClientId(3), DeliveryStage::Confirmed, 4ms});
    record.progress({ClientId(4), DeliveryStage::Confirmed, 4ms});
    record.progress({ClientId(5), DeliveryStage::Lost, 4ms});
    QCOMPARE(state(record, 40s), QStringLiteral("2 of 4 confirmed, 1 dropped, 1 lost"));
}

void ReceiptCellsTest::saysHowFarEachIs_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("stage");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("words");
    const auto row = [](const char16_t* words, DeliveryState state, int stage, int seconds) {
        QTest::newRow(QString::fromUtf16(words).toUtf8())
            << int(state) << stage << seconds << QString::fromUtf16(words);
    };
    row(u"✓ sent", DeliveryState::Sent, -1, 0);
    row(u"✓ sent, silent for 40 s", DeliveryState::Sent, -1, 40);
    row(u"⋯ queued 9.4 KB", DeliveryState::Queued, -1, 0);
    row(u"⋯ queued 9.4 KB, for 40 s", DeliveryState::Queued, -1, 40);
    row(u"✓ sent, 38 ms", DeliveryState::Queued, int(DeliveryStage::Sent), 0);
    row(u"✓✓ confirmed, 38 ms", DeliveryState::Sent, int(DeliveryStage::Confirmed), 40);
    row(u"✕ lost: it ended before, after 38 ms", DeliveryState::Sent, int(DeliveryStage::Lost), 0);
    row(u"✕ dropped: its queue is full", DeliveryState::DroppedSlow, -1, 40);
}

void ReceiptCellsTest::saysHowFarEachIs()
{
    QFETCH(const int, state);
    QFETCH(const int, stage);
    QFETCH(const int, seconds);
    QFETCH(const QString, words);
    RecipientFate fate{{ClientId(3), static_cast<DeliveryState>(state), 9'626}, std::nullopt, 38ms};
    if (stage >= 0) {
        fate.stage = static_cast<DeliveryStage>(stage);
    }
    QCOMPARE(fateText(fate, std::chrono::seconds(seconds)), words);
    QVERIFY(fateProgress(fate) > 0 && fateProgress(fate) <= 1);
    QCOMPARE(fateMeaning(fate, std::chrono::seconds(0)) == Meaning::Bad, words.startsWith(u'✕'));
}

void ReceiptCellsTest::sumsUpTheRest()
{
    ReceiptRecord record = this->record();
    record.progress({ClientId(5), DeliveryStage::Confirmed, 4ms});
    QCOMPARE(restText(record, 1), QStringLiteral("… and 2 more, 1 of them confirmed"));
}

SIGNALBOX_TEST(ReceiptCellsTest)
#include "receipt_cells_test.moc"
