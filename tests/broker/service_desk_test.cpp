// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/service_desk.h"

#include "tests/broker/worker_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using namespace signalbox::tests;

class ServiceDeskTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsItsCommands()
    {
        QVERIFY(isServiceCommand(link::SetServiceEnabled{}));
        QVERIFY(isServiceCommand(link::ReloadService{}));
        QVERIFY(isServiceCommand(link::AddExampleService{}));
        QVERIFY(!isServiceCommand(link::StopListening{}));
    }

    void passesOnWhatTheOperatorWants()
    {
        Bench bench(link::ServicesAvailability::Available);
        bench.desk.carryOut(5, link::SetServiceEnabled{"a.js", false});
        bench.desk.attach(link::LinkId(3));
        bench.desk.nobodyLooks();
        const auto tasks = bench.takeTasks();
        QCOMPARE(tasks.size(), size_t(3));
        QCOMPARE(std::get<services_task::Command>(tasks[0]).id, link::CommandId(5));
        QCOMPARE(std::get<services_task::AttachConsole>(tasks[1]).link, link::LinkId(3));
        QVERIFY(std::holds_alternative<services_task::NobodyLooks>(tasks[2]));
        QVERIFY(bench.posted.empty());
    }

    void saysWhyThereAreNone()
    {
        Bench bench(link::ServicesAvailability::SwitchedOff);
        bench.desk.carryOut(5, link::ReloadService{"a.js"});
        bench.desk.attach({});
        bench.desk.nobodyLooks();
        QVERIFY(bench.takeTasks().empty());
        QCOMPARE(bench.posted.size(), size_t(2));
        const auto& answer = std::get<link::CommandAnswer>(bench.posted[0]);
        QCOMPARE(std::get<Error>(answer.result).code, QByteArray("service.none"));
        QCOMPARE(std::get<link::ServicesChanged>(bench.posted[1]).availability,
                 link::ServicesAvailability::SwitchedOff);
    }

    void sendsAMessageOfAServiceAsAnEnvelope()
    {
        Bench bench(link::ServicesAvailability::Available);
        bench.desk.send({"a.js", {{RecipientType::Client, "c1"}}, "he said \"no\"", false});
        const auto routed = bench.parts.toWorker<worker_task::Deliver>();
        QCOMPARE(routed.size(), size_t(1));
        QVERIFY(bench.parts.takeRecords() > 0); // a row in the frames list
    }

private:
    struct Bench {
        explicit Bench(link::ServicesAvailability availability)
            : desk({parts.clock, parts.mailboxes, parts.dispatcher, parts.capture, availability, feeds,
                    directory, sequencer})
        {
            parts.mailboxes.services.setReader([this](std::vector<ServicesTask>&& arrived) {
                std::move(arrived.begin(), arrived.end(), std::back_inserter(tasks));
            });
        }
        std::vector<ServicesTask> takeTasks()
        {
            parts.mailboxes.services.drain();
            return std::exchange(tasks, {});
        }

        WorkerBench parts;
        std::vector<link::Event> posted;
        std::vector<ServicesTask> tasks;
        LinkFeeds feeds{[this](link::LinkId, link::Event event) { posted.push_back(std::move(event)); }};
        Directory directory;
        XSocketsSequencer sequencer{parts.clock, parts.settings};
        ServiceDesk desk;
    };
};

SIGNALBOX_TEST(ServiceDeskTest)
#include "service_desk_test.moc"
