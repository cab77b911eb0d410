// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/actor_thread.h"

namespace signalbox {

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
    m_hasEnded.store(true, std::memory_order_release);
}

} // namespace signalbox
