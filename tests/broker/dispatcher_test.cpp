// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/dispatcher.h"

#include "tests/support/manual_clock.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;

class DispatcherTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_mailboxes.emplace();
        m_posted.assign(3, {});
        for (size_t i = 0; i < m_posted.size(); ++i) {
            m_mailboxes->workers.push_back(std::make_unique<Mailbox<WorkerTask>>());
            m_mailboxes->workers[i]->setReader([this, i](std::vector<WorkerTask>&& tasks) {
                for (const WorkerTask& task : tasks) {
                    m_posted[i].push_back(std::get<worker_task::Deliver>(task).message);
                }
            });
        }
        m_dispatcher.emplace(Originator{1}, *m_mailboxes, m_lastMessage, m_clock,
                             [](MessageId, const Recipients&) {});
    }

    void postsOneMessageToEveryWorkerItsOwnToo()
    {
        m_dispatcher->dispatch(message());
        drain();
        for (const auto& messages : m_posted) {
            QCOMPARE(messages.size(), size_t(1));
            QCOMPARE(messages[0], m_posted[0][0]); // the same, not a copy
            QVERIFY(!messages[0]->answerTo.has_value());
        }
    }

    void keepsTheOrderAtEveryWorker()
    {
        for (int i = 0; i < 50; ++i) {
            m_dispatcher->dispatch(message());
        }
        drain();
        for (const auto& messages : m_posted) {
            QVERIFY(std::is_sorted(messages.begin(), messages.end(),
                                   [](const auto& left, const auto& right) { return left->id < right->id; }));
            QCOMPARE(messages.size(), size_t(50));
        }
    }

    void answersWhenEveryWorkerHasReported()
    {
        std::vector<Receipt> receipts;
        RoutedMessage asked = message();
        const MessageId id = asked.id;
        m_dispatcher->dispatch(std::move(asked), [&](Receipt receipt) { receipts.push_back(receipt); });
        drain();
        QCOMPARE(m_posted[2][0]->answerTo->index, 1);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(receipts.empty());
            m_dispatcher->outcomeArrived({id, {.recipients = 1, .sent = 1}, {}});
        }
        QCOMPARE(receipts.size(), size_t(1));
        QCOMPARE(receipts[0].counts.sent, 3);
    }

private:
    RoutedMessage message()
    {
        RoutedMessage message;
        message.id = m_dispatcher->nextMessage();
        return message;
    }
    void drain()
    {
        for (const auto& worker : m_mailboxes->workers) {
            worker->drain();
        }
    }

    tests::ManualClock m_clock;
    std::atomic<quint64> m_lastMessage = 0;
    std::vector<std::vector<RoutedMessagePointer>> m_posted; ///< by worker
    std::optional<Mailboxes> m_mailboxes;
    std::optional<Dispatcher> m_dispatcher;
};

SIGNALBOX_TEST(DispatcherTest)
#include "dispatcher_test.moc"
