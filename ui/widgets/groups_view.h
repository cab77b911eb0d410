// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"
#include "server/core/name.h"
#include "ui/widgets/plain_tree.h"

namespace signalbox::ui {

class GroupsModel;

/// The groups with their members.
class GroupsView final : public PlainTree {
    Q_OBJECT

public:
    /// `groups` must outlive the view.
    explicit GroupsView(GroupsModel& groups, QWidget* parent = nullptr);

Q_SIGNALS:
    void groupChosen(const signalbox::GroupName& group);
    void clientChosen(signalbox::ClientId client);
    void groupMenuWanted(const signalbox::GroupName& group, const QPoint& globalPosition);
    void clientMenuWanted(signalbox::ClientId client, const QPoint& globalPosition);
    void cardWanted(signalbox::ClientId client);

private:
    void choose(const QModelIndex& index);
    void showMenu(const QPoint& position);

    GroupsModel& m_groups;
};

} // namespace signalbox::ui
