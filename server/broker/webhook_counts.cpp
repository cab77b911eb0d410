// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/webhook_counts.h"

namespace signalbox::broker {

void WebhookCounts::note(const webhook::CallRecord& record)
{
    switch (record.outcome) {
    case webhook::CallRecord::Outcome::Retried:
        return;
    case webhook::CallRecord::Outcome::Taken:
        ++m_taken;
        return;
    case webhook::CallRecord::Outcome::Failed:
    case webhook::CallRecord::Outcome::Stopped:
        ++m_failed;
        return;
    case webhook::CallRecord::Outcome::NoRoom:
        ++m_refused;
        return;
    }
}

void WebhookCounts::addTo(link::Statistics& statistics) const
{
    statistics.webhookTaken = m_taken;
    statistics.webhookFailed = m_failed;
    statistics.webhookRefused = m_refused;
}

} // namespace signalbox::broker
