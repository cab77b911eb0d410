// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/name.h"
#include "server/core/result.h"
#include "server/xsockets/message.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QList>

#include <optional>

namespace signalbox::xsockets {

struct Subscription {
    QByteArray controller;
    QByteArray topic;
    GroupName group;

    friend bool operator==(const Subscription&, const Subscription&) = default;
};

/// What one connection has open, has subscribed to and has set. One thread; limits are checked here, that of
/// groups by the caller.
class Conversation final {
public:
    explicit Conversation(QByteArray defaultController, int maxControllers);

    /// What a message that names no controller is for.
    [[nodiscard]] const QByteArray& defaultController() const { return m_defaultController; }

    enum class Opening { IsNew, WasOpen };
    /// Errors: xsockets.bad_controller, xsockets.too_many_controllers.
    [[nodiscard]] Result<Opening> open(const QByteArray& controller);
    /// Its subscriptions end with it; they are returned. Its properties stay for when it is opened again.
    QList<Subscription> close(const QByteArray& controller);
    [[nodiscard]] bool isOpen(const QByteArray& controller) const
    {
        return m_controllers.contains(controller);
    }
    [[nodiscard]] const QList<QByteArray>& controllers() const { return m_controllers; }

    /// Errors: xsockets.bad_topic. A subscription that is there stays as it is.
    [[nodiscard]] Result<Subscription> subscribe(const QByteArray& controller, const QByteArray& topic);
    /// The subscription that ended; nothing when there was none.
    std::optional<Subscription> unsubscribe(const QByteArray& controller, const QByteArray& topic);
    /// Subscriptions that are this group's end.
    void leave(const GroupName& group);
    [[nodiscard]] const QList<Subscription>& subscriptions() const { return m_subscriptions; }
    [[nodiscard]] bool isSubscribed(const QByteArray& controller, const QByteArray& topic) const;
    /// Whether another subscription keeps the client in this group.
    [[nodiscard]] bool needs(const GroupName& group) const;

    /// Under which controller a message to `group` comes: that which subscribes to it, or by a filter that
    /// matches, or else the generic one.
    [[nodiscard]] QByteArray controllerFor(const QByteArray& group) const;

private:
    QByteArray m_defaultController;
    int m_maxControllers;
    QList<QByteArray> m_controllers; ///< in the order they were opened
    QList<Subscription> m_subscriptions;
    QList<Subscription> m_filters;                ///< those of them that have wildcards
    QHash<QByteArray, QByteArray> m_controllerOf; ///< by group: the first that subscribed
};

} // namespace signalbox::xsockets
