// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/commands.h"
#include "server/link/events.h"

#include <QtCore/QObject>

#include <vector>

namespace signalbox::link {

/// A row was asked for over a link that is not attached: link.not_attached.
[[nodiscard]] Error notAttached();

/// What the window and the command line talk to: commands in, each answered; batches of events out. All plain
/// values, so that a broker in this process and one behind a socket look the same.
///
/// Thread: main. Owner: the composition root.
class BrokerLink : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Begins the flow of events with a full picture: listeners, all clients, kept frames. Capture is on from
    /// now on.
    virtual void attach() = 0;
    /// Ends it; capture goes off when nobody else is attached.
    virtual void detach() = 0;

    /// Sends one command; a CommandAnswer with the returned id follows. Never blocks.
    virtual CommandId send(Command command) = 0;

Q_SIGNALS:
    /// Main thread, in order, never from inside send().
    void eventsArrived(const std::vector<signalbox::link::Event>& events);
};

} // namespace signalbox::link
