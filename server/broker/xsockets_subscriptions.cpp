// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/xsockets_subscriptions.h"

#include "server/broker/act_rules.h"
#include "server/broker/error_reply.h"
#include "server/broker/xsockets_forms.h"
#include "server/core/topic_filter.h"
#include "server/xsockets/topics.h"

#include <tuple>
#include <utility>

namespace signalbox::broker {

using xsockets::Fault;
using xsockets::fault;

namespace {

/// A message that came while the client was away, and for which it had subscribed anew before it was given
/// back to it.
bool wasDelivered(const XSocketsState& state, const QByteArray& group, const xsockets::Owed& owed)
{
    if (owed.address.id != 0) {
        return false; // it was sent over the former connection
    }
    for (auto at = state.subscribedAt.cbegin(); at != state.subscribedAt.cend(); ++at) {
        if (owed.sequence > at.value() && (at.key() == group || topicMatches(at.key(), group))) {
            return true;
        }
    }
    return false;
}

} // namespace

XSocketsSubscriptions::XSocketsSubscriptions(WorkerContext& context, ClientTable& clients,
                                             XSocketsQuestions& questions, XSocketsDelivery& delivery)
    : m_context(context)
    , m_clients(clients)
    , m_questions(questions)
    , m_delivery(delivery)
{
}

Result<void> XSocketsSubscriptions::subscribe(Session& session, const QByteArray& controller,
                                              const QByteArray& topic)
{
    XSocketsState& state = xsocketsStateOf(session);
    if (state.conversation.isSubscribed(controller, topic)) {
        return {};
    }
    const auto subscribed = add(session, controller, topic);
    if (!subscribed) {
        return subscribed.error();
    }
    state.subscribedAt.insert(subscribed->group.bytes(), m_context.counters.sequenceSeen);
    askForRetained(session, *subscribed);
    return {};
}

Result<xsockets::Subscription> XSocketsSubscriptions::add(Session& session, const QByteArray& controller,
                                                          const QByteArray& topic)
{
    XSocketsState& state = xsocketsStateOf(session);
    const int maxGroups = m_context.settings.limits.maxGroupsPerClient;
    auto subscribed = state.conversation.subscribe(controller, topic);
    if (!subscribed) {
        return subscribed;
    }
    if (!checkJoin(session.info().groups, subscribed->group, maxGroups)) {
        state.conversation.unsubscribe(controller, topic);
        return fault(Fault::TooManySubscriptions, QString::number(maxGroups));
    }
    m_clients.enter(session, subscribed->group);
    state.hasChanged = true;
    return subscribed;
}

void XSocketsSubscriptions::unsubscribe(Session& session, const QByteArray& controller,
                                        const QByteArray& topic)
{
    if (const auto ended = xsocketsStateOf(session).conversation.unsubscribe(controller, topic)) {
        leave(session, *ended);
    }
}

void XSocketsSubscriptions::close(Session& session, const QByteArray& controller)
{
    XSocketsState& state = xsocketsStateOf(session);
    if (state.conversation.isOpen(controller)) {
        state.hasChanged = true;
        for (const xsockets::Subscription& ended : state.conversation.close(controller)) {
            leave(session, ended);
        }
    }
}

void XSocketsSubscriptions::leave(Session& session, const xsockets::Subscription& ended)
{
    XSocketsState& state = xsocketsStateOf(session);
    state.hasChanged = true;
    if (!state.conversation.needs(ended.group)) {
        m_clients.exit(session, ended.group);
        state.subscribedAt.remove(ended.group.bytes());
        state.resumed.remove(ended.group.bytes());
    }
}

/// What was sent after the worker's last is delivered as any message; so only what was before is wanted.
void XSocketsSubscriptions::askForRetained(const Session& session, const xsockets::Subscription& subscription)
{
    m_questions.ask(xsockets_question::Retained{subscription.group.bytes()},
                    [this, client = session.id(), subscription,
                     seen = m_context.counters.sequenceSeen](const XSocketsAnswer& answer) {
                        if (Session* const asked = m_clients.find(client)) {
                            retainedCame(*asked, subscription, seen,
                                         std::get<std::vector<xsockets::Retained>>(answer));
                        }
                    });
}

void XSocketsSubscriptions::retainedCame(Session& session, const xsockets::Subscription& subscription,
                                         quint64 seen, const std::vector<xsockets::Retained>& retained)
{
    const XSocketsState& state = xsocketsStateOf(session);
    if (!state.conversation.isSubscribed(subscription.controller, subscription.topic) ||
        state.resumed.contains(subscription.group.bytes())) {
        return; // it has gone again, or knows them from before
    }
    std::vector<xsockets::Owed> owed;
    for (const xsockets::Retained& one : retained) {
        if (one.sequence <= seen) {
            owed.push_back(
                {one.message,
                 {subscription.controller, xsockets::topicWithin(subscription.controller, one.group)},
                 one.sequence,
                 true});
        }
    }
    if (const quint64 notSent = m_delivery.send(session, std::move(owed))) {
        m_context.counters.xsockets.notKept += notSent;
        tell(session, subscription.controller, Fault::TooMuchRetained, notSent);
    }
}

void XSocketsSubscriptions::resume(Session& session, const QByteArray& controller)
{
    const XSocketsState& state = xsocketsStateOf(session);
    if (!state.isBack || !(state.acknowledges || state.isClean)) {
        return;
    }
    m_questions.ask(xsockets_question::Resume{state.persistentId, controller},
                    [this, client = session.id(), persistentId = state.persistentId, isClean = state.isClean,
                     controller](XSocketsAnswer answer) {
                        auto& kept = std::get<XSocketsResumed>(answer);
                        Session* const back = m_clients.find(client);
                        if (isClean || (kept.topics.isEmpty() && kept.owed.empty())) {
                            return;
                        }
                        if (back != nullptr) {
                            resumed(*back, controller, std::move(kept));
                        } else { // it has gone again
                            m_questions.tell(xsockets_question::Leave{
                                persistentId,
                                {{controller, kept.topics, std::move(kept.owed), kept.missed}},
                                kept.lastId,
                                m_context.counters.sequenceSeen});
                        }
                    });
}

void XSocketsSubscriptions::resumed(Session& session, const QByteArray& controller, XSocketsResumed resumed)
{
    XSocketsState& state = xsocketsStateOf(session);
    if (!state.conversation.isOpen(controller)) {
        return; // it has closed it meanwhile
    }
    if (state.unacknowledged.lastId() == 0) {
        state.unacknowledged.continueAfter(resumed.lastId);
    }
    std::erase_if(resumed.owed, [&state, &controller](const xsockets::Owed& owed) {
        return wasDelivered(state, xsockets::groupOf(controller, owed.address.topic), owed);
    });
    for (const QByteArray& topic : std::as_const(resumed.topics)) {
        if (const auto subscribed = add(session, controller, topic)) { // it was within the limits
            state.resumed.insert(subscribed->group.bytes());
        }
    }
    tellHub(session);
    resumed.missed += m_delivery.send(session, std::move(resumed.owed));
    if (resumed.missed != 0) {
        tell(session, controller, Fault::MessagesMissed, resumed.missed);
    }
}

void XSocketsSubscriptions::ended(Session& session)
{
    const XSocketsState& state = xsocketsStateOf(session);
    xsockets_question::Leave leave = m_delivery.take(session);
    if (state.acknowledges && !state.isClean && !leave.controllers.empty()) {
        m_questions.tell(std::move(leave));
    }
}

void XSocketsSubscriptions::tellHub(Session& session)
{
    XSocketsState& state = xsocketsStateOf(session);
    if (std::exchange(state.hasChanged, false)) {
        session.setControllers(state.conversation.controllers());
        session.setSubscriptions(linkSubscriptions(state.conversation));
        m_clients.tellChange(session);
    }
}

void XSocketsSubscriptions::tell(Session& session, const QByteArray& controller, Fault fault, quint64 count)
{
    reply(m_context, session,
          xsockets::messageText({controller, xsockets::topicOf(xsockets::Verb::Error)},
                                xsockets::faultData(xsockets::fault(fault, QString::number(count)))));
    session.connection().flush();
}

} // namespace signalbox::broker
