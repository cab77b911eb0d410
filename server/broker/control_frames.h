// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/control_call.h"
#include "server/broker/frame_lease.h"
#include "server/broker/worker_context.h"
#include "server/broker/worker_task.h"

#include <unordered_map>

namespace signalbox::broker {

/// The part of the control API that shows frames: capture, which keeps them, searches them.
///
/// Thread: its worker. A search that goes on for long is told in parts, which are gathered here.
class ControlFrames final {
public:
    explicit ControlFrames(WorkerContext& context);

    /// False: the operation is none of these.
    [[nodiscard]] bool serve(const ControlCall& call);
    /// What capture has found, or the whole of one row.
    void arrived(worker_task::Frames& task);
    void tick(SteadyTime now) { m_lease.tick(now); }

private:
    using Answer = HttpEndpoints::Answer;
    struct Waiting {
        Answer answer;
        quint64 limit = 0;
        std::vector<link::FrameRow> rows;
    };

    void list(const ControlCall& call);
    void get(const ControlCall& call);
    [[nodiscard]] link::CommandId wait(Waiting waiting);
    void found(link::CommandId command, link::FramesFound& found);

    WorkerContext& m_context;
    FrameLease m_lease;
    std::unordered_map<link::CommandId, Waiting> m_waiting;
    quint64 m_lastNumber = 0;
};

} // namespace signalbox::broker
