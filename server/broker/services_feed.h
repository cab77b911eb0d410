// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/service_journal.h"
#include "server/broker/tasks.h"
#include "server/link/link_id.h"
#include "server/link/service_events.h"

#include <QtCore/QTimer>

#include <functional>
#include <map>

namespace signalbox::broker {

/// What consoles are told of services: a look at all of them a few times a second while one is attached, when
/// something has changed, and the lines that were logged meanwhile. Lines and errors are kept for consoles
/// that come later.
///
/// Thread: services. Owner: ServicesActor.
class ServicesFeed final {
public:
    /// Makes what there is to see now, with these journals.
    using Look = std::function<link::ServicesChanged()>;

    ServicesFeed(const Clock& clock, Mailboxes& mailboxes, Look look);

    /// Tells this one everything, and all of them what changes from now on.
    void attach(link::LinkId link);
    /// Nobody is attached any more.
    void stop() { m_timer.stop(); }
    [[nodiscard]] bool isWatched() const { return m_timer.isActive(); }

    void log(const QByteArray& service, link::ServiceLogLevel level, bool ofBroker, const QString& text);
    void fail(const QByteArray& service, link::ServiceFault fault);
    /// There is no such service any more.
    void forget(const QByteArray& service);
    [[nodiscard]] const ServiceJournal& journal(const QByteArray& service);

private:
    struct Entry {
        ServiceJournal journal;
        quint64 told = 0; ///< number of its last line that consoles know
    };

    [[nodiscard]] Entry& entry(const QByteArray& service);
    void tick();
    [[nodiscard]] std::vector<link::ServiceLogLine> takeNewLines();

    const Clock& m_clock;
    Mailboxes& m_mailboxes;
    const Look m_look;
    std::map<QByteArray, Entry> m_entries; ///< by service
    link::ServicesChanged m_told;
    QTimer m_timer;
};

} // namespace signalbox::broker
