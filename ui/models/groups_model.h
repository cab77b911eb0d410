// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_row.h"

#include <QtCore/QAbstractItemModel>
#include <QtCore/QHash>
#include <QtCore/QSet>

#include <deque>
#include <memory>
#include <vector>

namespace signalbox::ui {

class ClientNames;
class ClientsModel;

/// The last message that went to a group.
struct GroupNews {
    QByteArray action;
    QString from;
    WallTime time{};
};

/// The groups that have members, sorted by name, with their members below; the clients without a group stand
/// under a last row. Derived from the clients: a group comes with its first member and goes with its last.
/// Each knows how many messages its members exchange, for the last minute, and what was last sent to it.
/// Subscriptions with wildcards of XSockets clients stand there too, marked as filters: they are no groups
/// that anything is sent to, but their clients get what goes to every group that they match. Main thread.
class GroupsModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { NameColumn, MembersColumn, RateColumn, ColumnCount };
    static constexpr size_t historyLength = 60;

    /// `names` must outlive the model and be told of clients before the model is.
    explicit GroupsModel(const ClientNames& names, QObject* parent = nullptr);
    ~GroupsModel() override;

    void apply(const std::vector<link::ClientInfo>& clients);
    void remove(const std::vector<link::ClientEnd>& ends);
    /// Takes the rates of the members, once a second.
    void tick(const ClientsModel& clients);
    /// Remembers what was sent to which group.
    void note(const std::vector<link::FrameRow>& rows);

    /// The group of a row, or of the group that a member's row stands under; empty for "(no group)".
    [[nodiscard]] GroupName group(const QModelIndex& index) const;
    /// The client of a member's row; null for a group's.
    [[nodiscard]] ClientId member(const QModelIndex& index) const;
    [[nodiscard]] bool isFilter(const GroupName& name) const;
    /// How many clients get what goes to a group by filters alone.
    [[nodiscard]] qint64 filterCount(const GroupName& name) const;
    /// How many groups there are, filters and the row of those without one not counted.
    [[nodiscard]] int groupCount() const;
    [[nodiscard]] QStringList names() const; ///< without "(no group)" and filters
    [[nodiscard]] qint64 memberCount(const GroupName& name) const;
    /// Of the group of a row, oldest first: messages in a second.
    [[nodiscard]] const std::deque<double>& history(const QModelIndex& index) const;
    [[nodiscard]] const std::vector<ClientId>& members(const QModelIndex& index) const;
    [[nodiscard]] const GroupNews& news(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Group {
        GroupName name;
        int row = 0; ///< among the top rows
        std::vector<ClientId> members;
        std::deque<double> history; ///< rates, oldest first
        GroupNews news;
    };
    using Changes = QHash<GroupName, std::vector<ClientId>>;

    void leave(const Changes& changes);
    void join(const Changes& changes);
    [[nodiscard]] Group& ensureGroup(const GroupName& name);
    void removeGroup(int row);
    void renumber();
    [[nodiscard]] bool isFilter(const Group& group) const;
    [[nodiscard]] QString membersText(const Group& group) const;
    [[nodiscard]] QModelIndex groupIndex(const Group& group, int column = 0) const;
    [[nodiscard]] Group* findGroup(const GroupName& name) const;
    [[nodiscard]] const Group& groupOf(const QModelIndex& index) const;
    [[nodiscard]] QString text(const QModelIndex& index) const;
    [[nodiscard]] QString sentence(const QModelIndex& index) const;
    [[nodiscard]] QString toolTip(const QModelIndex& index) const;

    const ClientNames& m_names;
    std::vector<std::unique_ptr<Group>> m_groups; ///< sorted by name, the one without a name last
    QSet<ClientId> m_filtering;                   ///< clients whose groups with wildcards are filters
    QHash<ClientId, QList<GroupName>> m_groupsOf; ///< as shown; the empty name stands for "no group"
};

} // namespace signalbox::ui
