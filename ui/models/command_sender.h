// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/broker_link.h"

#include <QtCore/QHash>
#include <QtCore/QPointer>

#include <functional>

namespace signalbox::ui {

/// Sends commands and brings each answer to whoever asked, unless it is gone by then. Main thread.
class CommandSender final {
public:
    using Answered = std::function<void(const link::CommandAnswer&)>;

    /// `link` must outlive the sender.
    explicit CommandSender(link::BrokerLink& link)
        : m_link(link)
    {
    }

    link::CommandId send(link::Command command, QObject* context, Answered answered);
    /// To be called with each CommandAnswer that arrives.
    void deliver(const link::CommandAnswer& answer);

private:
    struct Waiting {
        QPointer<QObject> context;
        Answered answered;
    };

    link::BrokerLink& m_link;
    QHash<link::CommandId, Waiting> m_waiting;
};

} // namespace signalbox::ui
