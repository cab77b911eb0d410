// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/groups_view.h"

#include "ui/format/plain.h"
#include "ui/models/groups_model.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>

namespace signalbox::ui {

GroupsView::GroupsView(GroupsModel& groups, QWidget* parent)
    : PlainTree(parent)
    , m_groups(groups)
{
    setModel(&m_groups);
    setAccessibleName(tr("Groups and their members"));
    setEmptyText(tr("A group is there while it has a member."));
    setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(GroupsModel::NameColumn, QHeaderView::Stretch);
    setColumnSample(GroupsModel::MembersColumn, QStringLiteral("Members"));
    connect(this, &QWidget::customContextMenuRequested, this, &GroupsView::showMenu);
}

void GroupsView::showMenu(const QPoint& position)
{
    const QModelIndex index = indexAt(position);
    if (!index.isValid()) {
        return;
    }
    QMenu menu;
    if (const ClientId client = m_groups.member(index); !client.isNull()) {
        menu.addAction(tr("&Message to this client …"), this, [this, client] {
            Q_EMIT messageWanted({{RecipientType::Client, client.text()}});
        });
        menu.addAction(tr("&Disconnect …"), this, [this, client] { Q_EMIT disconnectWanted(client); });
    } else if (const GroupName group = m_groups.group(index); group.isEmpty()) {
        menu.addAction(tr("&Message to those without a group …"), this, [this] { Q_EMIT messageWanted({}); });
    } else {
        menu.addAction(tr("&Message to group %1 …").arg(plainMenuText(plainName(group.bytes()))), this,
                       [this, group] {
                           Q_EMIT messageWanted({{RecipientType::Group, group.bytes()}});
                       });
    }
    menu.exec(viewport()->mapToGlobal(position));
}

} // namespace signalbox::ui
