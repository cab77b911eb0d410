// SPDX-License-Identifier: GPL-3.0-or-later
// Through the hub of a real broker: what the operator may not do, and what is noted.
#include "server/broker/operator_desk.h"

#include "tests/support/raw_peer.h"
#include "tests/support/running_broker.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using tests::RawPeer;
using tests::RunningBroker;

class OperatorDeskTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listensNoMoreOnceItStops()
    {
        Settings settings;
        settings.shutdown.drainTimeout = std::chrono::minutes(1);
        settings.limits.closeTimeout = std::chrono::minutes(1);
        RunningBroker broker(settings);
        const QUrl url = broker.url({});
        RawPeer frozen(url); // holds the drain up
        frozen.handshake("/ws");
        QTRY_COMPARE(broker.clients().size(), 1);
        broker.broker().stop();
        const auto answer = broker.ask(link::StartListening{});
        QVERIFY(std::holds_alternative<Error>(answer));
        QCOMPARE(std::get<Error>(answer).code, QByteArray("listener.shutting_down"));
        RawPeer late(url);
        QTRY_COMPARE(late.socket().error(), QAbstractSocket::ConnectionRefusedError);
        frozen.socket().abort();
        QTRY_VERIFY(broker.hasStopped());
    }

    void notesTheActsOfTheOperator()
    {
        RunningBroker broker;
        RawPeer peer(broker.url({}));
        peer.handshake("/ws");
        QTRY_COMPARE(broker.clients().size(), 1);
        std::ignore = broker.ask(link::DisconnectClient{ClientId(1), 4002, "enough"});
        std::ignore = broker.ask(link::StopListening{});
        const auto acts = [&] {
            return std::count_if(broker.rows().begin(), broker.rows().end(), [](const link::FrameRow& row) {
                return row.kind == link::RowKind::OperatorAct;
            });
        };
        QTRY_COMPARE(acts(), 2);
    }

    void tellsTheWindowWhenTheListenersChange()
    {
        RunningBroker broker;
        QVERIFY(!broker.url({}).isEmpty());
        const auto listening = [&] {
            bool last = false;
            for (const link::Event& event : broker.events()) {
                if (const auto* const changed = std::get_if<link::ListenersChanged>(&event)) {
                    last = changed->listeners.front().listening;
                }
            }
            return last;
        };
        QVERIFY(listening());
        std::ignore = broker.ask(link::StopListening{});
        QVERIFY(!listening()); // told before the answer
        std::ignore = broker.ask(link::StartListening{});
        QVERIFY(listening());
        broker.broker().stop();
        QTRY_VERIFY(broker.hasStopped());
        QVERIFY(!listening());
    }
};

SIGNALBOX_TEST(OperatorDeskTest)
#include "operator_desk_test.moc"
