// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/action_set.h"

namespace signalbox::ui {

/// What can be done with clients and groups. How to add one is said at ActionSet.
class PeopleActions final : public ActionSet {
    Q_OBJECT

public:
    explicit PeopleActions(QObject* parent = nullptr);

    QAction* disconnectClient;
};

} // namespace signalbox::ui
