// SPDX-License-Identifier: GPL-3.0-or-later
// Over a real broker with several workers: who may ask, what the window is told, and that a worker gets the
// answers to its own questions.
#include "server/broker/control_endpoints.h"

#include "server/core/random_token.h"
#include "tests/support/raw_peer.h"
#include "tests/support/running_broker.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using tests::RawPeer;
using tests::RunningBroker;

class ControlEndpointsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_broker = std::make_unique<RunningBroker>(Settings(), 3);
        m_token = randomToken();
        m_broker->broker().setOperatorToken(OperatorToken(m_token));
    }
    void cleanup() { m_broker.reset(); }

    void answersAtWhicheverWorker()
    {
        RawPeer client(m_broker->url({}));
        client.handshake("/ws?userId=ann&groupId=red");
        QTRY_COMPARE(m_broker->clients().size(), 1);
        const QByteArray id = m_broker->clients().begin()->client.text();
        for (int i = 0; i < 4; ++i) { // connections go to the workers in turn
            const auto peer = ask("GET", "/api/v1/groups/red/clients");
            QTRY_COMPARE(peer->status(), 200);
            const QByteArray first = "[{\"id\":\"" + id;
            QTRY_VERIFY(peer->received().contains(first));
            const auto joiner = ask("PUT", "/api/v1/clients/" + id + "/groups/group" + QByteArray::number(i));
            QTRY_COMPARE(joiner->status(), 201);
        }
        QTRY_COMPARE(m_broker->clients().begin()->groups.size(), 5);
    }

    void isARowInTheWindow()
    {
        RawPeer client(m_broker->url({}));
        client.handshake("/ws?userId=ann");
        QTRY_COMPARE(m_broker->clients().size(), 1);
        const QByteArray id = m_broker->clients().begin()->client.text();
        const auto peer = ask("DELETE", "/api/v1/clients/" + id + "?code=4000&reason=enough");
        QTRY_COMPARE(peer->status(), 204);
        const QByteArray note = "disconnect ann " + id + " with 4000, \"enough\", over the control API";
        QTRY_VERIFY(std::ranges::any_of(m_broker->rows(), [&note](const link::FrameRow& row) {
            return row.kind == link::RowKind::OperatorAct && row.text == note;
        }));
        QTRY_COMPARE(client.received().right(8), QByteArray("\x0F\xA0"
                                                            "enough"));
    }

    void tellsNothingWithoutTheToken_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<QByteArray>("code");
        const QByteArray required = "http.token_required";
        const QByteArray refused = "http.token_refused";
        QTest::newRow("none") << QByteArray("/api/v1/clients") << QByteArray() << required;
        QTest::newRow("no such path") << QByteArray("/api/v1/nothing") << QByteArray() << required;
        QTest::newRow("wrong") << QByteArray("/api/v1/clients") << QByteArray("Bearer abc") << refused;
        QTest::newRow("empty") << QByteArray("/api/v1/clients") << QByteArray("Bearer ") << refused;
        QTest::newRow("another scheme")
            << QByteArray("/api/v1/clients") << QByteArray("Basic abc") << refused;
    }
    void tellsNothingWithoutTheToken()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, authorization);
        QFETCH(const QByteArray, code);
        RawPeer peer(m_broker->url({}));
        peer.request("PATCH", path,
                     authorization.isEmpty() ? QByteArray() : "Authorization: " + authorization + "\r\n");
        QTRY_COMPARE(peer.status(), 401);
        QTRY_VERIFY(peer.received().contains(code));
    }

    void refusesABodyByItsHeader()
    {
        RawPeer peer(m_broker->url({})); // 1,000 bytes are announced, and never waited for
        peer.request("POST", "/api/v1/messages", "Content-Length: 1000\r\n");
        QTRY_COMPARE(peer.status(), 401);
    }

private:
    std::unique_ptr<RawPeer> ask(const QByteArray& method, const QByteArray& target)
    {
        auto peer = std::make_unique<RawPeer>(m_broker->url({}));
        peer->request(method, target, "Authorization: Bearer " + m_token + "\r\n");
        return peer;
    }

    std::unique_ptr<RunningBroker> m_broker;
    QByteArray m_token;
};

SIGNALBOX_TEST(ControlEndpointsTest)
#include "control_endpoints_test.moc"
