// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/view_actions.h"

#include "ui/widgets/appearance.h"

#include <QtGui/QAction>
#include <QtGui/QActionGroup>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

ViewActions::ViewActions(QObject* parent)
    : ActionSet(parent)
    , themes(new QActionGroup(this))
    , commands(add(MenuPlace::Tools, tr("&Commands …"), {QKeySequence(Qt::CTRL | Qt::Key_K)}, u"command"_s))
    , switchLayout(add(MenuPlace::View, tr("&Operate layout"), {QKeySequence(Qt::Key_F9)}, u"layout"_s))
    , resetLayout(add(MenuPlace::View, tr("&Reset layout"), {}, u"reset"_s))
    , zoomIn(add(MenuPlace::View, tr("Lar&ger text"),
                 {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)},
                 u"zoom-in"_s))
    , zoomOut(
          add(MenuPlace::View, tr("&Smaller text"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)}, u"zoom-out"_s))
    , zoomReset(add(MenuPlace::View, tr("&Usual text size"), {QKeySequence(Qt::CTRL | Qt::Key_0)}))
    , goToClients(add(MenuPlace::Go, tr("&Clients"), {QKeySequence(Qt::CTRL | Qt::Key_1)}, u"client"_s))
    , goToGroups(add(MenuPlace::Go, tr("&Groups"), {QKeySequence(Qt::CTRL | Qt::Key_2)}, u"group"_s))
    , goToFrames(add(MenuPlace::Go, tr("&Frames"), {QKeySequence(Qt::CTRL | Qt::Key_3)}, u"frames"_s))
    , goToComposer(add(MenuPlace::Go, tr("&Message"), {QKeySequence(Qt::CTRL | Qt::Key_4)}, u"message"_s))
    , goToCharts(add(MenuPlace::Go, tr("C&harts"), {QKeySequence(Qt::CTRL | Qt::Key_6)}, u"chart"_s))
    , goToServices(
          add(MenuPlace::Go, tr("Services"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)}, u"command"_s))
    , goToDetail(
          add(MenuPlace::Go, tr("&Detail of the frame"), {QKeySequence(Qt::CTRL | Qt::Key_5)}, u"detail"_s))
    , goToBytes(
          add(MenuPlace::Go, tr("&Bytes of the frame"), {QKeySequence(Qt::CTRL | Qt::Key_8)}, u"bytes"_s))
    , goToReceipts(add(MenuPlace::Go, tr("&Receipts"), {QKeySequence(Qt::CTRL | Qt::Key_7)}, u"receipt"_s))
    , goToFilter(add(MenuPlace::Go, tr("F&ilter"), {QKeySequence(Qt::CTRL | Qt::Key_9)}, u"search"_s))
{
    const QList<std::pair<QString, ThemeChoice>> choices{{tr("As the &system"), ThemeChoice::System},
                                                         {tr("&Light"), ThemeChoice::Light},
                                                         {tr("&Dark"), ThemeChoice::Dark},
                                                         {tr("&High contrast"), ThemeChoice::HighContrast}};
    for (const auto& [text, choice] : choices) {
        QAction* action = themes->addAction(addToSubmenu(MenuPlace::View, tr("&Theme"), text));
        action->setCheckable(true);
        action->setData(QVariant::fromValue(choice));
        action->setChecked(choice == ThemeChoice::System);
    }
}

} // namespace signalbox::ui
