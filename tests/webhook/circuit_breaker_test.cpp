// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webhook/circuit_breaker.h"

#include "tests/support/manual_clock.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::webhook;
using namespace std::chrono_literals;

class CircuitBreakerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = {};
        m_breaker = CircuitBreaker(3, 10s);
    }

    void opensAfterFailuresInARow()
    {
        QVERIFY(!fail());
        QVERIFY(!fail());
        QVERIFY(!m_breaker.callSucceeded()); // not in a row
        QVERIFY(!fail());
        QVERIFY(!fail());
        QVERIFY(m_breaker.allows(m_clock.steadyNow()));
        QVERIFY(fail());
        QCOMPARE(m_breaker.state(), CircuitState::Open);
        QVERIFY(!m_breaker.allows(m_clock.steadyNow()));
        QCOMPARE(m_breaker.opensUntil().value(), m_clock.steadyNow() + 10s);
    }

    void letsOneCallTryAfterThePause()
    {
        open();
        m_clock.advance(10s - 1us);
        QVERIFY(!m_breaker.allows(m_clock.steadyNow()));
        m_clock.advance(1us);
        QVERIFY(m_breaker.allows(m_clock.steadyNow()));
        m_breaker.callBegins();
        QCOMPARE(m_breaker.state(), CircuitState::HalfOpen);
        QVERIFY(!m_breaker.allows(m_clock.steadyNow()));
        QVERIFY(!m_breaker.opensUntil().has_value());
    }

    void closesWhenThatOneSucceeds()
    {
        open();
        m_clock.advance(10s);
        m_breaker.callBegins();
        QVERIFY(m_breaker.callSucceeded());
        QVERIFY(m_breaker.allows(m_clock.steadyNow()));
        QVERIFY(!fail()); // and counts from the beginning
    }

    void opensAgainWhenThatOneFails()
    {
        open();
        m_clock.advance(10s);
        m_breaker.callBegins();
        QVERIFY(!fail()); // it was open for those outside all the time
        QCOMPARE(m_breaker.opensUntil().value(), m_clock.steadyNow() + 10s);
    }

    void isNotKeptOpenByCallsThatBeganBefore()
    {
        open();
        const SteadyTime until = m_breaker.opensUntil().value();
        m_clock.advance(5s);
        QVERIFY(!fail());
        QCOMPARE(m_breaker.opensUntil().value(), until);
        QVERIFY(m_breaker.callSucceeded()); // and closed by one of those that succeeds
        QCOMPARE(m_breaker.state(), CircuitState::Closed);
    }

private:
    bool fail() { return m_breaker.callFailed(m_clock.steadyNow()); }
    void open()
    {
        while (m_breaker.state() == CircuitState::Closed) {
            fail();
        }
    }

    tests::ManualClock m_clock;
    CircuitBreaker m_breaker{3, 10s};
};

SIGNALBOX_TEST(CircuitBreakerTest)
#include "circuit_breaker_test.moc"
