// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/receipt.h"
#include "ui/models/detail_node.h"

#include <QtCore/QAbstractItemModel>
#include <QtCore/QHash>

namespace signalbox::ui {

/// The detail of the selected frame as a tree of names and values. Replaced whole; only deliveries change.
/// Main thread.
class DetailModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, ExplanationColumn, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    void setTree(DetailNode root);
    /// What became of deliveries after the tree was made.
    void follow(const std::vector<Delivery>& settled);
    [[nodiscard]] const DetailNode& node(const QModelIndex& index) const;
    [[nodiscard]] const DetailNode& root() const { return m_root; }
    /// The innermost line that was read from a byte; none when no line was.
    [[nodiscard]] QModelIndex indexAt(BytesSource source, qsizetype byte) const;
    /// The line of a field of the frame's anatomy.
    [[nodiscard]] QModelIndex indexOfField(int field) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Place {
        const DetailNode* parent = nullptr;
        int row = 0; ///< of the node within its parent
    };

    void notePlaces(const DetailNode& parent);
    [[nodiscard]] QModelIndex indexOf(const DetailNode& node) const;

    DetailNode m_root;
    QHash<const DetailNode*, Place>
        m_places; ///< where each node stands; m_root does not change while they are used
};

} // namespace signalbox::ui
