// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dispatch/descriptor_table.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>

#include <cerrno>

#include <unistd.h>

namespace signalbox::dispatch {

namespace {

/// What the eventfd carries in the place of a number and a generation.
constexpr quint64 wakerMark = ~quint64(0);

struct NotifierKind {
    QSocketNotifier::Type type;
    quint32 wanted;
    quint32 wakes; ///< as poll(2) wakes it
};
constexpr std::array<NotifierKind, 3> notifierKinds{{
    {QSocketNotifier::Read, EPOLLIN, EPOLLIN | EPOLLHUP | EPOLLERR},
    {QSocketNotifier::Write, EPOLLOUT, EPOLLOUT | EPOLLHUP | EPOLLERR},
    {QSocketNotifier::Exception, EPOLLPRI, EPOLLPRI | EPOLLHUP | EPOLLERR},
}};

quint32 wantedBy(const std::array<QSocketNotifier*, 3>& notifiers)
{
    quint32 wanted = 0;
    for (const NotifierKind& kind : notifierKinds) {
        wanted |= notifiers[kind.type] != nullptr ? kind.wanted : 0;
    }
    return wanted;
}

} // namespace

DescriptorTable::DescriptorTable()
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    if (m_epoll < 0) {
        qFatal("cannot make an epoll descriptor");
    }
}

DescriptorTable::~DescriptorTable()
{
    ::close(m_epoll);
}

void DescriptorTable::addNotifier(QSocketNotifier* notifier)
{
    const int descriptor = static_cast<int>(notifier->socket());
    Entry& entry = entryOf(descriptor);
    Q_ASSERT(entry.handler == nullptr);
    entry.notifiers[notifier->type()] = notifier;
    want(descriptor, wantedBy(entry.notifiers));
}

void DescriptorTable::removeNotifier(QSocketNotifier* notifier)
{
    const int descriptor = static_cast<int>(notifier->socket());
    Entry& entry = entryOf(descriptor);
    if (entry.notifiers[notifier->type()] != notifier) {
        return;
    }
    entry.notifiers[notifier->type()] = nullptr;
    want(descriptor, wantedBy(entry.notifiers));
}

void DescriptorTable::watch(int descriptor, DescriptorHandler& handler)
{
    Entry& entry = entryOf(descriptor);
    Q_ASSERT(entry.wanted == 0);
    entry.handler = &handler;
    want(descriptor, EPOLLIN);
}

void DescriptorTable::setWriteWanted(int descriptor, bool wanted)
{
    Q_ASSERT(entryOf(descriptor).handler != nullptr);
    want(descriptor, wanted ? EPOLLIN | EPOLLOUT : EPOLLIN);
}

void DescriptorTable::unwatch(int descriptor)
{
    entryOf(descriptor).handler = nullptr;
    want(descriptor, 0);
}

DescriptorTable::Entry& DescriptorTable::entryOf(int descriptor)
{
    Q_ASSERT(descriptor >= 0);
    const auto place = static_cast<size_t>(descriptor);
    if (place >= m_entries.size()) {
        m_entries.resize(place + 1);
    }
    return m_entries[place];
}

void DescriptorTable::want(int descriptor, quint32 events)
{
    Entry& entry = entryOf(descriptor);
    entry.wanted = events;
    if (events == 0) {
        leave(descriptor, entry);
    } else if (!entry.isChanged) {
        entry.isChanged = true;
        m_changed.push_back(descriptor);
    }
}

/// At once: the number may belong to another socket by the next wait, and a second descriptor of the same
/// socket would keep this registration alive, which nobody could take back then.
void DescriptorTable::leave(int descriptor, Entry& entry)
{
    ++entry.generation; // what is ready already was meant for somebody else
    if (entry.told != 0) {
        ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr); // fails where it was closed: it has left
        entry.told = 0;
    }
}

void DescriptorTable::applyChanges()
{
    for (const int descriptor : m_changed) {
        Entry& entry = entryOf(descriptor);
        entry.isChanged = false;
        if (entry.wanted != entry.told) {
            apply(descriptor, entry);
        }
    }
    m_changed.clear();
}

void DescriptorTable::apply(int descriptor, Entry& entry)
{
    epoll_event event{};
    event.events = entry.wanted;
    event.data.u64 = quint64(entry.generation) << 32 | static_cast<quint32>(descriptor);
    const int operation = entry.told == 0 ? EPOLL_CTL_ADD : EPOLL_CTL_MOD;
    if (::epoll_ctl(m_epoll, operation, descriptor, &event) == 0) {
        entry.told = entry.wanted;
    } else {
        qWarning("descriptor %d cannot be watched: %s", descriptor, qPrintable(qt_error_string(errno)));
    }
}

void DescriptorTable::addWaker(int descriptor)
{
    epoll_event event{};
    event.events = EPOLLIN | EPOLLET; // each write is an edge, so nobody has to read it
    event.data.u64 = wakerMark;
    if (::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event) != 0) {
        qFatal("an eventfd cannot be watched");
    }
}

std::span<const epoll_event> DescriptorTable::wait(std::span<epoll_event> room, int milliseconds)
{
    applyChanges();
    const int count = ::epoll_wait(m_epoll, room.data(), static_cast<int>(room.size()), milliseconds);
    return room.first(static_cast<size_t>(std::max(count, 0))); // EINTR: nothing is ready
}

bool DescriptorTable::deliver(std::span<const epoll_event> ready)
{
    bool toldAnybody = false;
    for (const epoll_event& event : ready) {
        if (event.data.u64 != wakerMark) {
            const auto generation = static_cast<quint32>(event.data.u64 >> 32);
            toldAnybody |=
                deliverOne(static_cast<int>(event.data.u64 & 0xFFFFFFFF), generation, event.events);
        }
    }
    return toldAnybody;
}

bool DescriptorTable::isCurrent(int descriptor, quint32 generation) const
{
    return m_entries[static_cast<size_t>(descriptor)].generation == generation;
}

/// Looks at the entry anew after each call: a handler may take away itself, and everybody else.
bool DescriptorTable::deliverOne(int descriptor, quint32 generation, quint32 events)
{
    if (!isCurrent(descriptor, generation)) {
        return false;
    }
    if (DescriptorHandler* const handler = entryOf(descriptor).handler) {
        handler->descriptorReady({(events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0, (events & EPOLLOUT) != 0});
        return true;
    }
    bool toldAnybody = false;
    for (const NotifierKind& kind : notifierKinds) {
        QSocketNotifier* const notifier =
            isCurrent(descriptor, generation) ? entryOf(descriptor).notifiers[kind.type] : nullptr;
        if (notifier != nullptr && (events & kind.wakes) != 0) {
            QEvent event(QEvent::SockAct);
            QCoreApplication::sendEvent(notifier, &event);
            toldAnybody = true;
        }
    }
    return toldAnybody;
}

} // namespace signalbox::dispatch
