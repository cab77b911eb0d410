// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/broker.h"
#include "tests/support/link_recorder.h"

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
                           QString allowedOriginsFile = {}, quint16 port = 0);
    ~RunningBroker() override;

    [[nodiscard]] link::BrokerLink& link() { return m_broker->link(); }
    [[nodiscard]] broker::Broker& broker() { return *m_broker; }
    void forgetFrames() { m_recorder->forgetFrames(); }
    /// ws://127.0.0.1:PORT + path; waits until it listens.
    [[nodiscard]] QUrl url(const QString& path);

    /// What its link said, and answers.
    [[nodiscard]] link::CommandAnswer::Result ask(link::Command command)
    {
        return m_recorder->ask(std::move(command));
    }
    [[nodiscard]] const std::vector<link::Event>& events() const { return m_recorder->events(); }
    [[nodiscard]] const QHash<ClientId, link::ClientInfo>& clients() const { return m_recorder->clients(); }
    [[nodiscard]] const std::vector<link::ClientEnd>& ends() const { return m_recorder->ends(); }
    [[nodiscard]] const std::vector<link::FrameRow>& rows() const { return m_recorder->rows(); }
    [[nodiscard]] const link::Statistics& statistics() const { return m_recorder->statistics(); }
    [[nodiscard]] bool hasStopped() const { return m_recorder->hasStopped(); }

private:
    std::unique_ptr<broker::Broker> m_broker;
    std::unique_ptr<LinkRecorder> m_recorder;
};

} // namespace signalbox::tests
