// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/xsockets_sequencer.h"

#include "server/broker/xsockets_limits.h"
#include "server/xsockets/fault.h"

namespace signalbox::broker {

XSocketsSequencer::XSocketsSequencer(const Clock& clock, const Settings& settings)
    : m_settings(settings)
    , m_retained({settings.xsockets.maxRetainedTopics, settings.xsockets.maxRetainedBytes})
    , m_absent(clock, settings)
{
}

std::optional<Error> XSocketsSequencer::sequence(RoutedMessage& message)
{
    const xsockets::Message& said = *message.xsockets;
    if (!said.acknowledged && !said.retained) {
        return std::nullopt; // it comes this way to keep its place behind others of its sender
    }
    message.sequence = ++m_last;
    const xsockets::Retained kept{message.recipients.front().value, message.xsockets, message.sequence};
    m_absent.gather(kept);
    noteRecent(kept);
    if (said.retained && !m_retained.retain(kept)) {
        ++m_notRetained;
        return xsockets::fault(xsockets::Fault::RetainedFull);
    }
    return std::nullopt;
}

/// For a worker that is far behind the oldest go: a client that it is about to lose may miss them.
void XSocketsSequencer::noteRecent(const xsockets::Retained& message)
{
    m_recent.push_back(message);
    m_recentBytes += bytesOf(*message.message);
    while (m_recentBytes > hubShare(m_settings)) {
        seenByAll(m_recent.front().sequence);
    }
}

void XSocketsSequencer::seenByAll(quint64 sequence)
{
    while (!m_recent.empty() && m_recent.front().sequence <= sequence) {
        m_recentBytes -= bytesOf(*m_recent.front().message);
        m_recent.pop_front();
    }
}

XSocketsCounts XSocketsSequencer::counts() const
{
    XSocketsCounts counts;
    counts.notKept = m_absent.notKept();
    counts.notRetained = m_notRetained;
    counts.unacknowledged = m_absent.messages();
    counts.retained = m_retained.count();
    return counts;
}

} // namespace signalbox::broker
