// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/detail_actions.h"

#include <QtGui/QAction>

namespace signalbox::ui {

DetailActions::DetailActions(QObject* parent)
    : ActionSet(parent)
    , whoGotThis(
          add(MenuPlace::Message, tr("&Who got this?"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G)}))
    , whyNot(add(MenuPlace::Message, tr("Wh&y not? …"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Y)}))
    , nextBytes(add(MenuPlace::View, tr("Switch the &bytes: unmasked, as on the wire"),
                    {QKeySequence(Qt::CTRL | Qt::Key_B)}))
{
}

} // namespace signalbox::ui
