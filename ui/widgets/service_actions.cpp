// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/service_actions.h"

#include <QtGui/QAction>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

ServiceActions::ServiceActions(QObject* parent)
    : ActionSet(parent)
{
    const QString service = tr("Ser&vice");
    const auto addAction = [this, &service](const QString& text) {
        return addToSubmenu(MenuPlace::Broker, service, text);
    };
    enable = addAction(tr("&Enable the service"));
    disable = addAction(tr("&Disable the service"));
    reload = addAction(tr("&Reload the service"));
    openFile = addAction(tr("&Open the file"));
    copyLog = addAction(tr("&Copy the log"));
    openFolder = addAction(tr("Open the &folder of services"));
    addExample = addAction(tr("&Add an example …"));
    enable->setIconText(tr("Enable")); // on a button beside the service
    disable->setIconText(tr("Disable"));
    reload->setIconText(tr("Reload"));
    openFile->setIconText(tr("Open the file"));
    openFolder->setIconText(tr("Open the folder"));
}

} // namespace signalbox::ui
