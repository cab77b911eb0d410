// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/main_menu.h"

#include "ui/widgets/actions.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QActionGroup>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QMenuBar>

namespace signalbox::ui {

namespace {

struct MainMenu {
    Q_DECLARE_TR_FUNCTIONS(MainMenu)
};

void buildViewMenu(QMenu& menu, const Actions& actions, const QList<QDockWidget*>& docks)
{
    for (QDockWidget* dock : docks) {
        menu.addAction(dock->toggleViewAction());
    }
    menu.addSeparator();
    menu.addActions({actions.pause, actions.follow, actions.clearList});
    menu.addSeparator();
    menu.addMenu(MainMenu::tr("&Theme"))->addActions(actions.themes->actions());
    menu.addAction(actions.resetLayout);
}

} // namespace

void buildMainMenu(QMenuBar& bar, const Actions& actions, const QList<QDockWidget*>& docks)
{
    bar.addMenu(MainMenu::tr("&File"))->addAction(actions.quit);
    bar.addMenu(MainMenu::tr("&Edit"))->addActions({actions.copyRow, actions.find, actions.clearFilter});
    buildViewMenu(*bar.addMenu(MainMenu::tr("&View")), actions, docks);
    QMenu* go = bar.addMenu(MainMenu::tr("&Go"));
    go->addActions({actions.nextFrame, actions.previousFrame});
    go->addSeparator();
    go->addActions({actions.goToClients, actions.goToGroups, actions.goToFrames, actions.goToComposer});
    QMenu* broker = bar.addMenu(MainMenu::tr("&Broker"));
    broker->addActions({actions.startListening, actions.stopListening});
    broker->addSeparator();
    broker->addActions({actions.copyUrl, actions.openDemo});
    broker->addSeparator();
    broker->addAction(actions.disconnectClient);
    bar.addMenu(MainMenu::tr("&Message"))->addActions({actions.newMessage, actions.send});
    bar.addMenu(MainMenu::tr("&Help"))->addActions({actions.shortcuts, actions.about});
}

} // namespace signalbox::ui
