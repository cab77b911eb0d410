// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dispatch/epoll_event_dispatcher.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QThread>

#include <array>
#include <limits>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace signalbox::dispatch {

namespace {

constexpr size_t readyAtOnce = 256; ///< the others are ready in the next round, too

SteadyTime steadyNow()
{
    return std::chrono::steady_clock::now();
}

} // namespace

EpollEventDispatcher::EpollEventDispatcher(QObject* parent)
    : QAbstractEventDispatcher(parent)
    , m_waker(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (m_waker < 0) {
        qFatal("cannot make an eventfd");
    }
    m_descriptors.addWaker(m_waker);
}

EpollEventDispatcher::~EpollEventDispatcher()
{
    ::close(m_waker);
}

bool EpollEventDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_isInterrupted = false;
    m_hasWokenItself = false; // before the posted events are taken: who posts later wakes anew
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();
    if (m_isInterrupted) {
        return false;
    }
    const bool mayBlock = flags.testFlag(QEventLoop::WaitForMoreEvents);
    bool toldAnybody = false;
    if (flags.testFlag(QEventLoop::ExcludeSocketNotifiers)) {
        waitForWaker(mayBlock);
    } else {
        toldAnybody = waitForSockets(mayBlock);
    }
    if (!flags.testFlag(QEventLoop::X11ExcludeTimers)) {
        toldAnybody |= deliverTimers();
    }
    return toldAnybody || m_hasWokenItself;
}

/// For epoll_wait() and poll(): milliseconds, -1: for ever.
int EpollEventDispatcher::waitingTime(bool mayBlock) const
{
    if (!mayBlock || m_hasWokenItself) {
        return 0;
    }
    const auto deadline = m_timers.nextDeadline();
    if (!deadline) {
        return -1;
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*deadline - steadyNow()).count();
    return static_cast<int>(std::clamp<qint64>(left, 0, std::numeric_limits<int>::max()));
}

bool EpollEventDispatcher::waitForSockets(bool mayBlock)
{
    std::array<epoll_event, readyAtOnce> room; // of this round: a loop inside a handler has its own
    const int time = waitingTime(mayBlock);
    if (time != 0) {
        Q_EMIT aboutToBlock();
    }
    const auto ready = m_descriptors.wait(room, time);
    m_isWoken.exchange(false); // whoever comes later writes anew; who came before is seen after this round
    if (time != 0) {
        Q_EMIT awake();
    }
    return m_descriptors.deliver(ready);
}

/// Sockets that are ready stay so; only the eventfd and the timers end this wait.
void EpollEventDispatcher::waitForWaker(bool mayBlock)
{
    quint64 count = 0; // it was never read: it is now, so that it can be polled
    const bool wasWoken = ::read(m_waker, &count, sizeof count) > 0;
    pollfd waker{m_waker, POLLIN, 0};
    ::poll(&waker, 1, waitingTime(mayBlock && !wasWoken));
    m_isWoken.exchange(false);
}

bool EpollEventDispatcher::deliverTimers()
{
    if (const auto deadline = m_timers.nextDeadline(); !deadline || *deadline > steadyNow()) {
        return false;
    }
    const SteadyTime now = steadyNow();
    const auto due = m_timers.due(now);
    for (const TimerQueue::Due& one : due) {
        if (QObject* const object = m_timers.begin(one, now)) {
            QTimerEvent event(one.id);
            QCoreApplication::sendEvent(object, &event);
            m_timers.finish(one);
        }
    }
    return !due.empty();
}

void EpollEventDispatcher::registerSocketNotifier(QSocketNotifier* notifier)
{
    m_descriptors.addNotifier(notifier);
}

void EpollEventDispatcher::unregisterSocketNotifier(QSocketNotifier* notifier)
{
    m_descriptors.removeNotifier(notifier);
}

void EpollEventDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType type, QObject* object)
{
    m_timers.add(timerId, std::chrono::milliseconds(interval), type, object, steadyNow());
}

bool EpollEventDispatcher::unregisterTimer(int timerId)
{
    return m_timers.remove(timerId);
}

bool EpollEventDispatcher::unregisterTimers(QObject* object)
{
    return m_timers.removeAllOf(object);
}

QList<QAbstractEventDispatcher::TimerInfo> EpollEventDispatcher::registeredTimers(QObject* object) const
{
    return m_timers.timersOf(object);
}

int EpollEventDispatcher::remainingTime(int timerId)
{
    const auto left = m_timers.remaining(timerId, steadyNow());
    return left ? static_cast<int>(left->count()) : -1;
}

void EpollEventDispatcher::wakeUp()
{
    if (QThread::currentThread() == thread()) {
        m_hasWokenItself = true; // it does not wait now
        return;
    }
    if (m_isWoken.exchange(true)) {
        return;
    }
    const quint64 one = 1;
    [[maybe_unused]] const auto size = ::write(m_waker, &one, sizeof one);
}

void EpollEventDispatcher::interrupt()
{
    m_isInterrupted = true;
    wakeUp();
}

} // namespace signalbox::dispatch
