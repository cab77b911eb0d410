// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/frames_tree.h"

#include "ui/format/frame_words.h"
#include "ui/format/routing_words.h"
#include "ui/models/colour_rules.h"
#include "ui/models/frames_model.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/column_fit.h"
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
    setTreePosition(FramesModel::ToColumn); // what a message unfolds into is whom it went to
    setIndentation(fontMetrics().height());
    header()->setSectionsMovable(true);
    header()->setFirstSectionMovable(true);
    offerColumns();
    setUpFit();
}

void FramesTree::setUpFit()
{
    using enum ColumnSaving::How;
    fit().setSample(FramesModel::NumberColumn, u"9,999,99"_s);
    fit().setSample(FramesModel::TimeColumn, u"00:00:00.000"_s);
    fit().setSample(FramesModel::DeltaColumn, u"+0.000 ms"_s);
    fit().setSample(FramesModel::FromColumn, u"⚠ says rst…n c9"_s, u"operator"_s);
    fit().setSample(FramesModel::DirectionColumn, u"↑ out"_s);
    fit().setSample(FramesModel::ToColumn, targetText("group hall (200)"), targetText("user demo (2)"));
    fit().setSample(FramesModel::TypeColumn, u"⋯12/12 continuation"_s, u"✕ refused: O"_s);
    fit().setSample(FramesModel::LengthColumn, u"999,999"_s);
    fit().setSample(FramesModel::ActionColumn, u"message"_s);
    const QString content = u"{\"action\": \"say\", \"message\": {\"price\": 12.5}}"_s;
    fit().setSample(FramesModel::SummaryColumn, content, content.left(9));
    fit().setFlexible({FramesModel::SummaryColumn});
    fit().setHiddenAtFirst({FramesModel::DirectionColumn}); // From and To say it
    fit().setSavings({{FramesModel::ActionColumn, Hide},    // the content begins with it
                      {FramesModel::DeltaColumn, Hide},
                      {FramesModel::FromColumn, Shrink, u"meter-17 c104"_s},
                      {FramesModel::SummaryColumn, Shrink, content.left(32)},
                      {FramesModel::TypeColumn, Shrink},
                      {FramesModel::FromColumn, Shrink},
                      {FramesModel::ToColumn, Shrink},
                      {FramesModel::SummaryColumn, Shrink},
                      {FramesModel::LengthColumn, Hide},
                      {FramesModel::NumberColumn, Hide}});
    fit().apply();
}

void FramesTree::setColourRules(const ColourRules& rules)
{
    m_rules = &rules;
    connect(&rules, &ColourRules::changed, viewport(), qOverload<>(&QWidget::update));
}

void FramesTree::drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const QVariant kind = index.siblingAtColumn(0).data(FramesModel::kindRole);
    if (!kind.isValid() || static_cast<link::RowKind>(kind.toInt()) != link::RowKind::Gap) {
        if (index.siblingAtColumn(0).data(FramesModel::markedRole).toBool()) {
            painter->fillRect(option.rect, colorsFor(palette()).warningFill);
        } else if (const auto colour =
                       m_rules == nullptr ? std::nullopt : m_rules->colourOf(m_frames.frame(index))) {
            painter->fillRect(option.rect, meaningFill(palette(), *colour));
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
    painter->drawLine(row.left() + spacing(1), row.center().y(), row.left() + half, row.center().y());
    painter->drawLine(row.right() - half, row.center().y(), row.right() - spacing(1), row.center().y());
    painter->setPen(isSelected ? palette().color(QPalette::HighlightedText) : colors.warning);
    painter->drawText(row, Qt::AlignCenter, fontMetrics().elidedText(text, Qt::ElideRight, row.width()));
}

// Qt would begin with the oldest row, far above what is seen.
void FramesTree::focusInEvent(QFocusEvent* event)
{
    if (!currentIndex().isValid() && m_frames.rowCount() > 0) {
        const QModelIndex lowest = indexAt(QPoint(1, viewport()->height() - 1));
        const QModelIndex first = lowest.isValid() ? lowest : m_frames.index(m_frames.rowCount() - 1, 0);
        const bool scrolls = hasAutoScroll();
        setAutoScroll(false); // what is seen stays where it is
        selectionModel()->setCurrentIndex(first.siblingAtColumn(0), QItemSelectionModel::NoUpdate);
        setAutoScroll(scrolls);
    }
    PlainTree::focusInEvent(event);
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
