// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/action_set.h"

namespace signalbox::ui {

/// What can be done with the broker as a whole. How to add one is said at ActionSet.
class BrokerActions final : public ActionSet {
    Q_OBJECT

public:
    explicit BrokerActions(QObject* parent = nullptr);

    QAction* startListening;
    QAction* stopListening;
    QAction* copyUrl;
    QAction* openDemo;
};

} // namespace signalbox::ui
