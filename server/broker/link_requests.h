// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/tasks.h"
#include "server/core/result.h"
#include "server/link/link_id.h"

#include <functional>

namespace signalbox::broker {

/// What one link asks for, whichever end it has: passed on to the hub or to capture, which answer, or
/// answered here where neither can.
///
/// Thread: that of its owner. Borrows the mailboxes.
class LinkRequests final {
public:
    /// Takes events to the other end of the link. Called in any thread.
    using Tell = std::function<void(link::Event)>;
    /// Carries out ConnectTestClients and DisconnectTestClients in the owner's thread.
    using TestClientHandler = std::function<Result<void>(const link::Command& command)>;

    /// `peer`: who is at the other end; empty: the window of this process.
    LinkRequests(Mailboxes& mailboxes, link::LinkId link, QByteArray peer, Tell tell);

    /// Without one test clients are not supported.
    void setTestClients(TestClientHandler handler) { m_testClients = std::move(handler); }

    /// `wantsState`: listeners, clients, statistics. Fails when the wished filter has a fault; nothing is
    /// attached then.
    [[nodiscard]] Result<void> attach(bool wantsState, const link::FrameWishes& wishes);
    void detach();
    /// The other end is done with so many FramesCaptured.
    void takeConfirmation(int batches);
    /// `number`: as the link counts its commands. Answered, through `tell` at the earliest.
    void perform(quint64 number, link::Command command);

private:
    [[nodiscard]] recording::ConsumerId consumer() const { return m_link.number() + 1; }
    [[nodiscard]] recording::ConsumerSink sink() const;
    void sendToCapture(quint64 number, link::Command& command) const;
    void sendToHub(quint64 number, link::Command& command) const;
    void answer(quint64 number, link::CommandAnswer::Result result) const;

    Mailboxes& m_mailboxes;
    link::LinkId m_link;
    QByteArray m_peer;
    Tell m_tell;
    TestClientHandler m_testClients;
    bool m_attached = false;
};

} // namespace signalbox::broker
