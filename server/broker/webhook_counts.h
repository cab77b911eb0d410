// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/events.h"
#include "server/webhook/call_record.h"

namespace signalbox::broker {

/// Sums of the webhook's calls since the start. Thread: hub.
class WebhookCounts final {
public:
    /// A call counts when nothing more becomes of it.
    void note(const webhook::CallRecord& record);
    void addTo(link::Statistics& statistics) const;

private:
    quint64 m_taken = 0;
    quint64 m_failed = 0;
    quint64 m_refused = 0;
};

} // namespace signalbox::broker
