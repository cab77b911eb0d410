// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/close_group_dialog.h"

#include "ui/format/numbers.h"
#include "ui/format/plain.h"

#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace signalbox::ui {

CloseGroupDialog::CloseGroupDialog(CommandSender& commands, const GroupName& group, qint64 members,
                                   QWidget* parent)
    : CommandDialog(commands, tr("Close a group"),
                    members == 1 ? tr("&Disconnect 1 client")
                                 : tr("&Disconnect %1 clients").arg(countText(members)),
                    parent)
    , m_group(group)
{
    const QString name = plainName(group.bytes());
    addText(members == 1
                ? tr("Disconnects the 1 client that is in group %1.").arg(name)
                : tr("Disconnects all %1 clients that are in group %2.").arg(countText(members), name));
    m_fields = new CloseCodeFields(form(), this);
    finish(m_fields->reason());
    connect(m_fields, &CloseCodeFields::validityChanged, &confirm(), &QWidget::setEnabled);
}

link::Command CloseGroupDialog::command() const
{
    return link::CloseGroup{m_group, m_fields->closeCode(), m_fields->closeReason()};
}

} // namespace signalbox::ui
