// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/frame_actions.h"

#include <QtGui/QAction>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

FrameActions::FrameActions(QObject* parent)
    : ActionSet(parent)
    , find(add(MenuPlace::Edit, tr("&Filter frames"),
               {QKeySequence(Qt::CTRL | Qt::Key_F), QKeySequence(Qt::CTRL | Qt::Key_Slash)}, u"search"_s))
    , clearFilter(add(MenuPlace::Edit, tr("Clear &filter"), {QKeySequence(Qt::Key_Escape)}))
    , copyRow(add(MenuPlace::Edit, tr("&Copy the row"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
                  u"copy"_s))
    , pause(add(MenuPlace::View, tr("&Pause"), {QKeySequence(Qt::CTRL | Qt::Key_P)}, u"pause"_s))
    , follow(add(MenuPlace::View, tr("Follow the &newest frame"), {QKeySequence(Qt::CTRL | Qt::Key_End)},
                 u"arrow-down"_s))
    , clearList(add(MenuPlace::View, tr("C&lear the list"), {QKeySequence(Qt::CTRL | Qt::Key_L)}, u"clear"_s))
    , nextFrame(add(MenuPlace::Go, tr("&Next frame"), {QKeySequence(Qt::Key_F8)}))
    , previousFrame(add(MenuPlace::Go, tr("&Previous frame"), {QKeySequence(Qt::Key_F7)}))
{
    pause->setCheckable(true);
}

} // namespace signalbox::ui
