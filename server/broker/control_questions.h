// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/control_task.h"
#include "server/broker/http_endpoints.h"
#include "server/broker/worker_context.h"
#include "server/control/control_fault.h"

#include <functional>
#include <unordered_map>

namespace signalbox::broker {

/// What a worker has asked the hub for the control API, until the answers come.
///
/// Thread: its worker.
class ControlQuestions final {
public:
    using Answer = HttpEndpoints::Answer;
    using Then = std::function<void(const ControlAnswer& answer)>;

    explicit ControlQuestions(WorkerContext& context);

    void ask(ControlQuestion question, Then then);
    /// `then` gets the value; the error goes to whoever asked over HTTP.
    template <typename Value>
    void ask(ControlQuestion question, const Answer& answer, std::function<void(const Value&)> then)
    {
        ask(std::move(question), [answer, then = std::move(then)](const ControlAnswer& given) {
            if (const auto* const error = std::get_if<Error>(&given)) {
                answer(control::refusalOf(*error));
            } else {
                then(std::get<Value>(given));
            }
        });
    }
    /// Answers with what `write` makes of the value.
    template <typename Value>
    void ask(ControlQuestion question, const Answer& answer, http::Response (*write)(const Value&))
    {
        ask<Value>(std::move(question), answer,
                   [answer, write](const Value& value) { answer(write(value)); });
    }
    void answered(quint64 ticket, const ControlAnswer& answer);

private:
    WorkerContext& m_context;
    std::unordered_map<quint64, Then> m_waiting; ///< by ticket
    quint64 m_lastTicket = 0;
};

} // namespace signalbox::broker
