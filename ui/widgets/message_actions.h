// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/action_set.h"

namespace signalbox::ui {

/// What can be done with the message that is being written. How to add one is said at ActionSet.
class MessageActions final : public ActionSet {
    Q_OBJECT

public:
    explicit MessageActions(QObject* parent = nullptr);

    QAction* newMessage;
    QAction* send;
};

} // namespace signalbox::ui
