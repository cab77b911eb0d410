// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/testclients/test_client_pool.h"

#include "tests/support/running_broker.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::testclients;
using namespace std::chrono_literals;
using tests::RunningBroker;

class TestClientPoolTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_broker.emplace();
        m_url = QUrl(m_broker->url({}));
        QVERIFY(!m_url.isEmpty());
        m_ended = 0;
        m_reports.emplace();
        m_reports->setReader([this](std::vector<PoolReport>&& burst) {
            for (const PoolReport& report : burst) {
                m_ended += report.ended;
            }
        });
        m_tasks.emplace();
        m_pool.emplace(*m_tasks, *m_reports);
    }
    void cleanup()
    {
        m_pool.reset();
        m_tasks.reset();
        m_reports.reset();
        m_broker.reset();
    }

    void connectsNoMoreThanSixteenAtATime()
    {
        m_tasks->post(pool_task::Open{m_url, profiles(64)});
        int most = 0;
        QTRY_VERIFY((most = std::max(most, m_pool->connecting()), connected() == 64));
        QVERIFY(most > 0);
        QVERIFY(most <= TestClientPool::maxConnecting);
        QTRY_COMPARE(m_pool->connecting(), 0);
        QCOMPARE(m_ended, 0);
    }

    void saysOfEachThatItHasEnded()
    {
        m_tasks->post(pool_task::Open{m_url, profiles(5)});
        QTRY_COMPARE(connected(), 5);
        QVERIFY(std::holds_alternative<link::CommandAnswer::Done>(
            m_broker->ask(link::DisconnectClient{m_broker->clients().cbegin()->client, 4000, "enough"})));
        QTRY_COMPARE(m_ended, 1);
        m_tasks->post(pool_task::CloseAll{});
        QTRY_COMPARE(m_ended, 5);
        QTRY_COMPARE(connected(), 0);
    }

    void endsThoseThatWaitWhenToldToCloseAll()
    {
        m_tasks->post(pool_task::Open{m_url, profiles(200)});
        m_tasks->post(pool_task::CloseAll{});
        QTRY_COMPARE(m_ended, 200);
        QTRY_COMPARE(connected(), 0);
    }

    void endsThoseThatCannotConnect()
    {
        m_tasks->post(pool_task::Open{QUrl(QStringLiteral("ws://127.0.0.1:1")), profiles(3)});
        QTRY_COMPARE(m_ended, 3);
        QCOMPARE(m_pool->connecting(), 0);
    }

    void abandonsAllAtOnce()
    {
        m_tasks->post(pool_task::Open{m_url, profiles(40)});
        QTRY_VERIFY(connected() > 0);
        m_tasks->post(pool_task::Abandon{});
        QTRY_COMPARE(m_ended, 40);
        QTRY_COMPARE(connected(), 0);
    }

    void readsNoTaskAfterItsEnd()
    {
        m_pool.reset();
        m_tasks->post(pool_task::Open{m_url, profiles(1)});
        m_tasks->drain(); // nobody is there who could be called
        QCOMPARE(m_ended, 0);
    }

private:
    static std::vector<TestClientProfile> profiles(int count)
    {
        std::vector<TestClientProfile> all;
        for (int i = 1; i <= count; ++i) {
            all.push_back({QStringLiteral("guest %1").arg(i), {}, Behaviour::Quiet, 2s});
        }
        return all;
    }
    [[nodiscard]] qsizetype connected() const { return static_cast<qsizetype>(m_broker->clients().size()); }

    std::optional<RunningBroker> m_broker;
    QUrl m_url;
    int m_ended = 0;
    std::optional<Mailbox<PoolReport>> m_reports;
    std::optional<Mailbox<PoolTask>> m_tasks;
    std::optional<TestClientPool> m_pool;
};

SIGNALBOX_TEST(TestClientPoolTest)
#include "test_client_pool_test.moc"
