// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/act_desk.h"

#include "server/broker/act_rules.h"
#include "server/broker/worker_links.h"
#include "server/link/act_notes.h"

#include <QtCore/QDateTime>

namespace signalbox::broker {

namespace {

using link::actNote;

/// Of the broker's own place: an operator reads it.
QByteArray timeWords(WallTime time)
{
    const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(since.count()).toString(u"yyyy-MM-dd HH:mm:ss").toLatin1();
}

QByteArray words(const link::DisconnectClient& act, const QByteArray& who)
{
    return actNote(act.closeReason.isEmpty() ? link::act::disconnectClient
                                             : link::act::disconnectClientSaying,
                   {who, QByteArray::number(act.closeCode), act.closeReason});
}

QByteArray words(const link::JoinGroup& act, const QByteArray& who)
{
    return actNote(link::act::putIntoGroup, {who, act.group.bytes()});
}

QByteArray words(const link::LeaveGroup& act, const QByteArray& who)
{
    return actNote(link::act::takeOutOfGroup, {who, act.group.bytes()});
}

QByteArray words(const link::AddTag& act, const QByteArray& who)
{
    return actNote(link::act::addTag, {who, act.tag.bytes()});
}

QByteArray words(const link::RemoveTag& act, const QByteArray& who)
{
    return actNote(link::act::removeTag, {who, act.tag.bytes()});
}

QByteArray words(const link::MuteClient& act, const QByteArray& who)
{
    if (act.until == WallTime{}) {
        return actNote(link::act::unmute, {who});
    }
    return act.until == WallTime::max() ? actNote(link::act::mute, {who})
                                        : actNote(link::act::muteUntil, {who, timeWords(act.until)});
}

QByteArray words(const link::CloseGroup& act)
{
    const QByteArray code = QByteArray::number(act.closeCode);
    if (act.group.isEmpty()) {
        return actNote(act.closeReason.isEmpty() ? link::act::disconnectUngrouped
                                                 : link::act::disconnectUngroupedSaying,
                       {code, act.closeReason});
    }
    return actNote(act.closeReason.isEmpty() ? link::act::disconnectGroup : link::act::disconnectGroupSaying,
                   {act.group.bytes(), code, act.closeReason});
}

QByteArray words(const link::RemoveGroup& act)
{
    return actNote(link::act::removeGroup, {act.group.bytes()});
}

/// To look is no act.
QByteArray words(const link::FetchClient& /*act*/, const QByteArray& /*who*/)
{
    return {};
}

template <typename Act>
concept OnOneClient = requires(const Act& act)
{
    act.client;
};

} // namespace

ActDesk::ActDesk(const Surroundings& surroundings)
    : m_surroundings(surroundings)
{
}

void ActDesk::carryOut(link::CommandId id, const ClientAct& act)
{
    std::visit([this, id](const auto& what) { handOver(id, what); }, act);
}

template <typename Act>
void ActDesk::handOver(link::CommandId id, const Act& act)
{
    if (const Result<void> may = check(act); !may) {
        m_surroundings.answer({id, may.error()});
        return;
    }
    QByteArray note;
    if constexpr (OnOneClient<Act>) {
        note = words(act, nameOf(act.client));
    } else {
        note = words(act);
    }
    if (!note.isEmpty()) {
        if (isRequestLink(link::linkOf(id), m_surroundings.mailboxes.workers.size())) {
            note += link::overControlApi;
        }
        m_surroundings.capture.recordAct(m_surroundings.clock.wallNow(), note);
    }
    auto& workers = m_surroundings.mailboxes.workers;
    if constexpr (OnOneClient<Act>) {
        const int worker = *m_surroundings.directory.workerOf(act.client);
        workers[static_cast<size_t>(worker)]->post(worker_task::Act{id, act});
    } else {
        m_waiting.insert(id, static_cast<int>(workers.size()));
        for (const auto& worker : workers) {
            worker->post(worker_task::Act{id, act});
        }
    }
}

QByteArray ActDesk::nameOf(ClientId client) const
{
    const link::ClientInfo* const info = m_surroundings.directory.find(client);
    return (info->user.isEmpty() ? QByteArray() : info->user.bytes() + ' ') + client.text();
}

bool ActDesk::workerDone(link::CommandId id)
{
    const auto waiting = m_waiting.find(id);
    Q_ASSERT(waiting != m_waiting.end());
    if (--*waiting > 0) {
        return false;
    }
    m_waiting.erase(waiting);
    return true;
}

Result<void> ActDesk::checkPresent(ClientId client) const
{
    return m_surroundings.directory.find(client) != nullptr ? Result<void>() : clientNotFound(client);
}

Result<void> ActDesk::checkPresent(const GroupName& group) const
{
    if (m_surroundings.directory.members().inGroup(group).empty()) {
        return groupNotFound();
    }
    return {};
}

Result<void> ActDesk::check(const link::DisconnectClient& act) const
{
    const Result<void> present = checkPresent(act.client);
    return present ? checkClose(act.closeCode, act.closeReason) : present;
}

Result<void> ActDesk::check(const link::JoinGroup& act) const
{
    const Result<void> present = checkPresent(act.client);
    return present ? checkJoin(m_surroundings.directory.find(act.client)->groups, act.group,
                               m_surroundings.limits.maxGroupsPerClient)
                   : present;
}

Result<void> ActDesk::check(const link::LeaveGroup& act) const
{
    const Result<void> present = checkPresent(act.client);
    return present ? checkLeave(m_surroundings.directory.find(act.client)->groups, act.group) : present;
}

Result<void> ActDesk::check(const link::AddTag& act) const
{
    const Result<void> present = checkPresent(act.client);
    return present ? checkAddTag(m_surroundings.directory.find(act.client)->tags, act.tag,
                                 m_surroundings.limits.maxTagsPerClient)
                   : present;
}

Result<void> ActDesk::check(const link::RemoveTag& act) const
{
    const Result<void> present = checkPresent(act.client);
    return present ? checkRemoveTag(m_surroundings.directory.find(act.client)->tags, act.tag) : present;
}

Result<void> ActDesk::check(const link::MuteClient& act) const
{
    return checkPresent(act.client);
}

Result<void> ActDesk::check(const link::CloseGroup& act) const
{
    const Result<void> present = checkPresent(act.group);
    return present ? checkClose(act.closeCode, act.closeReason) : present;
}

Result<void> ActDesk::check(const link::RemoveGroup& act) const
{
    const Result<void> present = checkPresent(act.group);
    return present ? checkLeave({act.group}, act.group) : present;
}

Result<void> ActDesk::check(const link::FetchClient& act) const
{
    return checkPresent(act.client);
}

} // namespace signalbox::broker
