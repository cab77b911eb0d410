// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/linked_tree.h"

#include "ui/widgets/palette.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>

namespace signalbox::ui {

LinkedTree::LinkedTree(QWidget* parent)
    : PlainTree(parent)
{
    setMouseTracking(true);
    connect(this, &QAbstractItemView::entered, this, &LinkedTree::hovered);
    connect(this, &QAbstractItemView::viewportEntered, this, [this] { Q_EMIT hovered({}); });
}

void LinkedTree::setLinked(const QModelIndex& index)
{
    m_linked = index.siblingAtColumn(0);
    viewport()->update();
}

void LinkedTree::drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    if (m_linked.isValid() && index.siblingAtColumn(0) == m_linked) {
        painter->fillRect(option.rect, colorsFor(palette()).markFill);
    }
    QTreeView::drawRow(painter, option, index);
}

bool LinkedTree::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave) {
        Q_EMIT hovered({});
    }
    return PlainTree::viewportEvent(event);
}

} // namespace signalbox::ui
