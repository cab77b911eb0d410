// SPDX-License-Identifier: GPL-3.0-or-later
// Over a real broker with several workers: a token made by one is spent at another, and what the window is
// told of a push.
#include "server/broker/managed_endpoints.h"

#include "server/core/random_token.h"
#include "tests/support/raw_peer.h"
#include "tests/support/running_broker.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using tests::RawPeer;
using tests::RunningBroker;

class ManagedEndpointsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_broker = std::make_unique<RunningBroker>(Settings(), 3);
        m_token = randomToken();
        m_broker->broker().setOperatorToken(OperatorToken(m_token));
    }
    void cleanup() { m_broker.reset(); }

    void opensASocketAtWhicheverWorkerAndReachesIt()
    {
        for (int i = 0; i < 4; ++i) { // connections go to the workers in turn
            const QByteArray id = reserve();
            RawPeer client(m_broker->url({}));
            client.handshake("/any?token=" + id);
            QTRY_COMPARE(client.status(), 101);
            QTRY_COMPARE(m_broker->clients().size(), 1);
            QCOMPARE(m_broker->clients().begin()->socketId, id);
            QCOMPARE(m_broker->clients().begin()->dialect, QByteArray("raw"));
            QCOMPARE(m_broker->clients().begin()->tags.size(), 1);
            RawPeer pusher(m_broker->url({}));
            pusher.post("/v1/messages",
                        R"({"data":"hello","receivers":{"sockets":[")" + id + R"("],"tags":null}})");
            QTRY_COMPARE(pusher.status(), 201);
            QTRY_VERIFY(client.received().endsWith(QByteArray("\x81\x05hello")));
            RawPeer thief(m_broker->url({}));
            thief.handshake("/any?token=" + id);
            QTRY_COMPARE(thief.status(), 403);
            client.socket().abort();
            QTRY_COMPARE(m_broker->clients().size(), 0);
        }
    }

    void showsAPushWithItsReceivers()
    {
        RawPeer pusher(m_broker->url({}));
        pusher.post("/v1/messages", R"({"data":"hello","receivers":{"sockets":null,"tags":["red"]}})");
        QTRY_COMPARE(pusher.status(), 201);
        const auto isPush = [](const link::FrameRow& row) { return row.kind == link::RowKind::Push; };
        QTRY_VERIFY(std::ranges::any_of(m_broker->rows(), isPush));
        const auto row = std::ranges::find_if(m_broker->rows(), isPush);
        QCOMPARE(row->target, QByteArray("tag red"));
        QCOMPARE(row->action, QByteArray("message"));
    }

    void showsNobodyTheOperatorToken()
    {
        RawPeer peer(m_broker->url({}));
        peer.request("GET", "/v1/sockets/none", "Authorization: Bearer " + m_token + "\r\n");
        QTRY_COMPARE(peer.status(), 404);
        const auto isRefusal = [](const link::FrameRow& row) { return row.kind == link::RowKind::Refused; };
        QTRY_VERIFY(std::ranges::any_of(m_broker->rows(), isRefusal));
        const auto row = std::ranges::find_if(m_broker->rows(), isRefusal);
        const auto answer = m_broker->ask(link::FetchFrame{row->number});
        const QByteArray shown = std::get<link::FrameDetail>(answer).handshakeRequest;
        QVERIFY(shown.contains("Authorization: ****** ***"));
        QVERIFY(!shown.contains(m_token));
    }

    void takesAnotherOperatorToken()
    {
        const QByteArray other = randomToken();
        m_broker->broker().setOperatorToken(OperatorToken(other));
        RawPeer peer(m_broker->url({}));
        peer.request("GET", "/v1/sockets", "Authorization: Bearer " + m_token + "\r\n");
        QTRY_COMPARE(peer.status(), 401);
    }

private:
    QByteArray reserve()
    {
        RawPeer peer(m_broker->url({}));
        const QByteArray body = R"({"tags":["red"]})";
        peer.send("POST /v1/sockets HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + m_token +
                  "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        [&] { QTRY_COMPARE(peer.status(), 201); }();
        const QByteArray all = peer.received();
        return all.sliced(all.indexOf("{\"id\":\"") + 7, randomTokenBytes);
    }

    std::unique_ptr<RunningBroker> m_broker;
    QByteArray m_token;
};

SIGNALBOX_TEST(ManagedEndpointsTest)
#include "managed_endpoints_test.moc"
