// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/close_state.h"

#include "tests/support/manual_clock.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace std::chrono_literals;
using signalbox::EndReason;
using signalbox::transport::CloseState;
using signalbox::transport::ConnectionEnd;

class CloseStateTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beginsOpen()
    {
        const CloseState state;
        QVERIFY(state.isOpen());
        QCOMPARE(state.phase(), CloseState::Phase::Open);
    }

    void awaitsThePeerAndLingersUntilItsDeadline()
    {
        CloseState state;
        state.beginAwaiting({EndReason::Shutdown, 1001, "bye", 0}, m_now + 5s);
        QVERIFY(!state.isOpen());
        QCOMPARE(state.phase(), CloseState::Phase::AwaitingPeer);
        QVERIFY(state.deadline() == m_now + 5s);
        state.beginLingering({EndReason::PeerClosed, 1000, "", 0}, m_now + 2s);
        QCOMPARE(state.phase(), CloseState::Phase::Lingering);
        QVERIFY(state.deadline() == m_now + 2s);
    }

    void theFirstCauseCounts()
    {
        CloseState state;
        state.beginAwaiting({EndReason::Shutdown, 1001, "bye", 0}, m_now);
        state.beginLingering({EndReason::ProtocolError, 1002, "", 0}, m_now);
        state.finish({EndReason::Vanished, 1006, "", 0});
        QCOMPARE(state.phase(), CloseState::Phase::Ended);
        QCOMPARE(state.end().reason, EndReason::Shutdown);
        QCOMPARE(state.end().closeCode, quint16(1001));
        QCOMPARE(state.end().closeReason, QByteArray("bye"));
    }

    void nothingFollowsTheEnd()
    {
        CloseState state;
        state.finish({EndReason::Vanished, 1006, "", 0});
        state.beginAwaiting({EndReason::Shutdown, 1001, "", 0}, m_now + 5s);
        state.beginLingering({EndReason::PeerClosed, 1000, "", 0}, m_now + 2s);
        QCOMPARE(state.phase(), CloseState::Phase::Ended);
        QCOMPARE(state.end().reason, EndReason::Vanished);
    }

private:
    signalbox::SteadyTime m_now = signalbox::tests::ManualClock().steadyNow();
};

SIGNALBOX_TEST(CloseStateTest)
#include "close_state_test.moc"
