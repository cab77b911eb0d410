// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/xsockets_task.h"
#include "server/core/clock.h"
#include "server/link/client_info.h"
#include "server/settings/settings.h"
#include "server/xsockets/persistent_values.h"

namespace signalbox::broker {

/// Keeps what outlives a connection of an xsockets client, under its PersistentId: the one place that has it,
/// whichever worker the client comes back to.
///
/// Thread: hub.
class XSocketsDesk final {
public:
    XSocketsDesk(const Clock& clock, const Settings::XSockets& settings);

    [[nodiscard]] XSocketsAnswer answer(const XSocketsQuestion& question);
    void opened(const link::ClientInfo& client);
    void ended(const link::ClientInfo& client);
    /// Forgets what is over; says in the log what was forgotten for want of room.
    void tick();

private:
    XSocketsAnswer answerTo(const xsockets_question::Restore& question);
    XSocketsAnswer answerTo(const xsockets_question::SetProperty& question);
    XSocketsAnswer answerTo(const xsockets_question::Store& question);
    XSocketsAnswer answerTo(const xsockets_question::Read& question);
    XSocketsAnswer answerTo(const xsockets_question::Remove& question);
    XSocketsAnswer answerTo(const xsockets_question::Clear& question);

    const Clock& m_clock;
    xsockets::PersistentValues m_values;
    quint64 m_forgottenLogged = 0;
};

} // namespace signalbox::broker
