// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/unacknowledged.h"

#include "tests/support/manual_clock.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::xsockets;
using namespace std::chrono_literals;

namespace {

Owed owed(quint64 sequence, quint16 id = 0)
{
    static const auto message = std::make_shared<const Message>(Message{"chat", "red", "1", 0, true});
    return {message, {"chat", "red", id}, sequence};
}

} // namespace

class UnacknowledgedTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersFromOneAndBeginsAnewBehindTheLast()
    {
        QCOMPARE(add(1), quint16(1));
        QCOMPARE(add(2), quint16(2));
        m_waiting.continueAfter(65534);
        QCOMPARE(add(3), quint16(65535));
        QVERIFY(m_waiting.acknowledge(65535));
        QCOMPARE(add(4), quint16(3)); // 1 and 2 still wait
    }

    void neverGivesAnIdThatWaitsAlthoughAllOthersWereUsed()
    {
        QCOMPARE(add(1), quint16(1));
        for (int i = 0; i < 70'000; ++i) {
            const auto id = add(2);
            QVERIFY(id && *id > 1);
            QVERIFY(m_waiting.acknowledge(*id));
        }
        QCOMPARE(m_waiting.count(), size_t(1));
    }

    void keepsTheIdThatAMessageHad()
    {
        QCOMPARE(m_waiting.add(owed(1, 40), now()), quint16(40));
        QCOMPARE(m_waiting.add(owed(2, 40), now()), quint16(1)); // it has gone to another
    }

    void hasLimits()
    {
        Unacknowledged two({2, 10'000});
        QVERIFY(two.add(owed(1), now()));
        QVERIFY(two.add(owed(2), now()));
        QVERIFY(!two.add(owed(3), now()));
        QVERIFY(two.acknowledge(1));
        QVERIFY(two.add(owed(3), now()));
        Unacknowledged small({10, owed(1).bytes()});
        QVERIFY(small.add(owed(1), now()));
        QVERIFY(!small.add(owed(2), now()));
        QCOMPARE(small.bytes(), owed(1).bytes());
    }

    void acknowledgesEachOnce()
    {
        QVERIFY(!m_waiting.acknowledge(1));
        std::ignore = add(1);
        QVERIFY(!m_waiting.acknowledge(0));
        QVERIFY(m_waiting.acknowledge(1));
        QVERIFY(!m_waiting.acknowledge(1));
        QCOMPARE(m_waiting.bytes(), qint64(0));
    }

    void isDueAfterTheIntervalInTheOrderInWhichItWasSent()
    {
        std::ignore = add(1);
        m_clock.advance(3s);
        std::ignore = add(2);
        std::ignore = add(3);
        QCOMPARE(due(), (std::vector<quint64>{}));
        m_clock.advance(2s);
        QCOMPARE(due(), (std::vector<quint64>{1}));
        QCOMPARE(due(), (std::vector<quint64>{}));
        m_clock.advance(3s);
        QCOMPARE(due(), (std::vector<quint64>{2, 3}));
        QVERIFY(m_waiting.acknowledge(2));
        m_clock.advance(60s);
        QCOMPARE(due(), (std::vector<quint64>{1, 3}));
    }

    void handsOutSoMuchAndTheRestTheNextTime()
    {
        for (quint64 sequence = 1; sequence <= 5; ++sequence) {
            std::ignore = add(sequence);
        }
        m_clock.advance(5s);
        const qint64 two = 2 * owed(1).bytes();
        QCOMPARE(due(two), (std::vector<quint64>{1, 2}));
        QCOMPARE(due(two), (std::vector<quint64>{3, 4}));
        QCOMPARE(due(two), (std::vector<quint64>{5}));
        QCOMPARE(due(two), (std::vector<quint64>{}));
    }

    void givesAllAway()
    {
        std::ignore = add(1);
        std::ignore = add(2);
        const auto all = m_waiting.takeAll();
        QCOMPARE(all.size(), size_t(2));
        QCOMPARE(all[1].address.id, quint16(2));
        QVERIFY(m_waiting.isEmpty());
        QCOMPARE(add(3), quint16(3)); // ids go on
    }

    void init() { m_waiting = Unacknowledged({1'000, 1'000'000}); }

private:
    [[nodiscard]] SteadyTime now() const { return m_clock.steadyNow(); }
    std::optional<quint16> add(quint64 sequence) { return m_waiting.add(owed(sequence), now()); }
    std::vector<quint64> due(qint64 maxBytes = 1'000'000)
    {
        std::vector<quint64> sequences;
        for (const Owed& one : m_waiting.takeDue(now(), 5s, maxBytes)) {
            sequences.push_back(one.sequence);
        }
        return sequences;
    }

    tests::ManualClock m_clock;
    Unacknowledged m_waiting{{1'000, 1'000'000}};
};

SIGNALBOX_TEST(UnacknowledgedTest)
#include "unacknowledged_test.moc"
