// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/client_info.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QHash>

#include <vector>

namespace signalbox::ui {

/// The clients that are connected, one row each, in the order in which they came. A known id is updated in
/// place. Main thread. Limit: as many rows as there are clients.
class ClientsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        GroupsColumn,
        QueueColumn,
        ReceivedColumn,
        SentColumn,
        IdColumn,
        PathColumn,
        DialectColumn,
        AddressColumn,
        RoundTripColumn,
        SinceColumn,
        TagsColumn,
        ColumnCount,
    };
    /// The raw value of a cell, for sorting.
    static constexpr int sortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void apply(const std::vector<link::ClientInfo>& clients);
    void measure(const std::vector<link::ClientTraffic>& traffic);
    void remove(const std::vector<link::ClientEnd>& ends);

    [[nodiscard]] const link::ClientInfo& client(int row) const
    {
        return m_rows[static_cast<size_t>(row)].info;
    }
    /// Nothing when no such client is connected. Valid until the next change.
    [[nodiscard]] const link::ClientInfo* find(ClientId client) const;
    [[nodiscard]] int rowOf(ClientId client) const { return m_index.value(client, -1); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        link::ClientInfo info;
        link::ClientTraffic traffic;
    };

    [[nodiscard]] QString text(const Row& row, Column column) const;
    [[nodiscard]] QVariant rawValue(const Row& row, Column column) const;
    [[nodiscard]] QString sentence(const Row& row) const;
    void reindexFrom(size_t first);

    std::vector<Row> m_rows;
    QHash<ClientId, int> m_index;
};

} // namespace signalbox::ui
