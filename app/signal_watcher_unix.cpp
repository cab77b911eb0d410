// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signal_watcher.h"

#include <QtCore/QSocketNotifier>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace signalbox::app {

namespace {

constexpr std::array watched{SIGTERM, SIGINT, SIGHUP, SIGUSR1, SIGUSR2};

// A signal handler can reach nothing but what is static.
std::atomic<int> writeEnd = -1;
static_assert(std::atomic<int>::is_always_lock_free);
std::array<struct sigaction, watched.size()> previousActions;
struct sigaction previousPipeAction;

/// Async-signal-safe: one write, errno kept. A full pipe drops the signal; 65,536 of them wait already.
void noteSignal(int number)
{
    const int kept = errno;
    const auto byte = static_cast<unsigned char>(number);
    [[maybe_unused]] const ssize_t written = write(writeEnd, &byte, 1);
    errno = kept;
}

void handleSignals()
{
    struct sigaction action {};
    action.sa_handler = &noteSignal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < watched.size(); ++i) {
        sigaction(watched[i], &action, &previousActions[i]);
    }
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, &previousPipeAction);
}

} // namespace

SignalWatcher::SignalWatcher(QObject* parent)
    : QObject(parent)
{
    Q_ASSERT(writeEnd == -1);
    if (pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        qFatal("no pipe for signals: %s", std::strerror(errno)); // the first descriptors of the process
    }
    writeEnd = m_pipe[1];
    m_notifier = std::make_unique<QSocketNotifier>(m_pipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SignalWatcher::readSignals);
    handleSignals();
}

SignalWatcher::~SignalWatcher()
{
    for (size_t i = 0; i < watched.size(); ++i) {
        sigaction(watched[i], &previousActions[i], nullptr);
    }
    sigaction(SIGPIPE, &previousPipeAction, nullptr);
    m_notifier.reset();
    writeEnd = -1;
    close(m_pipe[0]);
    close(m_pipe[1]);
}

void SignalWatcher::readSignals()
{
    std::array<unsigned char, 64> numbers{};
    const ssize_t count = read(m_pipe[0], numbers.data(), numbers.size());
    for (ssize_t i = 0; i < count; ++i) {
        emitSignal(numbers[static_cast<size_t>(i)]);
    }
}

void SignalWatcher::emitSignal(int number)
{
    switch (number) {
    case SIGTERM:
    case SIGINT:
        Q_EMIT stopRequested(++m_stops);
        break;
    case SIGHUP:
        Q_EMIT reloadRequested();
        break;
    case SIGUSR1:
        Q_EMIT rotateRequested();
        break;
    case SIGUSR2:
        Q_EMIT stateDumpRequested();
        break;
    default: // an int, no enum of ours: nothing else was ever written
        break;
    }
}

} // namespace signalbox::app
