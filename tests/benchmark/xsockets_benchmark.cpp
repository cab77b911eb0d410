// SPDX-License-Identifier: GPL-3.0-or-later
// What messages to xsockets clients cost their worker, without sockets and without capture: one form for all,
// a thousand forms (one controller for each recipient), ids for each client, and a sweep over clients that
// never acknowledge. Divide by clients and messages.
#include "tests/broker/xsockets_bench.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using tests::FakeStream;
using tests::XSocketsBench;
using websocket::Opcode;

namespace {

constexpr int clientCount = 1'000;

QByteArray subscribe(const QByteArray& controller)
{
    return "{\"C\":\"" + controller + "\",\"T\":\"5\",\"D\":\"red\"}";
}

RoutedMessage messageTo(const Recipients& recipients, bool acknowledged)
{
    xsockets::Message said{"c0", "red", '"' + QByteArray(64, 'x') + '"', 0, acknowledged};
    RoutedMessage message = std::move(routeXSockets({}, said).value());
    message.recipients = recipients;
    message.sequence = acknowledged ? 1 : 0;
    return message;
}

} // namespace

class XSocketsBenchmark final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void deliver_data()
    {
        QTest::addColumn<int>("controllers");
        QTest::addColumn<bool>("acknowledged");
        QTest::newRow("one form") << 1 << false;
        QTest::newRow("1,000 forms") << clientCount << false;
        QTest::newRow("an id for each client") << 1 << true;
    }

    void deliver()
    {
        QFETCH(int, controllers);
        QFETCH(bool, acknowledged);
        XSocketsBench all(limits());
        all.bench.capture.setEnabled(false);
        const std::vector<FakeStream*> streams = open(all, controllers);
        Recipients recipients;
        for (int i = 0; i < controllers; ++i) {
            recipients.push_back({RecipientType::Group, "c" + QByteArray::number(i) + "/red"});
        }
        const auto message = std::make_shared<const RoutedMessage>(messageTo(recipients, acknowledged));
        QBENCHMARK
        {
            for (int i = 0; i < 10; ++i) {
                all.deliverer.deliver(message);
                all.deliverer.finishTurn();
            }
            for (FakeStream* const stream : streams) {
                stream->written.clear();
                stream->room = std::numeric_limits<int>::max();
            }
        }
    }

    void sweeps()
    {
        XSocketsBench all(limits());
        all.bench.capture.setEnabled(false);
        std::ignore = open(all, 1);
        const auto message =
            std::make_shared<const RoutedMessage>(messageTo({{RecipientType::Group, "c0/red"}}, true));
        for (int i = 0; i < 10; ++i) {
            all.deliverer.deliver(message);
            all.deliverer.finishTurn();
        }
        QBENCHMARK
        {
            all.delivery.tick(all.bench.clock.steadyNow()); // nothing is due
        }
    }

private:
    static Settings limits()
    {
        Settings settings;
        settings.xsockets.maxUnacknowledged = 65'535;
        settings.xsockets.maxUnacknowledgedBytes = 1024 * 1024 * 1024;
        settings.xsockets.maxUnacknowledgedTotal = qint64{8} * 1024 * 1024 * 1024;
        settings.limits.maxQueueBytes = 1024 * 1024 * 1024;
        return settings;
    }
    static std::vector<FakeStream*> open(XSocketsBench& all, int controllers)
    {
        std::vector<FakeStream*> streams;
        for (int i = 0; i < clientCount; ++i) {
            streams.push_back(&all.open());
            streams.back()->receive(Opcode::Text, subscribe("c" + QByteArray::number(i % controllers)));
        }
        return streams;
    }
};

QTEST_GUILESS_MAIN(XSocketsBenchmark)
#include "xsockets_benchmark.moc"
