// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/people_actions.h"

#include <QtGui/QAction>

namespace signalbox::ui {

PeopleActions::PeopleActions(QObject* parent)
    : ActionSet(parent)
    , disconnectClient(add(MenuPlace::Broker, tr("&Disconnect the client …")))
{
}

} // namespace signalbox::ui
