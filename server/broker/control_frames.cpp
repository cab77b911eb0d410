// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/control_frames.h"

#include "server/broker/worker_links.h"
#include "server/control/control_fault.h"
#include "server/control/frame_answers.h"
#include "server/control/frame_query.h"

#include <iterator>

namespace signalbox::broker {

using control::Operation;

namespace {

Error frameNotKept()
{
    return {"frame.not_kept", QStringLiteral("No row with this number is kept.")};
}

} // namespace

ControlFrames::ControlFrames(WorkerContext& context)
    : m_context(context)
    , m_lease(context)
{
}

bool ControlFrames::serve(const ControlCall& call)
{
    if (call.route.operation == Operation::ListFrames) {
        list(call);
        return true;
    }
    if (call.route.operation == Operation::GetFrame) {
        get(call);
        return true;
    }
    return false;
}

link::CommandId ControlFrames::wait(Waiting waiting)
{
    const link::CommandId id = link::commandOf(requestLink(m_context.index), ++m_lastNumber);
    m_waiting.emplace(id, std::move(waiting));
    return id;
}

void ControlFrames::list(const ControlCall& call)
{
    auto read = control::readFrameQuery(call.parameters);
    if (const auto* const error = std::get_if<http::HttpError>(&read)) {
        call.answer(*error);
        return;
    }
    m_lease.renew();
    auto& query = std::get<control::FrameQuery>(read);
    recording::StartSearch task{m_lease.consumer(), {}};
    task.request.command = wait({call.answer, query.limit, {}});
    task.request.filter = std::move(query.filter);
    task.request.before = query.before;
    task.request.limit = query.limit;
    task.request.wantsRows = true;
    auto& worker = *m_context.mailboxes.workers[static_cast<size_t>(m_context.index)];
    task.request.sink = [&worker, command = task.request.command](link::FramesFound found) {
        worker.post(worker_task::Frames{command, std::move(found)});
    };
    m_context.mailboxes.capture.post(std::move(task));
}

void ControlFrames::get(const ControlCall& call)
{
    bool isNumber = false;
    const quint64 number = call.path.values.front().toULongLong(&isNumber);
    if (!isNumber) {
        call.answer(control::refusalOf(frameNotKept()));
        return;
    }
    m_lease.renew();
    m_context.mailboxes.capture.post(
        recording::FetchFrame{m_lease.consumer(), wait({call.answer, 1, {}}), number});
}

void ControlFrames::arrived(worker_task::Frames& task)
{
    if (auto* const part = std::get_if<link::FramesFound>(&task.what)) {
        found(task.command, *part);
    } else if (auto waiting = m_waiting.extract(task.command)) {
        const auto& detail = std::get<link::FrameDetail>(task.what);
        if (detail.kept) {
            waiting.mapped().answer(control::frameAnswer(detail));
        } else {
            waiting.mapped().answer(control::refusalOf(frameNotKept()));
        }
    }
}

void ControlFrames::found(link::CommandId command, link::FramesFound& found)
{
    const auto waiting = m_waiting.find(command);
    if (waiting == m_waiting.end()) {
        return;
    }
    std::move(found.rows.begin(), found.rows.end(), std::back_inserter(waiting->second.rows));
    if (found.finished) {
        const Waiting done = std::move(m_waiting.extract(waiting).mapped());
        done.answer(control::framesAnswer(done.rows, found.searched, done.limit));
    }
}

} // namespace signalbox::broker
