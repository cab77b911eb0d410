// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/xsockets_sequencer.h"
#include "server/broker/xsockets_task.h"
#include "server/core/clock.h"
#include "server/link/client_info.h"
#include "server/settings/settings.h"
#include "server/xsockets/persistent_values.h"

#include <functional>
#include <vector>

namespace signalbox::broker {

/// Keeps what outlives a connection of an xsockets client, under its PersistentId, and what is retained: the
/// one place that has it, whichever worker the client comes back to.
///
/// Thread: hub.
class XSocketsDesk final {
public:
    /// Brings an answer to the worker that asked with this ticket.
    using Answer = std::function<void(int worker, quint64 ticket, XSocketsAnswer answer)>;

    XSocketsDesk(const Clock& clock, const Settings& settings, Answer answer = {});

    [[nodiscard]] XSocketsSequencer& sequencer() { return m_sequencer; }
    [[nodiscard]] const XSocketsSequencer& sequencer() const { return m_sequencer; }
    /// Ticket 0: nobody waits for the answer.
    void ask(int worker, quint64 ticket, const XSocketsQuestion& question);
    [[nodiscard]] XSocketsAnswer answer(const XSocketsQuestion& question);
    void opened(const link::ClientInfo& client);
    void ended(const link::ClientInfo& client);
    /// Forgets what is over; says in the log what was forgotten for want of room.
    void tick();

private:
    /// A client that is back before the broker has noticed that its former connection has ended.
    struct Early {
        int worker = 0;
        quint64 ticket = 0;
        xsockets_question::Resume question;
        SteadyTime since;
    };

    [[nodiscard]] bool isEarly(const xsockets_question::Resume& question) const;
    void answerEarly(bool late);
    XSocketsAnswer answerTo(const xsockets_question::Restore& question);
    XSocketsAnswer answerTo(const xsockets_question::SetProperty& question);
    XSocketsAnswer answerTo(const xsockets_question::Store& question);
    XSocketsAnswer answerTo(const xsockets_question::Read& question);
    XSocketsAnswer answerTo(const xsockets_question::Remove& question);
    XSocketsAnswer answerTo(const xsockets_question::Clear& question);
    XSocketsAnswer answerTo(const xsockets_question::Leave& question);
    XSocketsAnswer answerTo(const xsockets_question::Resume& question);
    XSocketsAnswer answerTo(const xsockets_question::Retained& question);

    const Clock& m_clock;
    const Answer m_answer;
    std::vector<Early> m_early;
    xsockets::PersistentValues m_values;
    XSocketsSequencer m_sequencer;
    quint64 m_forgottenLogged = 0;
};

} // namespace signalbox::broker
