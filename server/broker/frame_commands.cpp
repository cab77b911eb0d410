// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/frame_commands.h"

#include <algorithm>
#include <limits>

namespace signalbox::broker {

using recording::CaptureTask;

namespace {

recording::StartSearch searchTask(recording::ConsumerId consumer, link::CommandId id,
                                  const link::SearchFrames& command, filter::Filter filter)
{
    recording::StartSearch task{consumer, {}};
    task.request.command = id;
    task.request.filter = std::move(filter);
    task.request.before = command.before;
    task.request.limit = std::clamp<quint64>(command.limit, 1, maxFoundRows);
    task.request.wantsRows = true;
    return task;
}

} // namespace

bool isFrameCommand(const link::Command& command)
{
    return std::holds_alternative<link::FetchFrame>(command) ||
           std::holds_alternative<link::FilterFrames>(command) ||
           std::holds_alternative<link::SearchFrames>(command) ||
           std::holds_alternative<link::CancelSearch>(command);
}

Result<CaptureTask> captureTask(recording::ConsumerId consumer, link::CommandId id,
                                const link::Command& command, std::function<void(link::FramesFound)> found)
{
    if (const auto* fetch = std::get_if<link::FetchFrame>(&command)) {
        return CaptureTask(recording::FetchFrame{consumer, id, fetch->number});
    }
    if (const auto* cancel = std::get_if<link::CancelSearch>(&command)) {
        return CaptureTask(recording::CancelSearch{cancel->search});
    }
    const auto* live = std::get_if<link::FilterFrames>(&command);
    const auto* search = std::get_if<link::SearchFrames>(&command);
    Q_ASSERT(live != nullptr || search != nullptr);
    Result<filter::Filter> filter = filter::compile(live != nullptr ? live->filter : search->filter);
    if (!filter) {
        return filter.error();
    }
    if (live != nullptr) {
        return CaptureTask(recording::FilterConsumer{consumer, id, *filter});
    }
    recording::StartSearch task = searchTask(consumer, id, *search, *filter);
    task.request.sink = std::move(found);
    return CaptureTask(std::move(task));
}

} // namespace signalbox::broker
