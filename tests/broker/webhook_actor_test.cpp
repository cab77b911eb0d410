// SPDX-License-Identifier: GPL-3.0-or-later
// The webhook between the broker's other threads, without its thread.
#include "server/broker/webhook_actor.h"

#include "server/broker/webhook_counts.h"

#include "tests/broker/worker_bench.h"
#include "tests/support/test_registry.h"

#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using namespace std::chrono_literals;
using tests::WorkerBench;

class WebhookActorTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsTheClientAndTheHubWhatFailed()
    {
        WorkerBench bench(unreachable());
        WebhookActor actor(bench.settings, m_clock, bench.mailboxes);
        webhook::Call call;
        call.message = MessageId(4);
        call.client = ClientId(7);
        bench.mailboxes.webhook.post(webhook_task::Submit{call});
        QTRY_COMPARE(bench.toHub<hub_task::WebhookCalled>().size(), size_t(1));
        const auto told = bench.toWorker<worker_task::TellClient>();
        QCOMPARE(told.size(), size_t(1));
        QCOMPARE(told[0].client, ClientId(7));
        QCOMPARE(told[0].error.code, QByteArray("webhook.not_reached"));

        WebhookCounts counts;
        counts.note(bench.toHub<hub_task::WebhookCalled>()[0].record);
        link::Statistics statistics;
        counts.addTo(statistics);
        QCOMPARE(statistics.webhookFailed, quint64(1));
        QCOMPARE(statistics.webhookTaken, quint64(0));
    }

    void saysWhenItHasDrained()
    {
        WorkerBench bench(unreachable());
        WebhookActor actor(bench.settings, m_clock, bench.mailboxes);
        bench.mailboxes.webhook.post(webhook_task::Drain{m_clock.steadyNow() + 1h});
        QTRY_COMPARE(bench.toHub<hub_task::WebhookDrained>().size(), size_t(1));
    }

    void countsEachOutcomeOnce()
    {
        using Outcome = webhook::CallRecord::Outcome;
        WebhookCounts counts;
        for (const Outcome outcome :
             {Outcome::Taken, Outcome::Taken, Outcome::Failed, Outcome::Stopped, Outcome::NoRoom}) {
            webhook::CallRecord record;
            record.outcome = outcome;
            counts.note(record);
        }
        link::Statistics statistics;
        counts.addTo(statistics);
        QCOMPARE(statistics.webhookTaken, quint64(2));
        QCOMPARE(statistics.webhookFailed, quint64(2));
        QCOMPARE(statistics.webhookRefused, quint64(1));
    }

private:
    static Settings unreachable()
    {
        QTcpServer closed;
        closed.listen(QHostAddress::LocalHost);
        Settings settings;
        settings.webhook.url = "http://127.0.0.1:" + QByteArray::number(closed.serverPort()) + '/';
        settings.webhook.retries = 0;
        return settings;
    }

    SystemClock m_clock;
};

SIGNALBOX_TEST(WebhookActorTest)
#include "webhook_actor_test.moc"
