// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/receipt_joiner.h"

#include "tests/support/manual_clock.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using namespace std::chrono_literals;

class ReceiptJoinerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_receipts.clear();
        m_askedHints.clear();
        m_joiner = std::make_unique<ReceiptJoiner>(
            [this](MessageId message, const Recipients&) { m_askedHints += message; });
    }

    void answersWhenEveryWorkerHasReported()
    {
        expect(1, 3);
        m_joiner->outcomeArrived(outcome(1, {.recipients = 2, .sent = 2}));
        m_joiner->outcomeArrived(outcome(1, {.recipients = 1, .queued = 1}));
        QVERIFY(m_receipts.empty());
        m_joiner->outcomeArrived(outcome(1, {.recipients = 2, .sent = 1, .dropped = 1}));
        QCOMPARE(m_receipts.size(), size_t(1));
        QCOMPARE(m_receipts[0].message, MessageId(1));
        QCOMPARE(m_receipts[0].counts,
                 (DeliveryCounts{.recipients = 5, .sent = 3, .queued = 1, .dropped = 1}));
        QCOMPARE(m_receipts[0].pendingWorkers, 0);
    }

    void gathersTheDeliveriesOfAllWorkers()
    {
        expect(1, 2);
        Outcome first = outcome(1, {.recipients = 1, .sent = 1});
        first.deliveries = {{ClientId(7), DeliveryState::Sent, 0}};
        Outcome second = outcome(1, {.recipients = 1, .queued = 1});
        second.deliveries = {{ClientId(9), DeliveryState::Queued, 12}};
        m_joiner->outcomeArrived(first);
        m_joiner->outcomeArrived(second);
        QCOMPARE(m_receipts[0].deliveries.size(), size_t(2));
        QCOMPARE(m_receipts[0].deliveries[1], (Delivery{ClientId(9), DeliveryState::Queued, 12}));
    }

    void asksForAHintWhenNobodyWasReached()
    {
        expect(4, 2);
        m_joiner->outcomeArrived(outcome(4, {}));
        m_joiner->outcomeArrived(outcome(4, {}));
        QCOMPARE(m_askedHints, QList<MessageId>{MessageId(4)});
        QVERIFY(m_receipts.empty());
        m_joiner->hintFound(MessageId(4), QStringLiteral("nobody is connected"));
        QCOMPARE(m_receipts[0].hint, QStringLiteral("nobody is connected"));
    }

    void answersAfterASecondWithWhatIsPending()
    {
        expect(1, 3);
        m_joiner->outcomeArrived(outcome(1, {.recipients = 2, .sent = 2}));
        m_clock.advance(999ms);
        m_joiner->checkDeadlines(m_clock.steadyNow());
        QVERIFY(m_receipts.empty());
        m_clock.advance(1ms);
        m_joiner->checkDeadlines(m_clock.steadyNow());
        QCOMPARE(m_receipts[0].pendingWorkers, 2);
        QCOMPARE(m_receipts[0].counts.sent, 2);
    }

    void forgetsWhatComesAfterTheAnswer()
    {
        expect(1, 2);
        m_clock.advance(1s);
        m_joiner->checkDeadlines(m_clock.steadyNow());
        m_joiner->outcomeArrived(outcome(1, {.recipients = 2, .sent = 2}));
        m_joiner->hintFound(MessageId(1), QStringLiteral("late"));
        QCOMPARE(m_receipts.size(), size_t(1));
    }

    void keepsMessagesApart()
    {
        expect(1, 1);
        expect(2, 1);
        m_joiner->outcomeArrived(outcome(2, {.recipients = 1, .sent = 1}));
        QCOMPARE(m_receipts.size(), size_t(1));
        QCOMPARE(m_receipts[0].message, MessageId(2));
    }

private:
    void expect(quint64 message, int workers)
    {
        m_joiner->expect(MessageId(message), workers, {}, m_clock.steadyNow(),
                         [this](Receipt receipt) { m_receipts.push_back(std::move(receipt)); });
    }

    static Outcome outcome(quint64 message, DeliveryCounts counts)
    {
        return {MessageId(message), counts, {}};
    }

    tests::ManualClock m_clock;
    std::unique_ptr<ReceiptJoiner> m_joiner;
    std::vector<Receipt> m_receipts;
    QList<MessageId> m_askedHints;
};

SIGNALBOX_TEST(ReceiptJoinerTest)
#include "receipt_joiner_test.moc"
