// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/operator_gate.h"

#include "tests/broker/worker_bench.h"
#include "tests/http/make_request.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using Finding = OperatorGate::Finding;

class OperatorGateTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<tests::WorkerBench>();
        m_gate = std::make_unique<OperatorGate>(m_bench->context);
        m_gate->setToken(OperatorToken("right"));
    }

    void letsTheTokenIn_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<int>("status");
        QTest::newRow("right") << QByteArray("Authorization: Bearer right") << 0;
        QTest::newRow("in another case") << QByteArray("authorization: bearer right") << 0;
        QTest::newRow("wrong") << QByteArray("Authorization: Bearer wrong") << 401;
        QTest::newRow("empty") << QByteArray("Authorization: Bearer ") << 401;
        QTest::newRow("another scheme") << QByteArray("Authorization: Basic cmlnaHQ=") << 401;
        QTest::newRow("none") << QByteArray("X-Nothing: right") << 401;
    }
    void letsTheTokenIn()
    {
        QFETCH(const QByteArray, field);
        QFETCH(const int, status);
        const auto error = m_gate->judge(tests::makeGet("/metrics", {field}), m_address);
        QCOMPARE(error ? error->status : 0, status);
        QVERIFY(!error || error->headers.value("WWW-Authenticate") == "Bearer");
        QCOMPARE(error && error->code == "http.token_required", field.startsWith("X-"));
    }

    void letsNobodyInWithoutATokenOfItsOwn()
    {
        m_gate->setToken({});
        QCOMPARE(m_gate->check(tests::makeGet("/", {"Authorization: Bearer "}), m_address),
                 Finding::WrongToken);
    }

    void shutsOutWhoGuesses()
    {
        for (int i = 0; i < m_bench->settings.limits.maxWrongTokens; ++i) {
            QCOMPARE(m_gate->check(wrong(i), m_address), Finding::WrongToken);
        }
        QCOMPARE(m_gate->check(right(), m_address), Finding::ShutOut);
        const auto error = m_gate->judge(right(), m_address);
        QCOMPARE(error->status, 429);
        QCOMPARE(error->headers.value("Retry-After"), QByteArray("60"));
        QCOMPARE(m_gate->check(right(), QHostAddress(QStringLiteral("203.0.113.8"))), Finding::Passes);
        QCOMPARE(m_bench->counters.tokensRefused, 10U);
        m_bench->clock.advance(std::chrono::minutes(1));
        QCOMPARE(m_gate->check(right(), m_address), Finding::Passes);
    }

    void hearsOfGuessesAtOtherWorkers()
    {
        m_bench->mailboxes.workers.push_back(std::make_unique<Mailbox<WorkerTask>>());
        std::vector<WorkerTask> told;
        m_bench->mailboxes.workers.back()->setReader(
            [&told](std::vector<WorkerTask>&& tasks) { told = std::move(tasks); });
        QCOMPARE(m_gate->check(wrong(), m_address), Finding::WrongToken);
        m_bench->mailboxes.workers.back()->drain();
        QCOMPARE(told.size(), size_t(1));
        QCOMPARE(std::get<worker_task::WrongToken>(told.front()).address, m_address);
        QCOMPARE(std::get<worker_task::WrongToken>(told.front()).presented, OperatorToken("wrong0"));
        QVERIFY(m_bench->toWorker<worker_task::WrongToken>().empty());
        for (int i = 1; i < m_bench->settings.limits.maxWrongTokens; ++i) {
            m_gate->noteWrongToken(m_address, OperatorToken(QByteArray::number(i)));
        }
        QCOMPARE(m_gate->check(right(), m_address), Finding::ShutOut);
    }

    void asksAsOftenAsOneLikesForAToken()
    {
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(m_gate->check(tests::makeGet("/metrics"), m_address), Finding::NoToken);
        }
        QCOMPARE(m_gate->check(right(), m_address), Finding::Passes);
    }

private:
    static http::Request right() { return tests::makeGet("/metrics", {"Authorization: Bearer right"}); }
    static http::Request wrong(int guess = 0)
    {
        return tests::makeGet("/metrics", {"Authorization: Bearer wrong" + QByteArray::number(guess)});
    }

    const QHostAddress m_address{QStringLiteral("203.0.113.7")};
    std::unique_ptr<tests::WorkerBench> m_bench;
    std::unique_ptr<OperatorGate> m_gate;
};

SIGNALBOX_TEST(OperatorGateTest)
#include "operator_gate_test.moc"
