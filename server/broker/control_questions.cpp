// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/control_questions.h"

namespace signalbox::broker {

ControlQuestions::ControlQuestions(WorkerContext& context)
    : m_context(context)
{
}

void ControlQuestions::ask(ControlQuestion question, Then then)
{
    m_waiting.emplace(++m_lastTicket, std::move(then));
    m_context.mailboxes.hub.post(hub_task::AskControl{m_context.index, m_lastTicket, std::move(question)});
}

void ControlQuestions::answered(quint64 ticket, const ControlAnswer& answer)
{
    if (const auto found = m_waiting.extract(ticket)) {
        found.mapped()(answer);
    }
}

} // namespace signalbox::broker
