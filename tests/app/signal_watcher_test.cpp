// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signal_watcher.h"

#include "tests/support/test_registry.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <csignal>
#include <unistd.h>

using namespace signalbox::app;

class SignalWatcherTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsRequestsToStop()
    {
        SignalWatcher watcher;
        QSignalSpy stops(&watcher, &SignalWatcher::stopRequested);
        std::raise(SIGTERM);
        std::raise(SIGINT);
        QCOMPARE(stops.count(), 0); // nothing happens inside the handler
        QTRY_COMPARE(stops.count(), 2);
        QCOMPARE(stops[0][0].toInt(), 1);
        QCOMPARE(stops[1][0].toInt(), 2);
    }

    void tellsSignalsApart()
    {
        SignalWatcher watcher;
        QSignalSpy stops(&watcher, &SignalWatcher::stopRequested);
        QSignalSpy reloads(&watcher, &SignalWatcher::reloadRequested);
        QSignalSpy rotates(&watcher, &SignalWatcher::rotateRequested);
        QSignalSpy dumps(&watcher, &SignalWatcher::stateDumpRequested);
        std::raise(SIGHUP);
        std::raise(SIGUSR1);
        std::raise(SIGUSR2);
        std::raise(SIGUSR2);
        QTRY_COMPARE(dumps.count(), 2);
        QCOMPARE(reloads.count(), 1);
        QCOMPARE(rotates.count(), 1);
        QCOMPARE(stops.count(), 0);
    }

    void survivesAStorm()
    {
        SignalWatcher watcher;
        QSignalSpy reloads(&watcher, &SignalWatcher::reloadRequested);
        for (int i = 0; i < 100'000; ++i) { // more than the pipe takes
            std::raise(SIGHUP);
        }
        int before = -1;
        while (before != reloads.count()) { // to the last that waits
            before = int(reloads.count());
            QCoreApplication::processEvents();
        }
        QVERIFY(before >= 4'096); // a pipe takes a page at least
        QSignalSpy stops(&watcher, &SignalWatcher::stopRequested);
        std::raise(SIGTERM);
        QTRY_COMPARE(stops.count(), 1);
    }

    void ignoresBrokenPipes()
    {
        const SignalWatcher watcher;
        std::array<int, 2> pipe{};
        QCOMPARE(::pipe(pipe.data()), 0);
        close(pipe[0]);
        QCOMPARE(write(pipe[1], "x", 1), -1); // and we are still here
        QCOMPARE(errno, EPIPE);
        close(pipe[1]);
    }

    void givesSignalsBack()
    {
        const auto mine = [](int) {};
        std::signal(SIGUSR1, mine);
        const auto pipeBefore = std::signal(SIGPIPE, SIG_DFL);
        {
            const SignalWatcher watcher;
        }
        QVERIFY(std::signal(SIGUSR1, SIG_DFL) == static_cast<void (*)(int)>(mine));
        QVERIFY(std::signal(SIGPIPE, pipeBefore) == SIG_DFL);
    }
};

SIGNALBOX_TEST(SignalWatcherTest)
#include "signal_watcher_test.moc"
