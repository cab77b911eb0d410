// SPDX-License-Identifier: GPL-3.0-or-later
// Whose address a client has, in what the hub and the window are told.
#include "server/broker/peer_reader.h"

#include "tests/support/raw_peer.h"
#include "tests/support/running_broker.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using tests::RawPeer;
using tests::RunningBroker;

class PeerReaderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesTheAddressThatATrustedProxyTold()
    {
        const link::ClientInfo client = clientOf("127.0.0.0/8", "X-Forwarded-For: 127.8.8.8, 203.0.113.7\r\n"
                                                                "X-Forwarded-Proto: https\r\n");
        QCOMPARE(client.address, QByteArray("203.0.113.7"));
        QVERIFY(client.proxy.startsWith("127.0.0.1:"));
        QVERIFY(client.secure);
    }

    void givesTheConnectionsOwnForAnybodyElse()
    {
        const link::ClientInfo client = clientOf("10.0.0.0/8", "X-Forwarded-For: 203.0.113.7\r\n"
                                                               "X-Forwarded-Proto: https\r\n");
        QVERIFY(client.address.startsWith("127.0.0.1:"));
        QVERIFY(client.proxy.isEmpty());
        QVERIFY(!client.secure);
    }

    void countsWhatCannotBeReadOnce()
    {
        const link::ClientInfo client = clientOf("127.0.0.1/32", "X-Forwarded-For: unknown\r\n", 1);
        QVERIFY(client.address.startsWith("127.0.0.1:"));
    }

private:
    static link::ClientInfo clientOf(const QByteArray& trusted, const QByteArray& headers,
                                     quint64 malformed = 0)
    {
        Settings settings;
        settings.http.trustedProxies = {trusted};
        settings.listener.allowInsecure = true; // clients of other machines, without an Origin
        RunningBroker broker(settings, 1);
        RawPeer peer(broker.url({}));
        peer.send("GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
                  headers + "\r\n");
        [&] { QTRY_COMPARE(broker.clients().size(), 1); }();
        [&] { QTRY_COMPARE(broker.statistics().malformedForwarding, malformed); }();
        return broker.clients().isEmpty() ? link::ClientInfo() : *broker.clients().cbegin();
    }
};

SIGNALBOX_TEST(PeerReaderTest)
#include "peer_reader_test.moc"
