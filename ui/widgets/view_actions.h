// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/action_set.h"

class QActionGroup;

namespace signalbox::ui {

/// What is seen of the window, and where in it one is. How to add one is said at ActionSet.
class ViewActions final : public ActionSet {
    Q_OBJECT

public:
    explicit ViewActions(QObject* parent = nullptr);

    QActionGroup* themes; ///< the data of each action is a ThemeChoice
    QAction* commands;
    QAction* switchLayout;
    QAction* resetLayout;
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* zoomReset;
    QAction* goToClients;
    QAction* goToGroups;
    QAction* goToFrames;
    QAction* goToComposer;
    QAction* goToCharts;
    QAction* goToServices;
    QAction* goToDetail;
    QAction* goToBytes;
    QAction* goToReceipts;
    QAction* goToFilter;
};

} // namespace signalbox::ui
