// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/main_menu.h"

#include "ui/widgets/actions.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QMenuBar>

namespace signalbox::ui {

namespace {

struct MainMenu {
    Q_DECLARE_TR_FUNCTIONS(MainMenu)
};

void addEntry(QMenu& menu, const ActionSet::Entry& entry)
{
    if (entry.action == nullptr) {
        menu.addSeparator();
        return;
    }
    if (entry.submenu.isEmpty()) {
        menu.addAction(entry.action);
        return;
    }
    QMenu* submenu = menu.actions().isEmpty() ? nullptr : menu.actions().last()->menu();
    if (submenu == nullptr || submenu->title() != entry.submenu) {
        submenu = menu.addMenu(entry.submenu);
    }
    submenu->addAction(entry.action);
}

/// The entries of each set that are for this menu, with a line between two sets.
void fill(QMenu& menu, MenuPlace place, const Actions& actions)
{
    for (const ActionSet* set : actions.sets()) {
        bool isFirst = true;
        for (const ActionSet::Entry& entry : set->entries()) {
            if (entry.menu != place) {
                continue;
            }
            if (std::exchange(isFirst, false) && !menu.isEmpty()) {
                menu.addSeparator();
            }
            addEntry(menu, entry);
        }
    }
    menu.menuAction()->setVisible(!menu.isEmpty());
}

} // namespace

void buildMainMenu(QMenuBar& bar, const Actions& actions, const QList<QDockWidget*>& docks)
{
    const QList<std::pair<MenuPlace, QString>> menus{
        {MenuPlace::File, MainMenu::tr("&File")},     {MenuPlace::Edit, MainMenu::tr("&Edit")},
        {MenuPlace::View, MainMenu::tr("&View")},     {MenuPlace::Go, MainMenu::tr("&Go")},
        {MenuPlace::Broker, MainMenu::tr("&Broker")}, {MenuPlace::Message, MainMenu::tr("&Message")},
        {MenuPlace::Tools, MainMenu::tr("&Tools")},   {MenuPlace::Help, MainMenu::tr("&Help")}};
    for (const auto& [place, title] : menus) {
        QMenu* menu = bar.addMenu(title);
        if (place == MenuPlace::View) {
            for (QDockWidget* dock : docks) {
                menu->addAction(dock->toggleViewAction());
            }
        }
        fill(*menu, place, actions);
    }
}

} // namespace signalbox::ui
