// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/view_actions.h"

#include "ui/widgets/appearance.h"

#include <QtGui/QAction>
#include <QtGui/QActionGroup>

namespace signalbox::ui {

ViewActions::ViewActions(QObject* parent)
    : ActionSet(parent)
    , themes(new QActionGroup(this))
    , resetLayout(add(MenuPlace::View, tr("&Reset layout")))
    , goToClients(add(MenuPlace::Go, tr("&Clients"), {QKeySequence(Qt::CTRL | Qt::Key_1)}))
    , goToGroups(add(MenuPlace::Go, tr("&Groups"), {QKeySequence(Qt::CTRL | Qt::Key_2)}))
    , goToFrames(add(MenuPlace::Go, tr("&Frames"), {QKeySequence(Qt::CTRL | Qt::Key_3)}))
    , goToComposer(add(MenuPlace::Go, tr("&Message"), {QKeySequence(Qt::CTRL | Qt::Key_4)}))
    , goToCharts(add(MenuPlace::Go, tr("C&harts"), {QKeySequence(Qt::CTRL | Qt::Key_6)}))
{
    const QList<std::pair<QString, ThemeChoice>> choices{{tr("As the &system"), ThemeChoice::System},
                                                         {tr("&Light"), ThemeChoice::Light},
                                                         {tr("&Dark"), ThemeChoice::Dark}};
    for (const auto& [text, choice] : choices) {
        QAction* action = themes->addAction(addToSubmenu(MenuPlace::View, tr("&Theme"), text));
        action->setCheckable(true);
        action->setData(QVariant::fromValue(choice));
        action->setChecked(choice == ThemeChoice::System);
    }
}

} // namespace signalbox::ui
