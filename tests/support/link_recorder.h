// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/broker_link.h"

#include <QtCore/QHash>
#include <QtCore/QObject>

#include <vector>

namespace signalbox::tests {

/// Everything that a link said, whichever end it is. Main thread of a test.
class LinkRecorder final : public QObject {
    Q_OBJECT

public:
    explicit LinkRecorder(link::BrokerLink& link);

    /// Events and rows are not kept from now on: for programs that run long.
    void forgetFrames() { m_keepsFrames = false; }
    /// Sends a command and waits for its answer.
    [[nodiscard]] link::CommandAnswer::Result ask(link::Command command);

    [[nodiscard]] const std::vector<link::Event>& events() const { return m_events; }
    [[nodiscard]] const QHash<ClientId, link::ClientInfo>& clients() const { return m_clients; }
    [[nodiscard]] const std::vector<link::ClientEnd>& ends() const { return m_ends; }
    [[nodiscard]] const std::vector<link::FrameRow>& rows() const { return m_rows; }
    [[nodiscard]] const link::Statistics& statistics() const { return m_statistics; }
    [[nodiscard]] const QByteArray& url() const { return m_url; }
    [[nodiscard]] bool hasStopped() const { return m_stopped; }

    /// The last event of this kind; null: none came.
    template <typename What>
    [[nodiscard]] const What* last() const
    {
        for (auto event = m_events.rbegin(); event != m_events.rend(); ++event) {
            if (const auto* const what = std::get_if<What>(&*event)) {
                return what;
            }
        }
        return nullptr;
    }

private:
    void arrived(const std::vector<link::Event>& events);
    void take(const link::Event& event);

    link::BrokerLink& m_link;
    std::vector<link::Event> m_events;
    QHash<ClientId, link::ClientInfo> m_clients;
    std::vector<link::ClientEnd> m_ends;
    std::vector<link::FrameRow> m_rows;
    link::Statistics m_statistics;
    QByteArray m_url;
    bool m_stopped = false;
    bool m_keepsFrames = true;
};

} // namespace signalbox::tests
