// SPDX-License-Identifier: GPL-3.0-or-later
// What a message to many costs its worker, from resolving to the write, without sockets and without capture:
// everyone in the envelope dialect, everyone raw, half and half. Divide by clients and messages.
#include "server/broker/deliverer.h"
#include "server/broker/echo_dialect.h"
#include "server/broker/message_intake.h"
#include "server/broker/raw_dialect.h"

#include "tests/broker/worker_bench.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using tests::FakeStream;
using tests::WorkerBench;

class DeliveryBenchmark final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void deliver_data()
    {
        QTest::addColumn<int>("rawOfTen");
        QTest::newRow("1,000 envelope clients") << 0;
        QTest::newRow("500 envelope clients, 500 raw ones") << 5;
        QTest::newRow("1,000 raw clients") << 10;
    }

    void deliver()
    {
        QFETCH(int, rawOfTen);
        WorkerBench bench;
        bench.capture.setEnabled(false);
        EchoDialect asItIs(bench.context);
        RawDialect raw(bench.context);
        ClientTable clients(bench.context);
        Deliverer deliverer(bench.context, clients);
        std::vector<FakeStream*> streams;
        for (int i = 0; i < 1'000; ++i) {
            Dialect& dialect = i % 10 < rawOfTen ? static_cast<Dialect&>(raw) : asItIs;
            streams.push_back(&bench.open(clients, dialect, {}, "red"));
        }
        MessageIntake intake(10);
        auto accepted = intake.accept(R"({"action":"say","message":")" + QByteArray(64, 'x') +
                                      R"(","recipients":[{"type":"group","value":"red"}]})");
        const auto message = std::make_shared<const RoutedMessage>(std::move(accepted).value().message);
        QBENCHMARK
        {
            for (int i = 0; i < 100; ++i) {
                deliverer.deliver(message);
                deliverer.finishTurn();
            }
            for (FakeStream* const stream : streams) {
                stream->written.clear();
                stream->room = std::numeric_limits<int>::max();
            }
        }
    }
};

QTEST_GUILESS_MAIN(DeliveryBenchmark)
#include "delivery_benchmark.moc"
