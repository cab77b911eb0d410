// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/xsockets_delivery.h"

#include "tests/broker/xsockets_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <optional>

using namespace signalbox;
using namespace signalbox::broker;
using namespace std::chrono_literals;
using tests::FakeStream;
using tests::XSocketsBench;
using websocket::Opcode;

using Ids = std::vector<quint16>;

namespace {

Settings threeEach()
{
    Settings settings;
    settings.xsockets.maxUnacknowledged = 3;
    return settings;
}

} // namespace

class XSocketsDeliveryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench.emplace(threeEach()); }

    void numbersForClientsThatAcknowledgeAndForNoOthers()
    {
        FakeStream& ann = subscriber();
        FakeStream& bob = subscriber(false);
        m_bench->deliver(1, "red");
        m_bench->deliver(2, "red");
        QCOMPARE(XSocketsBench::idsOf(ann), (Ids{1, 2}));
        const auto plain = XSocketsBench::take(bob);
        QCOMPARE(plain.size(), size_t(2));
        QCOMPARE(plain[0].id, quint16(0));
        QVERIFY(!plain[0].acknowledged);
        QCOMPARE(m_bench->bench.counters.xsockets.unacknowledged, qint64(2));
    }

    void numbersForEachClientByItself()
    {
        FakeStream& ann = subscriber();
        m_bench->deliver(1, "red");
        FakeStream& bob = subscriber();
        m_bench->deliver(2, "red");
        QCOMPARE(XSocketsBench::idsOf(ann), (Ids{1, 2}));
        QCOMPARE(XSocketsBench::idsOf(bob), (Ids{1}));
    }

    void sendsAgainUntilItIsAcknowledged()
    {
        FakeStream& ann = subscriber();
        m_bench->deliver(1, "red", "\"a\"");
        m_bench->deliver(2, "red", "\"b\"");
        const auto first = XSocketsBench::take(ann);
        advance(4900ms);
        QVERIFY(ann.written.isEmpty());
        advance(100ms);
        QCOMPARE(XSocketsBench::take(ann), first); // the same, in the same order
        acknowledge(ann, 1);
        advance(5s);
        QCOMPARE(XSocketsBench::idsOf(ann), (Ids{2}));
        acknowledge(ann, 2);
        advance(60s);
        QVERIFY(ann.written.isEmpty());
        QCOMPARE(m_bench->bench.counters.xsockets.resent, quint64(3));
        QCOMPARE(m_bench->bench.counters.xsockets.unacknowledged, qint64(0));
    }

    void sendsNothingAgainToAClientThatHasNotTakenWhatThereIs()
    {
        FakeStream& slow = subscriber();
        FakeStream& ann = subscriber();
        m_bench->deliver(1, "red");
        std::ignore = XSocketsBench::take(slow);
        std::ignore = XSocketsBench::take(ann);
        slow.room = 0;
        m_bench->deliver(2, "red");
        advance(5s);
        QCOMPARE(XSocketsBench::idsOf(ann), (Ids{2, 1, 2})); // nobody waits for the slow one
        QVERIFY(slow.written.isEmpty());
        slow.takeMore(100'000);
        QCOMPARE(XSocketsBench::idsOf(slow), (Ids{2}));
        advance(100ms);
        QCOMPARE(XSocketsBench::idsOf(slow), (Ids{1, 2}));
    }

    void sendsOnceWithoutAnIdWhenTooManyWaitAndSaysSoOnce()
    {
        FakeStream& ann = subscriber();
        for (quint64 sequence = 1; sequence <= 5; ++sequence) {
            m_bench->deliver(sequence, "red");
        }
        const auto messages = XSocketsBench::take(ann);
        QCOMPARE(messages.size(), size_t(6));
        QCOMPARE(messages[3].topic, QByteArray("4"));
        QVERIFY(messages[3].data.contains("xsockets.too_many_unacknowledged"));
        QCOMPARE(messages[4].id, quint16(0));
        QCOMPARE(messages[5].id, quint16(0));
        QCOMPARE(m_bench->bench.counters.xsockets.notKept, quint64(2));
        acknowledge(ann, 1);
        acknowledge(ann, 2);
        m_bench->deliver(6, "red");
        QCOMPARE(XSocketsBench::idsOf(ann), (Ids{4}));
    }

    void handsOnWhatAClientOwesWhenItEnds()
    {
        FakeStream& ann = subscriber();
        m_bench->deliver(1, "red");
        m_bench->deliver(2, "red");
        acknowledge(ann, 1);
        ann.breakOff();
        const auto leave = m_bench->asked<xsockets_question::Leave>();
        QCOMPARE(leave.persistentId, QByteArray("pi"));
        QCOMPARE(leave.lastId, quint16(2));
        QCOMPARE(leave.seen, quint64(2));
        QCOMPARE(leave.controllers.size(), size_t(1));
        QCOMPARE(leave.controllers[0].topics, QList<QByteArray>{"red"});
        QCOMPARE(leave.controllers[0].owed.size(), size_t(1));
        QCOMPARE(leave.controllers[0].owed[0].address.id, quint16(2));
        QCOMPARE(m_bench->bench.counters.xsockets.unacknowledged, qint64(0));
        advance(5s); // nobody is there
    }

    void handsOnNothingOfClientsThatDoNotAcknowledge()
    {
        FakeStream& ann = subscriber(false);
        ann.breakOff();
        for (const auto& task : m_bench->bench.toHub<hub_task::AskXSockets>()) {
            QVERIFY(!std::holds_alternative<xsockets_question::Leave>(task.question));
        }
    }

private:
    FakeStream& subscriber(bool acknowledges = true)
    {
        FakeStream& stream = m_bench->open(acknowledges);
        stream.receive(Opcode::Text, R"({"C":"chat","T":"5","D":"red"})");
        stream.written.clear();
        return stream;
    }
    static void acknowledge(FakeStream& stream, int id)
    {
        stream.receive(Opcode::Text, "{\"C\":\"chat\",\"T\":\"9\",\"I\":" + QByteArray::number(id) + '}');
    }
    void advance(std::chrono::milliseconds time)
    {
        m_bench->bench.clock.advance(time);
        m_bench->delivery.tick(m_bench->bench.clock.steadyNow());
    }

    std::optional<XSocketsBench> m_bench;
};

SIGNALBOX_TEST(XSocketsDeliveryTest)
#include "xsockets_delivery_test.moc"
