// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/remove_group_dialog.h"

#include "ui/format/numbers.h"
#include "ui/format/plain.h"

#include <QtWidgets/QPushButton>

namespace signalbox::ui {

RemoveGroupDialog::RemoveGroupDialog(CommandSender& commands, const GroupName& group, qint64 members,
                                     QWidget* parent)
    : CommandDialog(commands, tr("Remove a group"), tr("&Remove the group"), parent)
    , m_group(group)
{
    const QString name = plainName(group.bytes());
    addText(members == 1 ? tr("Takes 1 client out of group %1. It stays connected; messages to the group no "
                              "longer reach it.")
                               .arg(name)
                         : tr("Takes %1 clients out of group %2. They stay connected; messages to the group "
                              "no longer reach them.")
                               .arg(countText(members), name));
    finish(*this);
    confirm().setFocus();
}

link::Command RemoveGroupDialog::command() const
{
    return link::RemoveGroup{m_group};
}

} // namespace signalbox::ui
