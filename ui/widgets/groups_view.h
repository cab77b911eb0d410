// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"
#include "server/core/recipient.h"
#include "ui/widgets/plain_tree.h"

namespace signalbox::ui {

class GroupsModel;

/// The groups with their members, and what can be done with one.
class GroupsView final : public PlainTree {
    Q_OBJECT

public:
    /// `groups` must outlive the view.
    explicit GroupsView(GroupsModel& groups, QWidget* parent = nullptr);

Q_SIGNALS:
    void disconnectWanted(signalbox::ClientId client);
    void messageWanted(const signalbox::Recipients& recipients);

private:
    void showMenu(const QPoint& position);

    GroupsModel& m_groups;
};

} // namespace signalbox::ui
