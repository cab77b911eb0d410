// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/conversation.h"

#include "server/core/topic_filter.h"
#include "server/xsockets/fault.h"
#include "server/xsockets/topics.h"

#include <algorithm>
#include <utility>

namespace signalbox::xsockets {

namespace {

constexpr qsizetype maxControllerBytes = 64;

bool isControllerName(const QByteArray& name)
{
    return !nameFault(name) && name.size() <= maxControllerBytes && !name.contains('/');
}

} // namespace

Conversation::Conversation(QByteArray defaultController, int maxControllers)
    : m_defaultController(std::move(defaultController))
    , m_maxControllers(maxControllers)
{
}

Result<Conversation::Opening> Conversation::open(const QByteArray& controller)
{
    if (m_controllers.contains(controller)) {
        return Opening::WasOpen;
    }
    if (!isControllerName(controller)) {
        return fault(Fault::BadController);
    }
    if (m_controllers.size() >= m_maxControllers) {
        return fault(Fault::TooManyControllers, QString::number(m_maxControllers));
    }
    m_controllers += controller;
    return Opening::IsNew;
}

QList<Subscription> Conversation::close(const QByteArray& controller)
{
    QList<Subscription> ended;
    m_controllers.removeOne(controller);
    for (const Subscription& subscription : std::as_const(m_subscriptions)) {
        if (subscription.controller == controller) {
            ended += subscription;
        }
    }
    for (const Subscription& subscription : std::as_const(ended)) {
        unsubscribe(controller, subscription.topic);
    }
    return ended;
}

Result<Subscription> Conversation::subscribe(const QByteArray& controller, const QByteArray& topic)
{
    const auto group = topic.isEmpty() || hasMisplacedWildcard(topic)
                           ? std::nullopt
                           : GroupName::make(groupOf(controller, topic));
    if (!group) {
        return fault(Fault::BadTopic,
                     QStringLiteral("A topic has 1 to %1 bytes of UTF-8 without control characters, its "
                                    "controller's name and a slash included; # is its last level.")
                         .arg(maxNameBytes));
    }
    Subscription subscription{controller, topic, *group};
    if (!m_subscriptions.contains(subscription)) {
        m_subscriptions += subscription;
        if (isTopicFilter(group->bytes())) {
            m_filters += subscription;
        }
        if (!m_controllerOf.contains(group->bytes())) {
            m_controllerOf.insert(group->bytes(), controller);
        }
    }
    return subscription;
}

std::optional<Subscription> Conversation::unsubscribe(const QByteArray& controller, const QByteArray& topic)
{
    const auto found = std::ranges::find_if(m_subscriptions, [&](const Subscription& subscription) {
        return subscription.controller == controller && subscription.topic == topic;
    });
    if (found == m_subscriptions.end()) {
        return std::nullopt;
    }
    Subscription ended = *found;
    m_subscriptions.erase(found);
    m_filters.removeOne(ended);
    m_controllerOf.remove(ended.group.bytes());
    for (const Subscription& other : std::as_const(m_subscriptions)) {
        if (other.group == ended.group) { // chat/red of generic is the same group as red of chat
            m_controllerOf.insert(other.group.bytes(), other.controller);
        }
    }
    return ended;
}

void Conversation::leave(const GroupName& group)
{
    const auto isThere = [&group](const Subscription& subscription) { return subscription.group == group; };
    m_subscriptions.removeIf(isThere);
    m_filters.removeIf(isThere);
    m_controllerOf.remove(group.bytes());
}

bool Conversation::needs(const GroupName& group) const
{
    return m_controllerOf.contains(group.bytes());
}

bool Conversation::isSubscribed(const QByteArray& controller, const QByteArray& topic) const
{
    return std::ranges::any_of(m_subscriptions, [&](const Subscription& subscription) {
        return subscription.controller == controller && subscription.topic == topic;
    });
}

QByteArray Conversation::controllerFor(const QByteArray& group) const
{
    if (const auto named = m_controllerOf.constFind(group); named != m_controllerOf.constEnd()) {
        return *named;
    }
    const auto filter = std::ranges::find_if(m_filters, [&group](const Subscription& subscription) {
        return topicMatches(subscription.group.bytes(), group);
    });
    return filter == m_filters.end()
               ? QByteArray::fromRawData(genericController.data(), genericController.size())
               : filter->controller;
}

} // namespace signalbox::xsockets
