// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/client_names.h"
#include "ui/models/preview_model.h"
#include "ui/models/receipt_rows.h" // what its rows show
#include "ui/models/receipts_model.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::tests;
using namespace std::chrono_literals;
using ui::ReceiptsModel;

class ReceiptsModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_names.learn(client(4, "bob"));
        m_names.learn(client(5, "cat"));
    }
    void showsTheNewestFirst();
    void showsWhatBecameOfEachDelivery();
    void addsALateDeliveryOnce();
    void countsWhatComesAfterAnUnfinishedReceipt();
    void saysWhyAMessageWasRefused();
    void saysWhyNobodyWasReached();
    void keepsTheLastHundred();
    void previewSaysWhy();
    void followsTheConfirmations();
    void takesProgressThatIsFasterThanTheReceipt();
    void showsTwoHundredOfTenThousandAndCountsAll();
    void saysForHowLongAClientIsSilent();

private:
    [[nodiscard]] static QString state(const ReceiptsModel& model, int row)
    {
        return model.index(row, ReceiptsModel::StateColumn).data().toString();
    }
    [[nodiscard]] static Receipt receipt()
    {
        Receipt receipt;
        receipt.message = MessageId(18);
        receipt.counts = {2, 1, 1, 0};
        receipt.deliveries = {{ClientId(4), DeliveryState::Sent, 0},
                              {ClientId(5), DeliveryState::Queued, 9'626}};
        return receipt;
    }

    ui::ClientNames m_names;
};

void ReceiptsModelTest::showsTheNewestFirst()
{
    ReceiptsModel model(m_names);
    const QAbstractItemModelTester tester(&model);
    model.sent(1, sampleTime, QStringLiteral("all"));
    model.sent(2, sampleTime, QStringLiteral("group red"));
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.index(0, 0).data().toString().startsWith(QStringLiteral("group red")));
    QCOMPARE(state(model, 0), QStringLiteral("sending …"));
}

void ReceiptsModelTest::showsWhatBecameOfEachDelivery()
{
    ReceiptsModel model(m_names);
    const QAbstractItemModelTester tester(&model);
    model.sent(1, sampleTime, QStringLiteral("group red"));
    model.answered({1, receipt()});
    QCOMPARE(state(model, 0), QStringLiteral("1 sent, 1 queued"));
    const QModelIndex message = model.index(0, 0);
    QCOMPARE(model.rowCount(message), 2);
    QCOMPARE(model.index(0, 0, message).data().toString(),
             QStringLiteral("cat c5")); // what waits is in front
    QCOMPARE(model.index(0, 1, message).data().toString(), QStringLiteral("⋯ queued 9.4 KB"));
    model.answered({77, receipt()}); // somebody else's
    QCOMPARE(model.rowCount(), 1);
}

void ReceiptsModelTest::addsALateDeliveryOnce()
{
    ReceiptsModel model(m_names);
    const QAbstractItemModelTester tester(&model);
    model.sent(1, sampleTime, QStringLiteral("group red"));
    model.addDeliveries({{MessageId(), {{ClientId(4), DeliveryState::Sent, 0}}}}); // not this message
    model.answered({1, receipt()});
    model.addDeliveries({{MessageId(18), {{ClientId(4), DeliveryState::Sent, 0}}}});
    QCOMPARE(model.rowCount(model.index(0, 0)), 2);
    QCOMPARE(state(model, 0), QStringLiteral("1 sent, 1 queued"));
}

void ReceiptsModelTest::countsWhatComesAfterAnUnfinishedReceipt()
{
    ReceiptsModel model(m_names);
    const QAbstractItemModelTester tester(&model);
    model.sent(1, sampleTime, QStringLiteral("group red"));
    Receipt unfinished = receipt();
    unfinished.pendingWorkers = 1;
    model.answered({1, unfinished});
    QCOMPARE(state(model, 0), QStringLiteral("1 sent, 1 queued, still counting"));
    model.addDeliveries({{MessageId(18), {{ClientId(6), DeliveryState::Sent, 0}}}});
    QCOMPARE(model.rowCount(model.index(0, 0)), 3);
    QVERIFY(state(model, 0).startsWith(QStringLiteral("2 sent")));
}

void ReceiptsModelTest::saysWhyAMessageWasRefused()
{
    ReceiptsModel model(m_names);
    const QAbstractItemModelTester tester(&model);
    model.sent(1, sampleTime, QStringLiteral("all"));
    model.answered({1, Error{"envelope.not_json", QStringLiteral("Not an envelope")}});
    QCOMPARE(state(model, 0), QStringLiteral("✕ refused: Not an envelope (envelope.not_json)"));
}

void ReceiptsModelTest::saysWhyNobodyWasReached()
{
    ReceiptsModel model(m_names);
    model.sent(1, sampleTime, QStringLiteral("group red"));
    Receipt empty;
    empty.hint = QStringLiteral("group \"red\" has no members");
    model.answered({1, empty});
    QCOMPARE(state(model, 0), QStringLiteral("nobody was reached: group \"red\" has no members"));
}

