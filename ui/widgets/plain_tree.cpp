// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plain_tree.h"

#include "ui/widgets/appearance.h"
#include "ui/widgets/meaning_delegate.h"
#include "ui/widgets/palette.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>

namespace signalbox::ui {

PlainTree::PlainTree(QWidget* parent)
    : QTreeView(parent)
    , m_delegate(new MeaningDelegate(this))
{
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setTextElideMode(Qt::ElideMiddle);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    header()->setHighlightSections(false);
    header()->setSectionResizeMode(QHeaderView::Interactive);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void PlainTree::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

void PlainTree::setMonospacedColumn(int column)
{
    m_delegate->setMonospacedColumn(column);
}

void PlainTree::offerColumns()
{
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header(), &QWidget::customContextMenuRequested, this, &PlainTree::showColumnMenu);
}

void PlainTree::setColumnSample(int column, const QString& sample)
{
    const QString heading =
        model() != nullptr ? model()->headerData(column, Qt::Horizontal).toString() : QString();
    const int text =
        std::max(fontMetrics().horizontalAdvance(sample), fontMetrics().horizontalAdvance(heading));
    header()->resizeSection(column, text + spacing(1) + 4);
}

void PlainTree::showColumnMenu(const QPoint& position)
{
    QMenu menu;
    for (int column = 1; column < header()->count(); ++column) {
        if (column == m_fixedColumn) {
            continue;
        }
        QAction* action = menu.addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this,
                [this, column](bool isShown) { setColumnHidden(column, !isShown); });
    }
    menu.exec(header()->mapToGlobal(position));
}

void PlainTree::paintEvent(QPaintEvent* event)
{
    QTreeView::paintEvent(event);
    if (m_emptyText.isEmpty() || (model() != nullptr && model()->rowCount(rootIndex()) > 0)) {
        return;
    }
    QPainter painter(viewport());
    painter.setPen(colorsFor(palette()).muted);
    const int margin = spacing(2);
    painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin),
                     Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

} // namespace signalbox::ui
