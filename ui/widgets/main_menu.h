// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>

class QDockWidget;
class QMenuBar;

namespace signalbox::ui {

class Actions;

/// Fills the menu bar from the sets of actions: every action has an entry, and each dock has one in View.
void buildMainMenu(QMenuBar& bar, const Actions& actions, const QList<QDockWidget*>& docks);

} // namespace signalbox::ui
