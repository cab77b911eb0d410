// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"
#include "server/core/name.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace signalbox::webhook {

/// One envelope on its way to the application. A value.
struct Call {
    MessageId message;
    ClientId client; ///< that sent it: its calls are made one after the other
    UserName user;
    QList<GroupName> groups;
    QByteArray body;  ///< the envelope as it came
    int worker = 0;   ///< of the client, for the answer to it
    int attempts = 0; ///< made so far, the running one included

    /// What it counts for in a queue: a flood of small messages costs memory, too.
    [[nodiscard]] qint64 queuedBytes() const { return body.size() + 512; }
};

} // namespace signalbox::webhook
