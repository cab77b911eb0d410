// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/client_table.h"
#include "server/broker/worker_context.h"
#include "server/broker/xsockets_delivery.h"
#include "server/broker/xsockets_questions.h"
#include "server/broker/xsockets_state.h"
#include "server/core/result.h"
#include "server/xsockets/fault.h"

namespace signalbox::broker {

/// The subscriptions of one worker's xsockets clients: memberships of groups, the retained messages that come
/// with them, and those that come back with a client. Whoever calls tells the hub
/// (XSocketsState::hasChanged).
///
/// Thread: its worker.
class XSocketsSubscriptions final {
public:
    XSocketsSubscriptions(WorkerContext& context, ClientTable& clients, XSocketsQuestions& questions,
                          XSocketsDelivery& delivery);

    /// Errors: xsockets.bad_topic, xsockets.too_many_subscriptions.
    [[nodiscard]] Result<void> subscribe(Session& session, const QByteArray& controller,
                                         const QByteArray& topic);
    void unsubscribe(Session& session, const QByteArray& controller, const QByteArray& topic);
    /// Its subscriptions end with it.
    void close(Session& session, const QByteArray& controller);

    /// The client is back, and has just opened this controller: it gets its subscriptions again, and what it
    /// has missed.
    void resume(Session& session, const QByteArray& controller);
    /// The hub keeps what the session leaves.
    void ended(Session& session);

    /// Tells the hub what the session has open and subscribes to, when that has changed.
    void tellHub(Session& session);

private:
    [[nodiscard]] Result<xsockets::Subscription> add(Session& session, const QByteArray& controller,
                                                     const QByteArray& topic);
    void leave(Session& session, const xsockets::Subscription& ended);
    void askForRetained(const Session& session, const xsockets::Subscription& subscription);
    void retainedCame(Session& session, const xsockets::Subscription& subscription, quint64 seen,
                      const std::vector<xsockets::Retained>& retained);
    void resumed(Session& session, const QByteArray& controller, XSocketsResumed resumed);
    void tell(Session& session, const QByteArray& controller, xsockets::Fault fault, quint64 count);

    WorkerContext& m_context;
    ClientTable& m_clients;
    XSocketsQuestions& m_questions;
    XSocketsDelivery& m_delivery;
};

} // namespace signalbox::broker
