// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/link_recorder.h"

#include <QtTest/QTest>

namespace signalbox::tests {

LinkRecorder::LinkRecorder(link::BrokerLink& link)
    : m_link(link)
{
    connect(&m_link, &link::BrokerLink::eventsArrived, this, &LinkRecorder::arrived);
}

link::CommandAnswer::Result LinkRecorder::ask(link::Command command)
{
    const link::CommandId id = m_link.send(std::move(command));
    std::optional<link::CommandAnswer::Result> result;
    const auto find = [&] {
        for (const link::Event& event : m_events) {
            const auto* const answer = std::get_if<link::CommandAnswer>(&event);
            if (answer != nullptr && answer->command == id) {
                result = answer->result;
            }
        }
        return result.has_value();
    };
    [&] { QTRY_VERIFY_WITH_TIMEOUT(find(), 10'000); }();
    return result.value_or(Error{"test.no_answer", QStringLiteral("no answer came")});
}

void LinkRecorder::arrived(const std::vector<link::Event>& events)
{
    for (const link::Event& event : events) {
        take(event);
    }
    if (m_keepsFrames) {
        m_events.insert(m_events.end(), events.begin(), events.end());
    }
}

void LinkRecorder::take(const link::Event& event)
{
    if (const auto* const listeners = std::get_if<link::ListenersChanged>(&event)) {
        m_url = listeners->url;
    } else if (const auto* const changed = std::get_if<link::ClientsChanged>(&event)) {
        for (const link::ClientInfo& client : changed->clients) {
            m_clients.insert(client.client, client);
        }
    } else if (const auto* const ended = std::get_if<link::ClientsEnded>(&event)) {
        for (const link::ClientEnd& end : ended->ends) {
            m_clients.remove(end.client);
            m_ends.push_back(end);
        }
    } else if (const auto* const frames = std::get_if<link::FramesCaptured>(&event);
               frames != nullptr && m_keepsFrames) {
        m_rows.insert(m_rows.end(), frames->batch.rows.begin(), frames->batch.rows.end());
    } else if (const auto* const statistics = std::get_if<link::Statistics>(&event)) {
        m_statistics = *statistics;
    } else if (std::holds_alternative<link::BrokerStopped>(event)) {
        m_stopped = true;
    }
}

} // namespace signalbox::tests
