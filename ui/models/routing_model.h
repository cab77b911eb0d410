// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/routing_answer.h"

#include <QtCore/QAbstractTableModel>

#include <vector>

namespace signalbox::ui {

/// The clients of an answer to "Who got this?", those whose words hold a text. Replaced whole. Main thread.
class RoutingModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { StateColumn, ClientColumn, MendColumn, ReasonColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setLines(std::vector<RoutingLine> lines);
    /// The same clients, what became of them being newer: rows keep their places, so that nothing jumps.
    /// Other clients replace all.
    void updateLines(std::vector<RoutingLine> lines);
    /// Shows the lines that hold `text`, in any case.
    void setFilter(const QString& text);
    /// Says in the line that its mend was sent, or worked.
    void setMendText(ClientId client, const QString& text);

    [[nodiscard]] const RoutingLine& line(int row) const
    {
        return m_lines[m_shown[static_cast<size_t>(row)]];
    }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void filter();
    [[nodiscard]] QString text(const RoutingLine& line, int column) const;

    std::vector<RoutingLine> m_lines;
    std::vector<size_t> m_shown; ///< places in m_lines
    QHash<ClientId, QString> m_mendTexts;
    QString m_filter;
};

} // namespace signalbox::ui
