// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/client_cells.h"
#include "ui/models/fan.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QHash>

#include <vector>

namespace signalbox::ui {

/// The clients that are connected, one row each, in the order in which they came. A known id is updated in
/// place. However many clients a batch names, the views are told once. While a message is selected each row
/// says what the message was for it. Main thread. Limit: as many rows as there are clients.
class ClientsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int columns = static_cast<int>(ClientColumn::Count);

    explicit ClientsModel(QObject* parent = nullptr);

    void apply(const std::vector<link::ClientInfo>& clients);
    void measure(const std::vector<link::ClientTraffic>& traffic);
    void remove(const std::vector<link::ClientEnd>& ends);
    /// The time of the broker, each second or more often: rates are made of what was measured since.
    void tick(WallTime now);

    void setFan(Fan fan);
    [[nodiscard]] const Fan& fan() const { return m_fan; }
    void add(const std::vector<link::DeliveryUpdate>& updates); ///< to the fan
    void add(const link::DeliveriesProgressed& progressed);

    [[nodiscard]] const ClientRow& at(int row) const { return m_rows[static_cast<size_t>(row)]; }
    [[nodiscard]] const link::ClientInfo& client(int row) const { return at(row).info; }
    /// Nothing when no such client is connected. Valid until the next change.
    [[nodiscard]] const link::ClientInfo* find(ClientId client) const;
    [[nodiscard]] const ClientRow* findRow(ClientId client) const;
    [[nodiscard]] int rowOf(ClientId client) const { return m_index.value(client, -1); }
    /// Messages in a second, both directions; 0 for one that is not connected.
    [[nodiscard]] double rate(ClientId client) const;
    [[nodiscard]] WallTime now() const { return m_now; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void fanChanged(); ///< another message, none, or news of this one
    void ticked();

private:
    void emitChanged(int first, int last);
    void removeRows(const std::vector<std::pair<size_t, size_t>>& ranges);
    void reindexFrom(size_t first);
    [[nodiscard]] QVariant bar(const ClientRow& row, ClientColumn column) const;
    [[nodiscard]] Meaning meaning(const ClientRow& row, ClientColumn column) const;

    std::vector<ClientRow> m_rows;
    QHash<ClientId, int> m_index;
    WallTime m_now;
    WallTime m_lastTick{};
    qint64 m_largestQueue = 0; ///< what a full bar stands for
    Fan m_fan;
};

} // namespace signalbox::ui
