// SPDX-License-Identifier: GPL-3.0-or-later
// What capture costs for each routed message, on the worker's side and on capture's own, and what it takes to
// say who got one. Divide the first two by the number of messages.
#include "tests/recording/capture_bench.h"

#include <QtTest/QTest>

using namespace signalbox;
using signalbox::tests::CaptureBench;

namespace {

constexpr quint64 messages = 1'000;
const QByteArray envelope =
    R"({"action":"say","message":"hi","recipients":[{"type":"group","value":"red"}]})";

void passMessages(CaptureBench& bench, qint64& time, quint64& last, quint64 recipients)
{
    for (quint64 i = 0; i < messages; ++i) {
        const MessageId message(++last);
        bench.receive(0, ++time, 1, envelope, message);
        bench.deliver(0, ++time, message, tests::deliveriesTo(1, recipients));
    }
}

} // namespace

class CaptureBenchmark final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writeAndKeep_data()
    {
        QTest::addColumn<quint64>("recipients");
        QTest::newRow("to 1 client") << quint64(1);
        QTest::newRow("to 100 clients") << quint64(100);
    }

    void writeAndKeep()
    {
        QFETCH(quint64, recipients);
        CaptureBench bench(1, 4096, 16 * 1024 * 1024);
        qint64 time = 0;
        quint64 last = 0;
        QBENCHMARK
        {
            passMessages(bench, time, last, recipients);
            bench.drain(time + 1);
        }
        QVERIFY(bench.kept.rows().size() > 0);
    }

    void sayWhoGotAMessage_data()
    {
        QTest::addColumn<quint64>("clients");
        QTest::newRow("of 100 clients") << quint64(100);
        QTest::newRow("of 10,000 clients") << quint64(10'000);
    }

    void sayWhoGotAMessage()
    {
        QFETCH(quint64, clients);
        CaptureBench bench(1, 65'536);
        bench.writers[0]->beginIntroduction(CaptureBench::at(1));
        for (quint64 client = 1; client <= clients; ++client) {
            const QByteArray number = QByteArray::number(client);
            bench.writers[0]->recordClientKnown(CaptureBench::at(1),
                                                {ClientId(client),
                                                 UserName::trusted("user" + number),
                                                 {GroupName::trusted("red"), GroupName::trusted("blue")},
                                                 {TagName::trusted("vip")}});
        }
        bench.writers[0]->endIntroduction(CaptureBench::at(1));
        bench.receive(0, 2, 1, envelope, MessageId(1));
        bench.deliver(0, 3, MessageId(1), tests::deliveriesTo(1, clients));
        bench.drain();
        qInfo("the history of %llu clients holds %lld bytes", clients, bench.kept.population().heldBytes());
        std::optional<link::RoutingSnapshot> routing;
        QBENCHMARK
        {
            routing = bench.maker.detail(1).routing;
        }
        QVERIFY(routing.has_value());
        QCOMPARE(routing->population.size(), size_t(clients));
    }
};

QTEST_APPLESS_MAIN(CaptureBenchmark)
#include "capture_benchmark.moc"
