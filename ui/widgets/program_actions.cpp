// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/program_actions.h"

#include <QtGui/QAction>

namespace signalbox::ui {

ProgramActions::ProgramActions(QObject* parent)
    : ActionSet(parent)
    , quit(add(MenuPlace::File, tr("&Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}))
    , shortcuts(add(MenuPlace::Help, tr("&Keyboard shortcuts"), {QKeySequence(Qt::Key_F1)}))
    , about(add(MenuPlace::Help, tr("&About Signalbox")))
{
}

} // namespace signalbox::ui
