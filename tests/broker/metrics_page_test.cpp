// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/metrics_page.h"

#include "tests/support/test_registry.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using namespace Qt::StringLiterals;

class MetricsPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsKnown()
    {
        MetricsSnapshot snapshot;
        snapshot.sums.clients = 12;
        snapshot.sums.deliveries = 345;
        snapshot.sums.webhookRefused = 6;
        snapshot.started = WallTime(std::chrono::milliseconds(1500));
        snapshot.state = BrokerState::Ready;
        snapshot.clientsEnded[EndReason::DisconnectedByOperator] = 7;
        snapshot.measured.deliveryDelay.observe(700);
        const http::Response response = metricsPage(snapshot);
        QCOMPARE(response.status, 200);
        QCOMPARE(response.headers.value("Content-Type"),
                 QByteArray("text/plain; version=0.0.4; charset=utf-8"));
        for (const char* const line :
             {"signalbox_clients 12", "signalbox_deliveries_total 345", "signalbox_ready 1",
              "process_start_time_seconds 1.5", "signalbox_webhook_calls_total{result=\"no_room\"} 6",
              "signalbox_clients_ended_total{reason=\"disconnected_by_the_operator\"} 7",
              "signalbox_clients_ended_total{reason=\"vanished\"} 0",
              "signalbox_delivery_delay_seconds_bucket{le=\"0.0005\"} 0",
              "signalbox_delivery_delay_seconds_bucket{le=\"0.001\"} 1",
              "signalbox_delivery_delay_seconds_sum 0.0007"}) {
            QVERIFY2(response.body.contains('\n' + QByteArray(line) + '\n'), line);
        }
    }

    void isNotReadyBeforeOrAfter()
    {
        MetricsSnapshot snapshot;
        for (const BrokerState state : {BrokerState::Starting, BrokerState::Draining}) {
            snapshot.state = state;
            QVERIFY(metricsPage(snapshot).body.contains("\nsignalbox_ready 0\n"));
        }
    }

    void namesEachMetricOnceAndProperly()
    {
        const QString body = QString::fromUtf8(metricsPage({}).body);
        const QRegularExpression type(u"^# TYPE (\\S+) (\\S+)$"_s, QRegularExpression::MultilineOption);
        QSet<QString> names;
        for (auto found = type.globalMatch(body); found.hasNext();) {
            const QRegularExpressionMatch match = found.next();
            const QString name = match.captured(1);
            QVERIFY2(!names.contains(name), qPrintable(name));
            names.insert(name);
            QVERIFY2(name.startsWith(u"signalbox_"_s) || name.startsWith(u"process_"_s), qPrintable(name));
            QCOMPARE(name.endsWith(u"_total"_s), match.captured(2) == u"counter"_s);
            QVERIFY2(body.contains(u"# HELP %1 "_s.arg(name)), qPrintable(name));
        }
        QVERIFY(names.size() >= 25);
    }
};

SIGNALBOX_TEST(MetricsPageTest)
#include "metrics_page_test.moc"
