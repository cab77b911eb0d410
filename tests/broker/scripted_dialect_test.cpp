// SPDX-License-Identifier: GPL-3.0-or-later
// Clients whose subprotocol a script speaks: scripted_dialect.cpp and scripted_frames.cpp.
#include "server/broker/scripted_dialect.h"
#include "server/broker/scripted_frames.h"

#include "tests/broker/xsockets_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using namespace signalbox::tests;

class ScriptedDialectTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_asked.clear();
        m_frames.clear();
        m_fixture = std::make_unique<Fixture>();
        m_fixture->base.bench.mailboxes.services.setReader([this](std::vector<ServicesTask>&& tasks) {
            for (ServicesTask& task : tasks) {
                if (auto* const asked = std::get_if<services_task::EncodingAsked>(&task)) {
                    m_asked.push_back(std::move(*asked));
                } else if (auto* const came = std::get_if<services_task::FrameCame>(&task)) {
                    m_frames.push_back(std::move(*came));
                }
            }
        });
    }
    void cleanup() { m_fixture.reset(); }

    void asksOnceForAllClientsAndSendsInOrder()
    {
        FakeStream& ann = open();
        FakeStream& bob = open();
        subscribe(1);
        subscribe(2);
        m_fixture->base.deliver(1, "news", "1");
        m_fixture->base.deliver(2, "news", "2");
        drain();
        QCOMPARE(m_asked.size(), 2U);
        QCOMPARE(m_asked[0].service, QByteArray("demo.js"));
        QVERIFY(m_asked[0].message.contains(R"("T":"news")"));
        QVERIFY(ann.written.isEmpty()); // nothing leaves before it is encoded
        answer(m_asked[0].ticket, "one");
        answer(m_asked[1].ticket, "two");
        for (FakeStream* const stream : {&ann, &bob}) {
            QCOMPARE(stream->written, websocket::encodeFrame(websocket::Opcode::Text, "one") +
                                          websocket::encodeFrame(websocket::Opcode::Text, "two"));
        }
    }

    void whatIsDecodedIsAMessageLikeAnyOther()
    {
        open().receive(websocket::Opcode::Text, "anything");
        drain();
        QCOMPARE(m_frames.size(), 1U);
        QCOMPARE(m_frames[0].payload, QByteArray("anything"));
        worker_task::Decoded decoded{ClientId(1), std::optional(xsockets::Message{"chat", "hello", "1"})};
        m_fixture->dialect.decoded(session(1), decoded);
        const auto sent = m_fixture->base.bench.toWorker<worker_task::Deliver>();
        QCOMPARE(sent.size(), 1U);
        QCOMPARE(sent.front().message->recipients.front().value, QByteArray("chat/hello"));
        drain();
        QCOMPARE(m_asked.size(), 1U); // it is told that the controller is open
        worker_task::Decoded nothing{ClientId(1), std::optional<xsockets::Message>()};
        m_fixture->dialect.decoded(session(1), nothing);
        QCOMPARE(m_fixture->base.bench.counters.messagesIgnored, 1U);
    }

    void aCloseComesBehindWhatWaits()
    {
        FakeStream& ann = open();
        reply("one");
        session(1).close(1000, "bye", EndReason::PolicyViolation);
        QVERIFY(session(1).connection().isOpen());
        answer(m_asked[0].ticket, "one");
        QVERIFY(!session(1).connection().isOpen());
        QVERIFY(ann.written.startsWith(websocket::encodeFrame(websocket::Opcode::Text, "one")));
    }

    void aMessageThatCannotBeEncodedIsCountedAndAScriptThatIsGoneEndsTheClient()
    {
        open();
        reply("one");
        reply("two");
        m_fixture->frames.encoded({m_asked[0].ticket, Error{"service.failed", {}}});
        QVERIFY(session(1).connection().isOpen());
        QCOMPARE(m_fixture->base.bench.counters.deliveriesDropped, 1U);
        m_fixture->frames.encoded({m_asked[1].ticket, Error{"service.disabled", {}}});
        QVERIFY(!session(1).connection().isOpen());
    }

    void closesClientsWhoseScriptHasGone()
    {
        open();
        http::ServiceRoute route{"demo.js", {}, {}, {}};
        route.subprotocol = "other";
        m_fixture->dialect.setRoutes({route}); // it has another subprotocol now
        QVERIFY(!session(1).connection().isOpen());
    }

private:
    struct Fixture {
        XSocketsBench base;
        ScriptedFrames frames{base.bench.context, base.clients};
        ScriptedDialect dialect{base.bench.context, base.clients, base.dialect, frames};
    };

    FakeStream& open()
    {
        auto state = std::make_shared<XSocketsState>("", xsockets::Conversation("generic", 10), 1'000);
        state->connectionId = "ci";
        state->persistentId = "pi";
        state->decoder = "demo.js";
        return m_fixture->base.bench.open(m_fixture->base.clients, m_fixture->dialect, {}, {},
                                          std::move(state));
    }
    Session& session(quint64 number) { return *m_fixture->base.clients.find(ClientId(number)); }
    void subscribe(quint64 number)
    {
        QVERIFY(m_fixture->base.subscriptions.subscribe(session(number), "chat", "news"));
    }
    void reply(const QByteArray& topic)
    {
        (void)session(1).sendMessage(
            websocket::encodeFrame(websocket::Opcode::Text, xsockets::messageText({"chat", topic}, "1")));
        drain();
    }
    void answer(quint64 ticket, const QByteArray& body)
    {
        m_fixture->frames.encoded({ticket, services::ScriptResponse{200, {}, body}});
    }
    void drain() { m_fixture->base.bench.mailboxes.services.drain(); }

    std::unique_ptr<Fixture> m_fixture;
    std::vector<services_task::EncodingAsked> m_asked;
    std::vector<services_task::FrameCame> m_frames;
};

SIGNALBOX_TEST(ScriptedDialectTest)
#include "scripted_dialect_test.moc"
