// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/client_info.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace signalbox::ui {

/// What a client of the xsockets dialect has open and what it subscribes to, each with the group that it is
/// in for it. Hidden for clients of other dialects, which have none of it.
class SubscriptionList final : public QWidget {
    Q_OBJECT

public:
    explicit SubscriptionList(QWidget* parent = nullptr);

    void setInfo(const link::ClientInfo& info);

private:
    QLabel* m_controllersHeading;
    QLabel* m_controllers;
    QLabel* m_subscriptionsHeading;
    QLabel* m_subscriptions;
};

} // namespace signalbox::ui
