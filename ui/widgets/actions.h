// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/broker_actions.h"
#include "ui/widgets/detail_actions.h"
#include "ui/widgets/frame_actions.h"
#include "ui/widgets/message_actions.h"
#include "ui/widgets/people_actions.h"
#include "ui/widgets/program_actions.h"
#include "ui/widgets/service_actions.h"
#include "ui/widgets/view_actions.h"

namespace signalbox::ui {

/// Everything that the window can be told to do, one set for each area. Owner: the main window.
class Actions final : public QObject {
    Q_OBJECT

public:
    ProgramActions program;
    FrameActions frames;
    DetailActions detail;
    MessageActions message;
    BrokerActions broker;
    PeopleActions people;
    ServiceActions services;
    ViewActions view;

    /// In the order in which their entries stand in a menu that they share.
    [[nodiscard]] QList<const ActionSet*> sets() const;
    /// All of them, for the list of keys.
    [[nodiscard]] QList<QAction*> all() const;
};

} // namespace signalbox::ui
