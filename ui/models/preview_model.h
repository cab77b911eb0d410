// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/events.h"

#include <QtCore/QAbstractTableModel>

namespace signalbox::ui {

class ClientNames;

/// Who would get the message being written, and why: one row for each client, those reached first. Replaced
/// whole with each answer. Main thread.
class PreviewModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { ClientColumn, ReasonColumn, ColumnCount };

    /// `names` must outlive the model.
    explicit PreviewModel(const ClientNames& names, QObject* parent = nullptr);

    /// `recipients`: those that the preview was asked for.
    void set(const link::Preview& preview, const Recipients& recipients);
    void clear();
    [[nodiscard]] std::vector<ClientId> reached() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    const ClientNames& m_names;
    std::vector<Decision> m_decisions;
    Recipients m_recipients;
};

} // namespace signalbox::ui
