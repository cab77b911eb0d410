// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/worker_context.h"
#include "server/broker/xsockets_task.h"

#include <functional>
#include <unordered_map>

namespace signalbox::broker {

/// What a worker asks the hub about PersistentIds, in order, and who waits for the answers.
///
/// Thread: its worker.
class XSocketsQuestions final {
public:
    using Then = std::function<void(XSocketsAnswer answer)>;

    explicit XSocketsQuestions(WorkerContext& context);

    void ask(XSocketsQuestion question, Then then);
    /// Without an answer.
    void tell(XSocketsQuestion question);
    /// The hub's answer to the question with this ticket.
    void answered(quint64 ticket, XSocketsAnswer answer);

private:
    WorkerContext& m_context;
    std::unordered_map<quint64, Then> m_waiting; ///< by ticket
    quint64 m_lastTicket = 0;
};

} // namespace signalbox::broker
