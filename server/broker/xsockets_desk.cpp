// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/xsockets_desk.h"

#include "server/core/log_categories.h"

#include <utility>

namespace signalbox::broker {

namespace {

constexpr size_t maxEarly = 1'000;
constexpr std::chrono::seconds earlyTime{2};

} // namespace

XSocketsDesk::XSocketsDesk(const Clock& clock, const Settings& settings, Answer answer)
    : m_clock(clock)
    , m_answer(std::move(answer))
    , m_values(
          {settings.xsockets.maxKeptPerClientBytes, settings.xsockets.maxKeptBytes, settings.xsockets.keep})
    , m_sequencer(clock, settings)
{
}

void XSocketsDesk::ask(int worker, quint64 ticket, const XSocketsQuestion& question)
{
    if (const auto* const resume = std::get_if<xsockets_question::Resume>(&question);
        resume != nullptr && isEarly(*resume)) {
        m_early.push_back({worker, ticket, *resume, m_clock.steadyNow()});
        return;
    }
    XSocketsAnswer found = answer(question);
    if (ticket != 0) {
        m_answer(worker, ticket, std::move(found));
    }
    if (std::holds_alternative<xsockets_question::Leave>(question)) {
        answerEarly(false);
    }
}

bool XSocketsDesk::isEarly(const xsockets_question::Resume& question) const
{
    return m_early.size() < maxEarly && m_values.connections(question.persistentId) > 1 &&
           !m_sequencer.isAway(question.persistentId, question.controller);
}

/// Those for whom there is something now, and those who have waited long enough.
void XSocketsDesk::answerEarly(bool late)
{
    std::erase_if(m_early, [this, late](const Early& early) {
        const bool isLate = late && m_clock.steadyNow() - early.since >= earlyTime;
        if (!isLate && !m_sequencer.isAway(early.question.persistentId, early.question.controller)) {
            return false;
        }
        m_answer(early.worker, early.ticket, answerTo(early.question));
        return true;
    });
}

XSocketsAnswer XSocketsDesk::answer(const XSocketsQuestion& question)
{
    return std::visit([this](const auto& what) { return answerTo(what); }, question);
}

void XSocketsDesk::opened(const link::ClientInfo& client)
{
    if (!client.persistentId.isEmpty()) {
        m_values.connected(client.persistentId);
    }
}

void XSocketsDesk::ended(const link::ClientInfo& client)
{
    if (!client.persistentId.isEmpty()) {
        m_values.left(client.persistentId, m_clock.steadyNow());
    }
}

void XSocketsDesk::tick()
{
    m_values.expire(m_clock.steadyNow());
    m_sequencer.expire();
    answerEarly(true);
    if (m_values.forgotten() > m_forgottenLogged) {
        qCWarning(logBroker).noquote()
            << QStringLiteral(
                   "xsockets: what was kept for %1 absent clients is forgotten; xsockets.max_kept is full")
                   .arg(m_values.forgotten() - m_forgottenLogged);
        m_forgottenLogged = m_values.forgotten();
    }
}

XSocketsAnswer XSocketsDesk::answerTo(const xsockets_question::Restore& question)
{
    return m_values.restore(question.persistentId, m_clock.steadyNow());
}

XSocketsAnswer XSocketsDesk::answerTo(const xsockets_question::SetProperty& question)
{
    m_values.setProperty(question.persistentId, question.key, question.value);
    return question.value;
}

XSocketsAnswer XSocketsDesk::answerTo(const xsockets_question::Store& question)
{
    const Result<void> stored = m_values.store(question.persistentId, question.key, question.value);
    return stored ? XSocketsAnswer(question.value) : XSocketsAnswer(stored.error());
}

XSocketsAnswer XSocketsDesk::answerTo(const xsockets_question::Read& question)
{
    return m_values.stored(question.persistentId, question.key);
}

XSocketsAnswer XSocketsDesk::answerTo(const xsockets_question::Remove& question)
{
    m_values.removeStored(question.persistentId, question.key);
    return QByteArrayLiteral("null");
}

XSocketsAnswer XSocketsDesk::answerTo(const xsockets_question::Clear& question)
{
    m_values.clearStored(question.persistentId);
    return QByteArrayLiteral("null");
}

XSocketsAnswer XSocketsDesk::answerTo(const xsockets_question::Leave& question)
{
    m_sequencer.left(question);
    return QByteArrayLiteral("null");
}

XSocketsAnswer XSocketsDesk::answerTo(const xsockets_question::Resume& question)
{
    return m_sequencer.resume(question.persistentId, question.controller);
}

XSocketsAnswer XSocketsDesk::answerTo(const xsockets_question::Retained& question)
{
    return m_sequencer.retained(question.group);
}

} // namespace signalbox::broker
