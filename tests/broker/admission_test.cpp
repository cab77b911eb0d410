// SPDX-License-Identifier: GPL-3.0-or-later
// How many may come in: the limit of clients is exact, the limit of connections is counted, and every way out
// gives the place back.
#include "tests/support/raw_peer.h"
#include "tests/support/running_broker.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using tests::RawPeer;
using tests::RunningBroker;

class AdmissionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void letsInExactlyAsManyClientsAsTheLimitSays_data()
    {
        QTest::addColumn<int>("workers");
        QTest::newRow("1 worker") << 1;
        QTest::newRow("3 workers") << 3;
    }

    void letsInExactlyAsManyClientsAsTheLimitSays()
    {
        QFETCH(int, workers);
        constexpr int limit = 7;
        constexpr size_t peers = 60;
        Settings settings;
        settings.limits.maxClients = limit;
        RunningBroker broker(settings, workers);
        const QUrl url = broker.url({});
        std::vector<std::unique_ptr<RawPeer>> burst;
        for (size_t i = 0; i < peers; ++i) {
            burst.push_back(std::make_unique<RawPeer>(url));
            burst.back()->handshake("/ws");
        }
        QTRY_COMPARE_WITH_TIMEOUT(count(burst, 101) + count(burst, 503), qsizetype(peers), 20'000);
        QCOMPARE(count(burst, 101), limit);
        QTRY_COMPARE(broker.clients().size(), limit);
        QTRY_COMPARE(broker.statistics().handshakesRefused, peers - limit);
    }

    void givesAPlaceBackHoweverTheClientEnds_data()
    {
        QTest::addColumn<QByteArray>("farewell");
        QTest::newRow("vanishes") << QByteArray();
        QTest::newRow("closes") << QByteArray("\x88\x82\x00\x00\x00\x00\x03\xe8", 8);
        QTest::newRow("breaks the protocol") << QByteArray("\xff\x00", 2);
    }

    void givesAPlaceBackHoweverTheClientEnds()
    {
        QFETCH(QByteArray, farewell);
        Settings settings;
        settings.limits.maxClients = 1;
        settings.limits.maxHalfOpen = 2;
        RunningBroker broker(settings, 2);
        const QUrl url = broker.url({});
        for (int round = 0; round < 8; ++round) { // more often than the limits would bear a leak
            RawPeer refused(url);
            RawPeer peer(url);
            peer.handshake("/ws");
            QTRY_COMPARE(peer.status(), 101);
            refused.handshake("/ws");
            QTRY_COMPARE(refused.status(), 503);
            if (!farewell.isEmpty()) {
                peer.send(farewell);
                QTRY_VERIFY(peer.isClosed());
            }
            peer.socket().abort();
            refused.socket().abort();
            QTRY_COMPARE(broker.ends().size(), static_cast<size_t>(round + 1));
        }
    }

    void countsConnectionsForWhichThereIsNoRoomAtAll()
    {
        Settings settings;
        settings.limits.maxClients = 1;
        settings.limits.maxHalfOpen = 2;
        RunningBroker broker(settings);
        const QUrl url = broker.url({});
        std::vector<std::unique_ptr<RawPeer>> idle;
        for (int i = 0; i < 3; ++i) {
            idle.push_back(std::make_unique<RawPeer>(url));
            QTRY_COMPARE(idle.back()->socket().state(), QAbstractSocket::ConnectedState);
        }
        for (quint64 i = 1; i <= 4; ++i) {
            RawPeer surplus(url);
            QTRY_VERIFY(surplus.isClosed());
            QTRY_COMPARE(broker.statistics().requestsRefused, i);
        }
        idle.pop_back(); // one leaves, and there is room again
        bool served = false;
        const auto isServed = [&] {
            if (served) { // QTRY_VERIFY asks again, when this one's place may still be taken
                return true;
            }
            RawPeer next(url);
            next.request("GET", "/healthz");
            [&] { QTRY_VERIFY(next.status() != 0 || next.isClosed()); }();
            served = next.status() == 200;
            return served;
        };
        QTRY_VERIFY(isServed());
    }

private:
    static qsizetype count(const std::vector<std::unique_ptr<RawPeer>>& peers, int status)
    {
        return std::count_if(peers.begin(), peers.end(),
                             [status](const auto& peer) { return peer->status() == status; });
    }
};

SIGNALBOX_TEST(AdmissionTest)
#include "admission_test.moc"
