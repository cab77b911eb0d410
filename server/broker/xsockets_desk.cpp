// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/xsockets_desk.h"

#include "server/core/log_categories.h"

namespace signalbox::broker {

XSocketsDesk::XSocketsDesk(const Clock& clock, const Settings::XSockets& settings)
    : m_clock(clock)
    , m_values({settings.maxKeptPerClientBytes, settings.maxKeptBytes, settings.keep})
{
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

} // namespace signalbox::broker
