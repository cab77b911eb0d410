// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/worker_context.h"
#include "server/link/commands.h"

#include <functional>
#include <unordered_map>

namespace signalbox::broker {

/// The operator's commands, given by a worker for whoever asked it over HTTP: the hub carries them out as it
/// does the window's, with the same checks and the same rows.
///
/// Thread: its worker.
class WorkerCommands final {
public:
    using Then = std::function<void(link::CommandAnswer::Result)>;

    explicit WorkerCommands(WorkerContext& context);

    /// `then` is called once, from the worker's event loop. Rows of frames (FetchFrame) are not to be had
    /// here.
    void send(link::Command command, Then then);
    void answered(link::CommandAnswer answer);

private:
    WorkerContext& m_context;
    std::unordered_map<link::CommandId, Then> m_waiting;
    quint64 m_lastNumber = 0;
};

} // namespace signalbox::broker
