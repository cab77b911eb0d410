// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/detail_model.h"

#include "ui/format/plain.h"

namespace signalbox::ui {

void DetailModel::setTree(DetailNode root)
{
    beginResetModel();
    m_root = std::move(root);
    m_places.clear();
    notePlaces(m_root);
    endResetModel();
}

void DetailModel::notePlaces(const DetailNode& parent)
{
    for (size_t row = 0; row < parent.children.size(); ++row) {
        m_places.insert(&parent.children[row], {&parent, static_cast<int>(row)});
        notePlaces(parent.children[row]);
    }
}

const DetailNode& DetailModel::node(const QModelIndex& index) const
{
    return index.isValid() ? *static_cast<const DetailNode*>(index.constInternalPointer()) : m_root;
}

QModelIndex DetailModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, &node(parent).children[static_cast<size_t>(row)]);
}

QModelIndex DetailModel::parent(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return {};
    }
    const DetailNode* parent = m_places.value(&node(index)).parent;
    return parent == &m_root ? QModelIndex() : createIndex(m_places.value(parent).row, 0, parent);
}

int DetailModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent).children.size());
}

int DetailModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant DetailModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const DetailNode& shown = node(index);
    const QString& text = index.column() == NameColumn ? shown.name : shown.value;
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::ToolTipRole:
        return plainToolTip(text);
    case Qt::AccessibleTextRole:
        return QString(shown.name + u' ' + shown.value);
    case meaningRole: {
        const bool isTop = !index.parent().isValid();
        return QVariant::fromValue(index.column() == NameColumn && !isTop ? Meaning::Muted : shown.meaning);
    }
    default:
        return {};
    }
}

QVariant DetailModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == NameColumn ? tr("Field") : tr("Value");
}

} // namespace signalbox::ui
