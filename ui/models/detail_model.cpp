// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/detail_model.h"

#include "ui/format/plain.h"
#include "ui/format/routing_words.h"

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

void DetailModel::follow(const std::vector<Delivery>& settled)
{
    QHash<ClientId, Delivery> byClient;
    for (const Delivery& delivery : settled) {
        byClient.insert(delivery.client, delivery);
    }
    for (DetailNode& group : m_root.children) {
        for (DetailNode& node : group.children) {
            if (const auto delivery = byClient.constFind(node.client); delivery != byClient.cend()) {
                node.value = deliveryText(*delivery);
                const QModelIndex changed = indexOf(node).siblingAtColumn(ValueColumn);
                Q_EMIT dataChanged(changed, changed);
            }
        }
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
    const QString& text = index.column() == NameColumn    ? shown.name
                          : index.column() == ValueColumn ? shown.value
                                                          : shown.explanation;
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::ToolTipRole:
        return plainToolTip(text);
    case Qt::AccessibleTextRole:
        return QStringList{shown.name, shown.value, shown.explanation}.join(u' ').trimmed();
    case meaningRole: {
        const bool isTop = !index.parent().isValid();
        const bool isMuted = index.column() == ExplanationColumn || (index.column() == NameColumn && !isTop);
        return QVariant::fromValue(isMuted ? Meaning::Muted : shown.meaning);
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
    return section == NameColumn ? tr("Field") : section == ValueColumn ? tr("Value") : tr("What it says");
}

QModelIndex DetailModel::indexOf(const DetailNode& node) const
{
    return &node == &m_root ? QModelIndex() : createIndex(m_places.value(&node).row, 0, &node);
}

QModelIndex DetailModel::indexAt(BytesSource source, qsizetype byte) const
{
    const DetailNode* deepest = &m_root;
    const DetailNode* next = deepest;
    while (next != nullptr) {
        deepest = next;
        next = nullptr;
        for (const DetailNode& child : deepest->children) {
            const bool holds =
                child.offset >= 0 && byte >= child.offset && byte < child.offset + child.length;
            const bool isWhole = child.field < 0 || byte > 0; // byte 0 belongs to several fields
            // What a string holds has the string's range: then the string is meant, not its first member.
            const bool isSame = child.offset == deepest->offset && child.length == deepest->length;
            if (holds && isWhole && child.source == source && (!isSame || deepest->children.size() == 1)) {
                next = &child;
                break;
            }
        }
    }
    return indexOf(*deepest);
}

QModelIndex DetailModel::indexOfField(int field) const
{
    for (const DetailNode& top : m_root.children) {
        for (const DetailNode& child : top.children) {
            if (child.field == field && field >= 0) {
                return indexOf(child);
            }
        }
    }
    return {};
}

} // namespace signalbox::ui
