// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/routed_message.h"
#include "server/broker/xsockets_absent.h"
#include "server/broker/xsockets_counts.h"
#include "server/core/error.h"
#include "server/xsockets/retained_messages.h"

#include <deque>
#include <optional>

namespace signalbox::broker {

/// Puts the messages of xsockets that are acknowledged or retained into one order, which every worker gets
/// them in, and keeps what has to be kept of them: the retained, and what absent clients miss. So an answer
/// to a worker says exactly what was before it: what comes after it reaches the worker after it.
///
/// Thread: hub.
class XSocketsSequencer final {
public:
    XSocketsSequencer(const Clock& clock, const Settings& settings);

    /// Numbers the message when it is to be kept. The error is for its sender: xsockets.retained_full.
    [[nodiscard]] std::optional<Error> sequence(RoutedMessage& message);
    /// Every worker has delivered the messages up to this one.
    void seenByAll(quint64 sequence);

    [[nodiscard]] std::vector<xsockets::Retained> retained(const QByteArray& groupOrFilter) const
    {
        return m_retained.matching(groupOrFilter);
    }
    void left(const xsockets_question::Leave& leave) { m_absent.left(leave, m_recent); }
    [[nodiscard]] XSocketsResumed resume(const QByteArray& persistentId, const QByteArray& controller)
    {
        return m_absent.resume(persistentId, controller);
    }
    [[nodiscard]] bool isAway(const QByteArray& persistentId, const QByteArray& controller) const
    {
        return m_absent.has(persistentId, controller);
    }
    void expire() { m_absent.expire(); }
    [[nodiscard]] XSocketsCounts counts() const;

private:
    void noteRecent(const xsockets::Retained& message);

    const Settings& m_settings;
    quint64 m_last = 0;
    quint64 m_notRetained = 0;
    xsockets::RetainedMessages m_retained;
    XSocketsAbsent m_absent;
    std::deque<xsockets::Retained> m_recent; ///< that a worker may not have delivered yet
    qint64 m_recentBytes = 0;
};

} // namespace signalbox::broker
