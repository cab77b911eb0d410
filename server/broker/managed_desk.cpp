// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/managed_desk.h"

#include "server/core/random_token.h"

namespace signalbox::broker {

namespace {

template <typename Value>
ManagedAnswer orNo(const std::optional<Value>& value)
{
    return value ? ManagedAnswer(*value) : ManagedAnswer(managed_answer::No{});
}

} // namespace

ManagedDesk::ManagedDesk(const Clock& clock, qsizetype maxReserved,
                         std::function<void(ClientId client)> close)
    : m_clock(clock)
    , m_registry(maxReserved, &randomToken)
    , m_close(std::move(close))
{
}

ManagedAnswer ManagedDesk::answer(const ManagedQuestion& question)
{
    return std::visit([this](const auto& what) { return answerTo(what); }, question);
}

ManagedAnswer ManagedDesk::answerTo(const managed_question::Reserve& question)
{
    return orNo(m_registry.reserve(question.tags, m_clock.wallNow(), m_clock.steadyNow()));
}

ManagedAnswer ManagedDesk::answerTo(const managed_question::Redeem& question)
{
    return orNo(m_registry.redeem(question.token, m_clock.steadyNow()));
}

ManagedAnswer ManagedDesk::answerTo(const managed_question::Find& question)
{
    managed_answer::Clients clients;
    for (const QByteArray& id : question.ids) {
        if (const managed::OpenSocket* const socket = m_registry.find(id)) {
            clients.ids.append(socket->client.text());
        }
    }
    return clients;
}

ManagedAnswer ManagedDesk::answerTo(const managed_question::Describe& question)
{
    const managed::OpenSocket* const socket = m_registry.find(question.id);
    return socket != nullptr ? ManagedAnswer(*socket) : ManagedAnswer(managed_answer::No{});
}

ManagedAnswer ManagedDesk::answerTo(const managed_question::List& /*question*/)
{
    return m_registry.all();
}

ManagedAnswer ManagedDesk::answerTo(const managed_question::Close& question)
{
    if (const managed::OpenSocket* const socket = m_registry.find(question.id)) {
        m_close(socket->client);
        return managed_answer::Done{};
    }
    if (m_registry.revoke(question.id, m_clock.steadyNow())) {
        return managed_answer::Done{};
    }
    return managed_answer::No{};
}

} // namespace signalbox::broker