void ReceiptsModelTest::keepsTheLastHundred()
{
    ReceiptsModel model(m_names);
    const QAbstractItemModelTester tester(&model);
    for (link::CommandId id = 1; id <= 120; ++id) {
        model.sent(id, sampleTime, QString::number(id));
    }
    QCOMPARE(model.rowCount(), ReceiptsModel::maxMessages);
    QVERIFY(model.index(99, 0).data().toString().startsWith(QStringLiteral("21 ")));
    model.answered({1, receipt()}); // gone
}

void ReceiptsModelTest::previewSaysWhy()
{
    ui::PreviewModel model(m_names);
    const QAbstractItemModelTester tester(&model);
    const Recipients recipients{{RecipientType::Group, "red"}, {RecipientType::AllButUser, "cat"}};
    link::Preview preview{1,
                          3,
                          {{ClientId(4), Verdict::Reached, 0},
                           {ClientId(5), Verdict::Excluded, 1},
                           {ClientId(6), Verdict::NotAddressed, -1}},
                          {}};
    model.set(preview, recipients);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("● bob c4"));
    QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("matched by group red"));
    QCOMPARE(model.index(1, 1).data().toString(), QStringLiteral("left out by − user cat"));
    QCOMPARE(model.index(2, 1).data().toString(), QStringLiteral("not addressed"));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void ReceiptsModelTest::followsTheConfirmations()
{
    ReceiptsModel model(m_names);
    const QAbstractItemModelTester tester(&model);
    model.sent(1, sampleTime, QStringLiteral("group red"));
    model.answered({1, receipt()});
    model.progress({MessageId(18), {{ClientId(4), link::DeliveryStage::Confirmed, 4ms}}});
    const QModelIndex message = model.index(0, 0);
    QCOMPARE(state(model, 0), QStringLiteral("1 of 2 confirmed"));
    QCOMPARE(model.index(1, 1, message).data().toString(), QStringLiteral("✓✓ confirmed, 4.0 ms"));
    QCOMPARE(model.index(1, 1, message).data(ReceiptsModel::progressRole).toDouble(), 1.0);
    QVERIFY(model.isAnyOpen());
    model.progress({MessageId(18), {{ClientId(5), link::DeliveryStage::Confirmed, 90ms}}});
    QCOMPARE(state(model, 0), QStringLiteral("✓✓ all 2 confirmed, the slowest after 90 ms"));
    QVERIFY(!model.isAnyOpen());
}

void ReceiptsModelTest::takesProgressThatIsFasterThanTheReceipt()
{
    ReceiptsModel model(m_names);
    model.progress(
        {MessageId(18), {{ClientId(5), link::DeliveryStage::Confirmed, 1ms}}}); // of nothing of ours
    model.sent(1, sampleTime, QStringLiteral("group red"));
    model.progress({MessageId(18), {{ClientId(4), link::DeliveryStage::Confirmed, 4ms}}});
    model.answered({1, receipt()});
    QCOMPARE(state(model, 0), QStringLiteral("1 of 2 confirmed"));
}

void ReceiptsModelTest::showsTwoHundredOfTenThousandAndCountsAll()
{
    ReceiptsModel model(m_names);
    const QAbstractItemModelTester tester(&model);
    model.sent(1, sampleTime, QStringLiteral("all"));
    Receipt many;
    many.message = MessageId(18);
    many.counts = {10'000, 10'000, 0, 0};
    link::DeliveriesProgressed progressed{MessageId(18), {}};
    for (quint64 id = 1; id <= 10'000; ++id) {
        many.deliveries.push_back({ClientId(id), DeliveryState::Sent, 0});
        progressed.progress.push_back({ClientId(id), link::DeliveryStage::Confirmed, 5ms});
    }
    QElapsedTimer timer;
    timer.start();
    model.answered({1, many});
    model.progress(progressed);
    qInfo("10,000 recipients: %lld ms for the receipt and all confirmations", timer.elapsed());
    const QModelIndex message = model.index(0, 0);
    QCOMPARE(model.rowCount(message), 201);
    QCOMPARE(model.index(200, 1, message).data().toString(),
             QStringLiteral("… and 9,800 more, 9,800 of them confirmed"));
    QCOMPARE(state(model, 0), QStringLiteral("✓✓ all 10,000 confirmed, the slowest after 5.0 ms"));
}

void ReceiptsModelTest::saysForHowLongAClientIsSilent()
{
    ReceiptsModel model(m_names);
    const QAbstractItemModelTester tester(&model);
    model.sent(1, sampleTime, QStringLiteral("group red"));
    model.answered({1, receipt()});
    model.progress({MessageId(18), {{ClientId(4), link::DeliveryStage::Confirmed, 4ms}}});
    model.setNow(sampleTime + 40s);
    QCOMPARE(state(model, 0), QStringLiteral("1 of 2 confirmed, cat has been silent for 40 s"));
    QCOMPARE(model.record(model.index(0, 0, model.index(0, 0)))->message, MessageId(18));
}

SIGNALBOX_TEST(ReceiptsModelTest)
#include "receipts_model_test.moc"
