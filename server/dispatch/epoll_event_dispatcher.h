// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dispatch/descriptor_table.h"
#include "server/dispatch/timer_queue.h"

#include <QtCore/QAbstractEventDispatcher>

#include <atomic>

namespace signalbox::dispatch {

/// The event loop's engine for a thread with many sockets. Qt's own looks at every socket each time that it
/// wakes up, which takes 0.1 ms at 1,000 sockets and 1 ms at 5,000; this one is told by the system which are
/// ready. Everything of Qt works over it: timers, sockets, posted events, loops inside loops.
///
/// Each round, as in Qt's own: posted events, the wait, sockets, timers. After a wakeUp() of the thread
/// itself there is another round, which begins with the posted events; it may wait then.
///
/// Thread: the one that it was given to by QThread::setEventDispatcher(), which owns it; wakeUp() and
/// interrupt(): any.
class EpollEventDispatcher final : public QAbstractEventDispatcher {
    Q_OBJECT

public:
    explicit EpollEventDispatcher(QObject* parent = nullptr);
    ~EpollEventDispatcher() override;

    /// Descriptors that are watched without a QSocketNotifier.
    [[nodiscard]] DescriptorTable& descriptors() { return m_descriptors; }

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier* notifier) override;
    void unregisterSocketNotifier(QSocketNotifier* notifier) override;

    void registerTimer(int timerId, qint64 interval, Qt::TimerType type, QObject* object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject* object) override;
    [[nodiscard]] QList<TimerInfo> registeredTimers(QObject* object) const override;
    int remainingTime(int timerId) override;

    void wakeUp() override;
    void interrupt() override;

private:
    [[nodiscard]] int waitingTime(bool mayBlock) const;
    bool waitForSockets(bool mayBlock);
    void waitForWaker(bool mayBlock);
    bool deliverTimers();

    DescriptorTable m_descriptors;
    TimerQueue m_timers;
    int m_waker = -1;                    ///< an eventfd
    bool m_hasWokenItself = false;       ///< after the posted events were taken: the next wait is none
    std::atomic<bool> m_isWoken = false; ///< by another thread: the eventfd was written to, or is about to be
    std::atomic<bool> m_isInterrupted = false;
};

} // namespace signalbox::dispatch
