// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/control_acts.h"

#include "tests/support/control_caller.h"
#include "tests/support/test_registry.h"

using namespace signalbox;
using tests::ControlCaller;
using tests::RawPeer;
using tests::RunningBroker;

class ControlActsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_broker = std::make_unique<RunningBroker>(Settings(), 2);
        m_caller = std::make_unique<ControlCaller>(*m_broker);
        m_peer = std::make_unique<RawPeer>(m_broker->url({}));
        m_peer->handshake("/ws?userId=ann");
        QTRY_COMPARE(m_broker->clients().size(), 1);
        m_client = "/clients/" + m_broker->clients().begin()->client.text();
    }
    void cleanup()
    {
        m_peer.reset();
        m_caller.reset();
        m_broker.reset();
    }

    void giveATagOnceAndTakeItAgain()
    {
        QCOMPARE(status("GET", m_client + "/tags/vip"), 404);
        QCOMPARE(status("PUT", m_client + "/tags/vip"), 201);
        QCOMPARE(status("PUT", m_client + "/tags/vip"), 204);
        QCOMPARE(status("GET", m_client + "/tags/vip"), 200);
        QCOMPARE(status("DELETE", m_client + "/tags/vip"), 204);
        QCOMPARE(status("DELETE", m_client + "/tags/vip"), 404);
    }

    void closeAGroupWithWhoIsInIt()
    {
        QCOMPARE(status("DELETE", "/groups/red/clients"), 404);
        QCOMPARE(status("PUT", m_client + "/groups/red"), 201);
        QCOMPARE(status("GET", m_client + "/groups/red"), 200);
        QCOMPARE(status("DELETE", "/groups/red/clients"), 204);
        QTRY_VERIFY(m_peer->received().contains('\x88')); // a close frame
    }

    void muteAClientAndLetItSpeakAgain()
    {
        QVERIFY(m_caller->get(m_client + "/mute").body.contains("false"));
        QCOMPARE(status("PUT", m_client + "/mute", "{}"), 200);
        QVERIFY(m_caller->get(m_client + "/mute").body.contains("true"));
        QCOMPARE(status("DELETE", m_client + "/mute"), 204);
    }

    void sendAnEnvelopeOrSayWhoWouldGetIt()
    {
        const QByteArray envelope = R"({"action":"a","message":"hello"})";
        const auto preview = m_caller->call("POST", "/messages?preview=true", envelope);
        QCOMPARE(preview.status, 200);
        QVERIFY2(!m_peer->received().contains("hello"), preview.body.constData());
        const auto sent = m_caller->call("POST", "/messages", envelope);
        QCOMPARE(sent.status, 200);
        QVERIFY2(sent.body.contains("\"recipients\":1"), sent.body.constData());
        QTRY_VERIFY(m_peer->received().contains("hello"));
    }

    void showAHandshakeAsItWas()
    {
        const auto reply = m_caller->get(m_client + "/handshake");
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.body.contains("userId=ann"));
    }

    void findNobodyWhoIsNotThere()
    {
        for (const char* const path : {"/handshake", "/mute", "/groups/red", "/tags/vip"}) {
            const auto reply = m_caller->get(QByteArray("/clients/c999") + path);
            QCOMPARE(reply.status, 404);
            QVERIFY2(reply.body.contains("client.not_found"), path);
        }
    }

private:
    int status(const QByteArray& method, const QByteArray& path, const QByteArray& body = {})
    {
        return m_caller->call(method, path, body).status;
    }

    std::unique_ptr<RunningBroker> m_broker;
    std::unique_ptr<ControlCaller> m_caller;
    std::unique_ptr<RawPeer> m_peer;
    QByteArray m_client;
};

SIGNALBOX_TEST(ControlActsTest)
#include "control_acts_test.moc"
