// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/broker.h"

#include <QtCore/QObject>
#include <QtCore/QUrl>

#include <functional>
#include <optional>
#include <vector>

namespace signalbox::tests {

/// A real broker on a free port, and everything that its link said. Main thread of a test.
class RunningBroker final : public QObject {
    Q_OBJECT

public:
    enum class Attach { No, Yes };

    explicit RunningBroker(Settings settings = {}, int workers = 1, Attach attach = Attach::Yes,
                           QString allowedOriginsFile = {});
    ~RunningBroker() override;

    [[nodiscard]] link::BrokerLink& link() { return m_broker->link(); }
    [[nodiscard]] broker::Broker& broker() { return *m_broker; }
    /// Events and rows are not kept from now on: for programs that run long.
    void forgetFrames() { m_keepsFrames = false; }
    /// ws://127.0.0.1:PORT + path; waits until it listens.
    [[nodiscard]] QUrl url(const QString& path);

    /// Sends a command and waits for its answer.
    [[nodiscard]] link::CommandAnswer::Result ask(link::Command command);

    [[nodiscard]] const std::vector<link::Event>& events() const { return m_events; }
    [[nodiscard]] const QHash<ClientId, link::ClientInfo>& clients() const { return m_clients; }
    [[nodiscard]] const std::vector<link::ClientEnd>& ends() const { return m_ends; }
    [[nodiscard]] const std::vector<link::FrameRow>& rows() const { return m_rows; }
    [[nodiscard]] const link::Statistics& statistics() const { return m_statistics; }
    [[nodiscard]] bool hasStopped() const { return m_stopped; }

private:
    void arrived(const std::vector<link::Event>& events);

    std::unique_ptr<broker::Broker> m_broker;
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
