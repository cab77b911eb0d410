// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/frames_tree.h"

#include "ui/format/frame_words.h"
#include "ui/format/routing_words.h"
#include "ui/models/frames_model.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/palette.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

FramesTree::FramesTree(FramesModel& model, QWidget* parent)
    : PlainTree(parent)
    , m_frames(model)
{
    setModel(&model);
    setAccessibleName(tr("Frames"));
    setMonospacedColumn(FramesModel::SummaryColumn);
    setSelectionMode(SingleSelection);
    setColumnHidden(FramesModel::DirectionColumn, true); // From and To say it
    setTreePosition(FramesModel::ToColumn);              // what a message unfolds into is whom it went to
    setIndentation(fontMetrics().height());
    header()->resizeSection(FramesModel::SummaryColumn, spacing(6)); // at least; it takes what is left
    header()->setStretchLastSection(true);
    header()->setSectionsMovable(true);
    header()->setFirstSectionMovable(true);
    offerColumns();
    setColumnSample(FramesModel::DirectionColumn, u"↑ out"_s);
    fit(Room::Plenty);
}

void FramesTree::fit(Room room)
{
    const bool isPlenty = room == Room::Plenty;
    setColumnSample(FramesModel::NumberColumn, u"9,999,99"_s);
    setColumnSample(FramesModel::TimeColumn, u"00:00:00.000"_s);
    setColumnSample(FramesModel::DeltaColumn, u"+0.000 ms"_s);
    setColumnSample(FramesModel::FromColumn, isPlenty ? u"⚠ says rst…n c9"_s : u"operator c99"_s);
    setColumnSample(FramesModel::ToColumn,
                    u"▸ %1"_s.arg(targetText(isPlenty ? "group red (12)" : "user demo (2)")));
    setColumnSample(FramesModel::TypeColumn, isPlenty ? u"✕ refused: Origin"_s : u"✕ refused: O"_s);
    setColumnSample(FramesModel::LengthColumn, u"999,999"_s);
    setColumnSample(FramesModel::ActionColumn, u"message"_s);
    setColumnHidden(FramesModel::ActionColumn, !isPlenty); // the content begins with it
    setColumnHidden(FramesModel::DeltaColumn, room == Room::Little);
    m_fitted = arrangement();
}

// As long as nobody arranged the columns, the content gets what it needs before the others do.
void FramesTree::fitColumns()
{
    if (arrangement() != m_fitted) {
        return;
    }
    const int wanted = fontMetrics().averageCharWidth() * 40;
    for (const Room room : {Room::Plenty, Room::Some, Room::Little}) {
        fit(room);
        int others = 0;
        for (int column = 0; column < FramesModel::SummaryColumn; ++column) {
            others += columnWidth(column);
        }
        if (viewport()->width() - others >= wanted) {
            return;
        }
    }
}

/// Places and widths of the columns; that of the last one is the window's.
QList<int> FramesTree::arrangement() const
{
    QList<int> places;
    for (int column = 0; column < FramesModel::ColumnCount; ++column) {
        places << header()->visualIndex(column);
        places << (column == FramesModel::SummaryColumn ? 0 : columnWidth(column));
    }
    return places;
}

void FramesTree::resizeEvent(QResizeEvent* event)
{
    fitColumns();
    PlainTree::resizeEvent(event);
}

void FramesTree::changeEvent(QEvent* event)
{
    PlainTree::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitColumns();
    }
}

void FramesTree::drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const QVariant kind = index.siblingAtColumn(0).data(FramesModel::kindRole);
    if (!kind.isValid() || static_cast<link::RowKind>(kind.toInt()) != link::RowKind::Gap) {
        if (index.siblingAtColumn(0).data(FramesModel::markedRole).toBool()) {
            painter->fillRect(option.rect, colorsFor(palette()).warningFill);
        }
        PlainTree::drawRow(painter, option, index);
        return;
    }
    const bool isSelected = selectionModel()->isSelected(index);
    const Colors& colors = colorsFor(palette());
    const QRect row(0, option.rect.y(), viewport()->width(), option.rect.height());
    painter->fillRect(row,
                      isSelected ? palette().color(QPalette::Highlight) : palette().color(QPalette::Base));
    const QString text = FrameWords(m_frames.frame(index)).gap();
    const int width = fontMetrics().horizontalAdvance(text) + fontMetrics().height();
    const int half = std::max(0, (row.width() - width) / 2);
    painter->setPen(colors.line);
    painter->drawLine(row.left() + 8, row.center().y(), row.left() + half, row.center().y());
    painter->drawLine(row.right() - half, row.center().y(), row.right() - 8, row.center().y());
    painter->setPen(isSelected ? palette().color(QPalette::HighlightedText) : colors.warning);
    painter->drawText(row, Qt::AlignCenter, fontMetrics().elidedText(text, Qt::ElideRight, row.width()));
}

void FramesTree::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        Q_EMIT pauseWanted();
    } else if (event->key() == Qt::Key_End && event->modifiers() == Qt::NoModifier) {
        Q_EMIT followWanted();
    } else if (event == QKeySequence::Copy) {
        Q_EMIT copyWanted();
    } else {
        PlainTree::keyPressEvent(event);
    }
}

// Qt would select the next row in place of one that goes, and again with every batch.
void FramesTree::rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end)
{
    Q_EMIT aboutToLoseRows();
    const QModelIndex current = currentIndex();
    const int row = current.parent().isValid() ? current.parent().row() : current.row();
    if (!parent.isValid() && current.isValid() && row >= start && row <= end) {
        setCurrentIndex(QModelIndex());
        clearSelection();
    }
    PlainTree::rowsAboutToBeRemoved(parent, start, end);
}

void FramesTree::keyboardSearch(const QString& text)
{
    Q_EMIT typed(text);
}

} // namespace signalbox::ui
