// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/services_feed.h"

#include <iterator>
#include <tuple>
#include <utility>

namespace signalbox::broker {

namespace {

constexpr std::chrono::milliseconds lookInterval{250};

void append(std::vector<link::ServiceLogLine>& lines, std::vector<link::ServiceLogLine> more)
{
    lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

ServicesFeed::ServicesFeed(const Clock& clock, Mailboxes& mailboxes, Look look)
    : m_clock(clock)
    , m_mailboxes(mailboxes)
    , m_look(std::move(look))
{
    m_timer.setInterval(lookInterval);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
}

void ServicesFeed::attach(link::LinkId link)
{
    if (isWatched()) {
        tick(); // to the others what is new, so that this one does not get it twice
    } else {
        std::ignore = takeNewLines();
        m_told = m_look();
        m_timer.start();
    }
    std::vector<link::ServiceLogLine> lines;
    for (const auto& [service, entry] : m_entries) {
        append(lines, entry.journal.linesAfter(0));
    }
    m_mailboxes.hub.post(hub_task::ServicesTold{link, m_told});
    m_mailboxes.hub.post(hub_task::ServicesTold{link, link::ServicesLogged{true, std::move(lines)}});
}

void ServicesFeed::tick()
{
    link::ServicesChanged now = m_look();
    if (now != m_told) {
        m_told = now;
        m_mailboxes.hub.post(hub_task::ServicesTold{std::nullopt, std::move(now)});
    }
    if (std::vector<link::ServiceLogLine> lines = takeNewLines(); !lines.empty()) {
        m_mailboxes.hub.post(
            hub_task::ServicesTold{std::nullopt, link::ServicesLogged{false, std::move(lines)}});
    }
}

std::vector<link::ServiceLogLine> ServicesFeed::takeNewLines()
{
    std::vector<link::ServiceLogLine> lines;
    for (auto& [service, entry] : m_entries) {
        append(lines, entry.journal.linesAfter(std::exchange(entry.told, entry.journal.lastNumber())));
    }
    return lines;
}

ServicesFeed::Entry& ServicesFeed::entry(const QByteArray& service)
{
    return m_entries.try_emplace(service, Entry{ServiceJournal(service)}).first->second;
}

void ServicesFeed::log(const QByteArray& service, link::ServiceLogLevel level, bool ofBroker,
                       const QString& text)
{
    entry(service).journal.write({{}, 0, m_clock.wallNow(), level, ofBroker, text});
}

void ServicesFeed::fail(const QByteArray& service, link::ServiceFault fault)
{
    fault.time = m_clock.wallNow();
    entry(service).journal.fail(std::move(fault));
}

void ServicesFeed::forget(const QByteArray& service)
{
    m_entries.erase(service);
}

const ServiceJournal& ServicesFeed::journal(const QByteArray& service)
{
    return entry(service).journal;
}

} // namespace signalbox::broker
