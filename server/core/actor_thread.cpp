// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/actor_thread.h"

#include <QtCore/QLibrary>

namespace signalbox {

namespace {

/// OpenSSL, which Qt loads for its sockets, keeps memory for each thread that touched it. The system gives it
/// back when the thread is gone, OpenSSL itself when the process exits; QThread::wait() returns before the
/// thread is gone, so that both could happen at once. Hence here, by the thread itself.
void releaseOpenSslMemory()
{
    using ThreadStop = void (*)();
    static const auto stop =
        reinterpret_cast<ThreadStop>(QLibrary::resolve(QStringLiteral("crypto"), 3, "OPENSSL_thread_stop"));
    if (stop != nullptr) {
        stop();
    }
}

} // namespace

ActorThread::ActorThread(const QString& name, Make make)
    : m_make(std::move(make))
{
    setObjectName(name); // the name that ps and gdb show
}

ActorThread::~ActorThread()
{
    quit();
    wait();
    static_cast<void>(m_hasEnded.load(std::memory_order_acquire));
}

void ActorThread::run()
{
    {
        const std::shared_ptr<void> actor = m_make();
        exec();
    }
    releaseOpenSslMemory();
    m_hasEnded.store(true, std::memory_order_release);
}

} // namespace signalbox
