// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/frame_lease.h"

#include "tests/broker/worker_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;

class FrameLeaseTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsCaptureOnForAMinute()
    {
        tests::WorkerBench bench;
        std::vector<recording::CaptureTask> tasks;
        bench.mailboxes.capture.setReader([&tasks](std::vector<recording::CaptureTask>&& posted) {
            std::move(posted.begin(), posted.end(), std::back_inserter(tasks));
        });
        FrameLease lease(bench.context);
        lease.renew();
        bench.clock.advance(std::chrono::seconds(50));
        lease.renew(); // the minute begins anew
        bench.clock.advance(std::chrono::seconds(50));
        lease.tick(bench.clock.steadyNow());
        bench.mailboxes.capture.drain();
        QCOMPARE(tasks.size(), size_t(1));
        QVERIFY(std::holds_alternative<recording::AttachConsumer>(tasks.front()));
        bench.clock.advance(std::chrono::seconds(10));
        lease.tick(bench.clock.steadyNow());
        lease.tick(bench.clock.steadyNow());
        bench.mailboxes.capture.drain();
        QCOMPARE(tasks.size(), size_t(2));
        QCOMPARE(std::get<recording::DetachConsumer>(tasks.back()).consumer, lease.consumer());
    }

    void passesOnTheWholeOfOneRow()
    {
        tests::WorkerBench bench;
        std::vector<recording::CaptureTask> tasks;
        bench.mailboxes.capture.setReader([&tasks](std::vector<recording::CaptureTask>&& posted) {
            std::move(posted.begin(), posted.end(), std::back_inserter(tasks));
        });
        FrameLease lease(bench.context);
        lease.renew();
        bench.mailboxes.capture.drain();
        link::FrameDetail detail;
        detail.number = 7;
        std::get<recording::AttachConsumer>(tasks.front()).sink.detail(3, detail);
        const auto passed = bench.toWorker<worker_task::Frames>();
        QCOMPARE(passed.size(), size_t(1));
        QCOMPARE(passed.front().command, link::CommandId(3));
        QCOMPARE(std::get<link::FrameDetail>(passed.front().what).number, 7U);
    }
};

SIGNALBOX_TEST(FrameLeaseTest)
#include "frame_lease_test.moc"
