// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/frame_lease.h"

namespace signalbox::broker {

namespace {

/// Windows and consoles have smaller names.
constexpr recording::ConsumerId firstLease = recording::ConsumerId(1) << 48;

} // namespace

FrameLease::FrameLease(WorkerContext& context)
    : m_context(context)
{
}

recording::ConsumerId FrameLease::consumer() const
{
    return firstLease + static_cast<quint64>(m_context.index);
}

void FrameLease::renew()
{
    m_end = m_context.clock.steadyNow() + duration;
    if (std::exchange(m_isAttached, true)) {
        return;
    }
    auto& worker = *m_context.mailboxes.workers[static_cast<size_t>(m_context.index)];
    recording::ConsumerSink sink;
    sink.batch = [](const link::FrameBatch&) {}; // never confirmed: the first one is the last
    sink.detail = [&worker](link::CommandId command, link::FrameDetail detail) {
        worker.post(worker_task::Frames{command, std::move(detail)});
    };
    m_context.mailboxes.capture.post(recording::AttachConsumer{consumer(), std::move(sink), 1});
}

void FrameLease::tick(SteadyTime now)
{
    if (m_isAttached && now >= m_end) {
        m_isAttached = false;
        m_context.mailboxes.capture.post(recording::DetachConsumer{consumer()});
    }
}

} // namespace signalbox::broker
