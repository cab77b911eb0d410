// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"
#include "server/core/name.h"

#include <QtWidgets/QListView>

namespace signalbox::ui {

class ClientNames;
class GroupsModel;
class GroupStripDelegate;

/// The groups as large strips, for who writes to them rather than looks at frames: members, the last minute,
/// the last message, and a button to write. Return writes, too.
class GroupStrips final : public QListView {
    Q_OBJECT

public:
    /// Both must outlive the strips.
    GroupStrips(GroupsModel& groups, const ClientNames& names, QWidget* parent = nullptr);

    [[nodiscard]] GroupStripDelegate& strip() { return *m_strip; }

Q_SIGNALS:
    void groupChosen(const signalbox::GroupName& group);
    void messageWanted(const signalbox::GroupName& group);
    void clientChosen(signalbox::ClientId client);
    void groupMenuWanted(const signalbox::GroupName& group, const QPoint& globalPosition);
    void clientMenuWanted(signalbox::ClientId client, const QPoint& globalPosition);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    GroupsModel& m_groups;
    GroupStripDelegate* m_strip;
};

} // namespace signalbox::ui
