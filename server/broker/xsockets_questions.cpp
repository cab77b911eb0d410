// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/xsockets_questions.h"

#include <utility>

namespace signalbox::broker {

XSocketsQuestions::XSocketsQuestions(WorkerContext& context)
    : m_context(context)
{
}

void XSocketsQuestions::ask(XSocketsQuestion question, Then then)
{
    m_waiting.emplace(++m_lastTicket, std::move(then));
    m_context.mailboxes.hub.post(hub_task::AskXSockets{m_context.index, m_lastTicket, std::move(question)});
}

void XSocketsQuestions::tell(XSocketsQuestion question)
{
    m_context.mailboxes.hub.post(hub_task::AskXSockets{m_context.index, 0, std::move(question)});
}

void XSocketsQuestions::answered(quint64 ticket, XSocketsAnswer answer)
{
    if (auto waiting = m_waiting.extract(ticket)) {
        waiting.mapped()(std::move(answer));
    }
}

} // namespace signalbox::broker
