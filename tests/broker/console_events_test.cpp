// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/console_events.h"

#include "server/broker/worker_links.h"
#include "server/link/console_protocol.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <array>

using namespace signalbox;
using namespace signalbox::broker;

class ConsoleEventsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_mailboxes = std::make_unique<Mailboxes>();
        for (auto& tasks : m_tasks) {
            tasks.clear();
            m_mailboxes->workers.push_back(std::make_unique<Mailbox<WorkerTask>>());
            m_mailboxes->workers.back()->setReader([&tasks](std::vector<WorkerTask>&& read) {
                std::move(read.begin(), read.end(), std::back_inserter(tasks));
            });
        }
    }

    void goToTheWorkerThatHasTheConsole()
    {
        const link::LinkId second = consoleLink(1, 1, workers);
        tellConsole(*m_mailboxes, second, link::Statistics());
        drain();
        QVERIFY(m_tasks[0].empty());
        QCOMPARE(m_tasks[1].size(), size_t(1));
        QCOMPARE(std::get<worker_task::TellConsole>(m_tasks[1].front()).console, second);
    }

    void carryTheNumbersThatTheConsoleCounts()
    {
        const link::LinkId console = consoleLink(0, 3, workers);
        link::CommandAnswer answer;
        answer.command = link::commandOf(console, 17);
        link::FramesFound found;
        found.search = link::commandOf(console, 18);
        link::FramesCaptured captured;
        captured.batch.filter = link::commandOf(console, 19);
        tellConsole(*m_mailboxes, console, answer);
        tellConsole(*m_mailboxes, console, found);
        tellConsole(*m_mailboxes, console, captured);
        drain();
        QCOMPARE(m_tasks[0].size(), size_t(3));
        QCOMPARE(told<link::CommandAnswer>(0).command, quint64(17));
        QCOMPARE(told<link::FramesFound>(1).search, quint64(18));
        QCOMPARE(told<link::FramesCaptured>(2).batch.filter, quint64(19));
    }

private:
    static constexpr size_t workers = 2;

    void drain()
    {
        for (const auto& worker : m_mailboxes->workers) {
            worker->drain();
        }
    }
    /// What the first worker passes on, as the console reads it.
    template <typename Event>
    Event told(size_t place)
    {
        const auto& task = std::get<worker_task::TellConsole>(m_tasks[0].at(place));
        const auto reply = std::get<link::console::Reply>(link::console::decodeReply(task.message).message);
        return std::get<Event>(std::get<link::Event>(reply));
    }

    std::unique_ptr<Mailboxes> m_mailboxes;
    std::array<std::vector<WorkerTask>, workers> m_tasks;
};

SIGNALBOX_TEST(ConsoleEventsTest)
#include "console_events_test.moc"
