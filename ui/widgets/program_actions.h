// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/action_set.h"

class QActionGroup;

namespace signalbox::ui {

/// What concerns the program itself. How to add one is said at ActionSet.
class ProgramActions final : public ActionSet {
    Q_OBJECT

public:
    explicit ProgramActions(QObject* parent = nullptr);

    QActionGroup* closing; ///< the data of each action is a ClosingChoice
    QAction* showWindow;   ///< out of the tray
    QAction* closeWindow;  ///< asks what is to become of the clients
    QAction* quit;         ///< asks nothing
    QAction* shortcuts;
    QAction* about;
};

} // namespace signalbox::ui
