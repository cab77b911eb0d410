// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/groups_view.h"

#include "ui/models/groups_model.h"
#include "ui/widgets/column_fit.h"

namespace signalbox::ui {

GroupsView::GroupsView(GroupsModel& groups, QWidget* parent)
    : PlainTree(parent)
    , m_groups(groups)
{
    setModel(&m_groups);
    setAccessibleName(tr("Groups and their members"));
    setEmptyText(tr("A group is there while it has a member."));
    setContextMenuPolicy(Qt::CustomContextMenu);
    fit().setSample(GroupsModel::NameColumn, QStringLiteral("(no group) 12"), QStringLiteral("(no gro"));
    fit().setSample(GroupsModel::MembersColumn, QStringLiteral("1,204"));
    fit().setSample(GroupsModel::RateColumn, QStringLiteral("1,204/s"));
    fit().setFlexible({GroupsModel::NameColumn});
    fit().setSavings({{GroupsModel::RateColumn, ColumnSaving::How::Hide},
                      {GroupsModel::NameColumn, ColumnSaving::How::Shrink},
                      {GroupsModel::MembersColumn, ColumnSaving::How::Hide}});
    fit().apply();
    connect(this, &QWidget::customContextMenuRequested, this, &GroupsView::showMenu);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &GroupsView::choose);
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex& index) {
        if (const ClientId client = m_groups.member(index); !client.isNull()) {
            Q_EMIT cardWanted(client);
        }
    });
}

void GroupsView::choose(const QModelIndex& index)
{
    if (!index.isValid()) {
        return;
    }
    Q_EMIT groupChosen(m_groups.group(index));
    if (const ClientId client = m_groups.member(index); !client.isNull()) {
        Q_EMIT clientChosen(client);
    }
}

void GroupsView::showMenu(const QPoint& position)
{
    const QModelIndex index = indexAt(position);
    if (!index.isValid()) {
        return;
    }
    const QPoint global = viewport()->mapToGlobal(position);
    if (const ClientId client = m_groups.member(index); !client.isNull()) {
        Q_EMIT clientMenuWanted(client, global);
    } else {
        Q_EMIT groupMenuWanted(m_groups.group(index), global);
    }
}

} // namespace signalbox::ui
