// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/metrics_ledger.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;

class MetricsLedgerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsClientsByTheReasonOfTheirEnd()
    {
        MetricsLedger ledger(WallTime(std::chrono::seconds(7)));
        ledger.clientOpened();
        ledger.clientOpened();
        ledger.clientEnded(EndReason::Vanished);
        const MetricsSnapshot snapshot = ledger.snapshot({});
        QCOMPARE(snapshot.started, WallTime(std::chrono::seconds(7)));
        QCOMPARE(snapshot.clientsOpened, 2U);
        QCOMPARE(snapshot.clientsEnded, (std::map<EndReason, quint64>{{EndReason::Vanished, 1}}));
    }

    void measuresWebhookCallsThatWereAnswered()
    {
        MetricsLedger ledger(WallTime{});
        webhook::CallRecord record;
        record.took = std::chrono::milliseconds(3);
        ledger.webhookCalled(record); // no answer came
        record.answer.status = 500;
        ledger.webhookCalled(record);
        QCOMPARE(ledger.snapshot({}).measured.webhookDuration.sum(), 3000U);
        QCOMPARE(ledger.snapshot({}).measured.webhookDuration.counts()[5], 1U); // up to 5 ms
    }

    void addsUpWhatWorkersCounted()
    {
        WorkerCounters one;
        one.messageCame(10);
        one.tokensRefused = 2;
        WorkerCounters other;
        other.messageCame(100);
        other.messagesIgnored = 3;
        other.tokensRefused = 1;
        const MetricsSnapshot snapshot = MetricsLedger(WallTime{}).snapshot({one, other});
        QCOMPARE(snapshot.workers, 2);
        QCOMPARE(snapshot.measured.messageBytes.sum(), 110U);
        QCOMPARE(snapshot.messagesIgnored, 3U);
        QCOMPARE(snapshot.tokensRefused, 3U);
    }

    void takesNoDurationForNegative()
    {
        QCOMPARE(microsecondsOf(std::chrono::seconds(-1)), 0U);
        QCOMPARE(microsecondsOf(std::chrono::milliseconds(2)), 2000U);
    }
};

SIGNALBOX_TEST(MetricsLedgerTest)
#include "metrics_ledger_test.moc"
