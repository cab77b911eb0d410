// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/clients_model.h"

#include <QtCore/QSet>
#include <QtCore/QSortFilterProxyModel>
#include <QtCore/QTimer>

namespace signalbox::ui {

/// The clients as the user wants them: found, sorted, and while a message is selected those that it meant
/// first. Sorts after a change once, not for each row; while it is held, nothing that is only measured moves
/// a row. Main thread.
class SortedClients final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    /// `clients` must outlive the model.
    explicit SortedClients(ClientsModel& clients, QObject* parent = nullptr);

    /// Every word has to be in the name, a group, the id or the path.
    void setSearch(const QString& text);
    [[nodiscard]] bool isSearched() const { return !m_words.isEmpty(); }
    /// Shows only these parts of the fan; empty: all.
    void setParts(const QSet<FanPart>& parts);
    /// While held, rows stay where they are; afterwards they are put in order at once.
    void setHeld(bool held);

    void sort(int column, Qt::SortOrder order) override;
    /// Puts everything in order now.
    void settle();

    [[nodiscard]] ClientId client(const QModelIndex& index) const; ///< null for an invalid index
    [[nodiscard]] QModelIndex indexOf(ClientId client) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    void settleSoon();
    void measured();

    ClientsModel& m_clients;
    QStringList m_words; ///< folded
    QSet<FanPart> m_parts;
    int m_column = -1; ///< what the user chose; -1: as they came
    Qt::SortOrder m_order = Qt::AscendingOrder;
    bool m_held = false;
    QTimer m_settle;
};

} // namespace signalbox::ui
