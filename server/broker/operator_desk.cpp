// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/operator_desk.h"

#include "server/core/plain_text.h"
#include "server/link/act_notes.h"
#include "server/routing/hint.h"

namespace signalbox::broker {

OperatorDesk::OperatorDesk(Surroundings surroundings, const Limits& limits)
    : m_surroundings(std::move(surroundings))
    , m_sends(m_surroundings.clock, m_surroundings.dispatcher, m_surroundings.capture, limits,
              m_surroundings.isAnyoneAttached)
    , m_acts({m_surroundings.clock, limits, m_surroundings.mailboxes, m_surroundings.directory,
              m_surroundings.capture, m_surroundings.answer})
{
}

template <typename Other>
void OperatorDesk::carryOut(link::CommandId id, const Other& command)
{
    if constexpr (isClientAct<Other>) {
        m_acts.carryOut(id, command);
    } else {
        answer(id, Error{"command.not_supported", QStringLiteral("This broker does not know the command.")});
    }
}

void OperatorDesk::handle(link::CommandId id, link::Command command)
{
    std::visit([this, id](const auto& what) { carryOut(id, what); }, command);
}

void OperatorDesk::answer(link::CommandId id, link::CommandAnswer::Result result)
{
    m_surroundings.answer({id, std::move(result)});
}

void OperatorDesk::note(const QByteArray& act)
{
    m_surroundings.capture.recordAct(m_surroundings.clock.wallNow(), act);
}

void OperatorDesk::carryOut(link::CommandId id, const link::SendMessage& command)
{
    answerSend(id, m_sends.send(command, receiptAnswer(id)));
}

void OperatorDesk::carryOut(link::CommandId id, const link::SendPayload& command)
{
    answerSend(id, m_sends.send(command, receiptAnswer(id)));
}

Dispatcher::Answer OperatorDesk::receiptAnswer(link::CommandId id)
{
    return [this, id](Receipt receipt) { answer(id, std::move(receipt)); };
}

/// What was sent is answered by its receipt.
void OperatorDesk::answerSend(link::CommandId id, const Result<void>& sent)
{
    if (!sent) {
        answer(id, sent.error());
    }
}

void OperatorDesk::carryOut(link::CommandId id, const link::PreviewRecipients& command)
{
    const routing::MemberIndex& members = m_surroundings.directory.members();
    link::Preview preview;
    preview.decisions = m_resolver.decide(command.recipients, members);
    preview.clients = static_cast<qint64>(preview.decisions.size());
    preview.reached =
        std::count_if(preview.decisions.begin(), preview.decisions.end(),
                      [](const Decision& decision) { return decision.verdict == Verdict::Reached; });
    if (preview.reached == 0) {
        preview.hint =
            routing::hintForNobody(command.recipients, members, m_surroundings.directory.lastSeen());
    }
    answer(id, std::move(preview));
}

void OperatorDesk::carryOut(link::CommandId id, const link::AllowOrigin& command)
{
    const Result<QByteArray> origin = AllowedOrigins::comparable(command.origin);
    if (!origin) {
        answer(id, origin.error());
        return;
    }
    note(link::actNote(command.always ? link::act::allowAlways : link::act::allowForThisRun,
                       {origin.value()}));
    Result<void> saved;
    if (command.always) {
        saved = m_surroundings.origins.allowAlways(origin.value());
    } else {
        m_surroundings.origins.allowForThisRun(origin.value());
    }
    m_surroundings.accessChanged();
    if (saved) {
        answer(id, link::CommandAnswer::Done{});
    } else {
        answer(id, saved.error());
    }
}

/// The near end of the link has begun it, and wants it noted.
void OperatorDesk::carryOut(link::CommandId id, const link::ConnectTestClients& command)
{
    note(link::actNote(command.group.isEmpty() ? link::act::connectTestClients
                                               : link::act::connectTestClientsInGroup,
                       {QByteArray::number(command.count), command.name, command.group}));
    answer(id, link::CommandAnswer::Done{});
}

void OperatorDesk::carryOut(link::CommandId id, const link::DisconnectTestClients& /*command*/)
{
    note(link::actNote(link::act::disconnectTestClients));
    answer(id, link::CommandAnswer::Done{});
}

void OperatorDesk::carryOut(link::CommandId id, const link::StartListening& /*command*/)
{
    const Result<void> opened = m_surroundings.listeners.open();
    note(link::actNote(link::act::startListening));
    m_surroundings.listenersChanged();
    if (opened) {
        answer(id, link::CommandAnswer::Done{});
    } else {
        answer(id, opened.error());
    }
}

void OperatorDesk::carryOut(link::CommandId id, const link::StopListening& /*command*/)
{
    m_surroundings.listeners.close();
    note(link::actNote(link::act::stopListening));
    m_surroundings.listenersChanged();
    answer(id, link::CommandAnswer::Done{});
}

void OperatorDesk::carryOut(link::CommandId /*id*/, const link::FetchFrame& /*command*/)
{
    Q_ASSERT(false); // the near end of the link sends these to capture
}

} // namespace signalbox::broker
