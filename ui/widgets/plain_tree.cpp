// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plain_tree.h"

#include "ui/widgets/appearance.h"
#include "ui/widgets/column_fit.h"
#include "ui/widgets/meaning_delegate.h"
#include "ui/widgets/palette.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStyleOption>

namespace signalbox::ui {

namespace {

int sampleWidth(const QWidget& widget)
{
    return widget.fontMetrics().horizontalAdvance(QStringLiteral("The quick brown fox, 0123456789"));
}

bool movesCurrent(int key)
{
    return key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Home || key == Qt::Key_End ||
           key == Qt::Key_PageUp || key == Qt::Key_PageDown;
}

} // namespace

PlainTree::PlainTree(QWidget* parent)
    : QTreeView(parent)
    , m_delegate(new MeaningDelegate(this))
    , m_textWidth(sampleWidth(*this))
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

void PlainTree::setWrapped()
{
    m_delegate->setWraps();
    setUniformRowHeights(false);
    setWordWrap(true);
    connect(header(), &QHeaderView::sectionResized, this, [this] { scheduleDelayedItemsLayout(); });
}

ColumnFit& PlainTree::fit()
{
    if (m_fit == nullptr) {
        m_fit = new ColumnFit(*this);
    }
    return *m_fit;
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
        if (column == m_fixedColumn || !fit().isOffered(column)) {
            continue;
        }
        QAction* action = menu.addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this,
                [this, column](bool isShown) { fit().chooseShown(column, isShown); });
    }
    menu.addSeparator();
    menu.addAction(tr("&Suit the columns to the width"), &fit(), &ColumnFit::reset);
    menu.exec(header()->mapToGlobal(position));
}

void PlainTree::scaleColumns()
{
    const int width = sampleWidth(*this);
    if (width == m_textWidth) {
        return;
    }
    const double ratio = static_cast<double>(width) / m_textWidth;
    m_textWidth = width;
    setIndentation(qRound(indentation() * ratio));
    if (m_fit != nullptr) {
        m_fit->apply();
        return;
    }
    for (int column = 0; column < header()->count(); ++column) {
        const bool isHidden = isColumnHidden(column);
        setColumnHidden(column, false); // a hidden one says that it is 0 wide
        if (header()->sectionResizeMode(column) == QHeaderView::Interactive) {
            header()->resizeSection(column, qRound(header()->sectionSize(column) * ratio));
        }
        setColumnHidden(column, isHidden);
    }
}

// Qt would draw the triangle dark on the selection.
void PlainTree::drawBranches(QPainter* painter, const QRect& row, const QModelIndex& index) const
{
    // Of more than one line: beside the first.
    const QRect rect(row.topLeft(), QSize(row.width(), std::min(row.height(), fontMetrics().height() + 6)));
    if (!selectionModel()->isSelected(index) || isRightToLeft()) {
        QTreeView::drawBranches(painter, rect, index);
        return;
    }
    QStyleOption option;
    option.initFrom(this);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::ButtonText, QPalette::Text}) {
        option.palette.setColor(role,
                                palette().color(QPalette::HighlightedText)); // styles differ in the role
    }
    option.rect = QRect(rect.right() + 1 - indentation(), rect.top(), indentation(), rect.height());
    option.state.setFlag(QStyle::State_Children, model()->hasChildren(index));
    option.state.setFlag(QStyle::State_Open, isExpanded(index));
    style()->drawPrimitive(QStyle::PE_IndicatorBranch, &option, painter, this);
}

void PlainTree::changeEvent(QEvent* event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        scaleColumns();
    }
}

// The row that the focus is on from the start is not selected, and a lone one cannot be left and entered.
void PlainTree::keyPressEvent(QKeyEvent* event)
{
    QTreeView::keyPressEvent(event);
    const QModelIndex current = currentIndex();
    if (current.isValid() && event->modifiers() == Qt::NoModifier && movesCurrent(event->key()) &&
        !selectionModel()->hasSelection()) {
        setCurrentIndex(current);
    }
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
