// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QObject>

namespace signalbox::broker {

inline namespace broker_state_enum {
Q_NAMESPACE
enum class BrokerState { Starting, Ready, Draining };
Q_ENUM_NS(BrokerState)
} // namespace broker_state_enum

/// What the status page and /readyz tell.
struct BrokerStatus {
    BrokerState state = BrokerState::Starting;
    qint64 clients = 0;
    qint64 groups = 0;
    QList<QByteArray> listeners; ///< URLs
};

} // namespace signalbox::broker
