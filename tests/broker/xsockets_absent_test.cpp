// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/xsockets_absent.h"

#include "tests/support/manual_clock.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <optional>

using namespace signalbox;
using namespace signalbox::broker;
using namespace std::chrono_literals;

namespace {

xsockets::Retained message(quint64 sequence, const QByteArray& group = "chat/red")
{
    return {group, std::make_shared<const xsockets::Message>(xsockets::Message{"chat", "red", "1", 0, true}),
            sequence};
}

xsockets::Owed owed(quint64 sequence, quint16 id)
{
    return {message(sequence).message, {"chat", "red", id}, sequence};
}

xsockets_question::Leave leave(quint64 seen, const QList<QByteArray>& topics = {"red"},
                               const std::vector<xsockets::Owed>& owed = {})
{
    return {"pi", {{"chat", topics, owed, 0}}, 9, seen};
}

std::vector<quint64> sequencesOf(const XSocketsResumed& resumed)
{
    std::vector<quint64> sequences;
    for (const xsockets::Owed& one : resumed.owed) {
        sequences.push_back(one.sequence);
    }
    return sequences;
}

} // namespace

class XSocketsAbsentTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gathersWhatAClientMisses()
    {
        m_absent->left(leave(4), {});
        m_absent->gather(message(5));
        m_absent->gather(message(6, "chat/blue"));
        m_absent->gather(message(7));
        const XSocketsResumed resumed = m_absent->resume("pi", "chat");
        QCOMPARE(sequencesOf(resumed), (std::vector<quint64>{5, 7}));
        QCOMPARE(resumed.topics, QList<QByteArray>{"red"});
        QCOMPARE(resumed.lastId, quint16(9));
        QCOMPARE(resumed.owed[0].address, (xsockets::Address{"chat", "red"}));
        QVERIFY(m_absent->resume("pi", "chat").topics.isEmpty()); // it has it now
        QCOMPARE(m_absent->messages(), qint64(0));
    }

    void fillsTheGapBetweenTheWorkersLastMessageAndTheHubsEachOnce()
    {
        const std::deque<xsockets::Retained> recent{message(3), message(4), message(5, "chat/blue"),
                                                    message(6), message(7)};
        // It had seen 3; 6 was being delivered to it when it ended.
        m_absent->left(leave(3, {"red"}, {owed(2, 1), owed(6, 2)}), recent);
        m_absent->gather(message(8));
        QCOMPARE(sequencesOf(m_absent->resume("pi", "chat")), (std::vector<quint64>{2, 6, 7, 8}));
    }

    void matchesWildcards()
    {
        m_absent->left(leave(0, {"+"}), {message(1), message(2, "chat/a/b")});
        m_absent->gather(message(3));
        m_absent->gather(message(4, "chat/a/b"));
        QCOMPARE(sequencesOf(m_absent->resume("pi", "chat")), (std::vector<quint64>{1, 3}));
    }

    void keepsControllersApart()
    {
        m_absent->left({"pi", {{"chat", {"red"}, {}, 0}, {"generic", {"chat/red"}, {}, 0}}, 0, 0}, {});
        m_absent->gather(message(1));
        QCOMPARE(m_absent->resume("pi", "generic").owed.at(0).address,
                 (xsockets::Address{"generic", "chat/red"}));
        QVERIFY(m_absent->resume("other", "chat").owed.empty());
        QCOMPARE(m_absent->resume("pi", "chat").owed.size(), size_t(1));
    }

    void forgetsAfterAWhile()
    {
        m_absent->left(leave(0), {});
        m_absent->gather(message(1));
        m_clock.advance(29s);
        m_absent->expire();
        QCOMPARE(m_absent->messages(), qint64(1));
        m_clock.advance(1s);
        m_absent->expire();
        QCOMPARE(m_absent->messages(), qint64(0));
        QVERIFY(m_absent->resume("pi", "chat").topics.isEmpty());
    }

    void missesTheLatestWhenThereIsNoRoom()
    {
        m_settings.xsockets.maxUnacknowledged = 2;
        m_absent->left(leave(0), {});
        for (quint64 sequence = 1; sequence <= 5; ++sequence) {
            m_absent->gather(message(sequence));
        }
        QCOMPARE(m_absent->notKept(), quint64(3));
        const XSocketsResumed resumed = m_absent->resume("pi", "chat");
        QCOMPARE(sequencesOf(resumed), (std::vector<quint64>{1, 2}));
        QCOMPARE(resumed.missed, quint64(3));
    }

    void keepsNoMoreForAllThanItsShare()
    {
        m_settings.xsockets.maxUnacknowledgedTotal = 3 * 2 * owed(1, 0).bytes();
        m_absent->left(leave(0), {});
        m_absent->left({"other", {{"chat", {"red"}, {}, 0}}, 0, 0}, {});
        m_absent->gather(message(1));
        m_absent->gather(message(2)); // three of four
        QCOMPARE(m_absent->messages(), qint64(3));
        QCOMPARE(m_absent->notKept(), quint64(1));
        std::ignore = m_absent->resume("pi", "chat");
        std::ignore = m_absent->resume("other", "chat");
        m_absent->left(leave(0), {});
        m_absent->gather(message(3));
        QCOMPARE(m_absent->messages(), qint64(1)); // what was given back is free again
    }

    void init()
    {
        m_settings = {};
        m_absent.emplace(m_clock, m_settings);
    }

private:
    tests::ManualClock m_clock;
    Settings m_settings;
    std::optional<XSocketsAbsent> m_absent;
};

SIGNALBOX_TEST(XSocketsAbsentTest)
#include "xsockets_absent_test.moc"
