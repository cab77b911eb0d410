// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/meaning_delegate.h"

#include "ui/format/meaning.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/palette.h"

#include <QtGui/QPainter>
#include <QtWidgets/QTreeView>

namespace signalbox::ui {

void MeaningDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant bar = index.data(barRole);
    if (!bar.isValid()) {
        return;
    }
    // Under the number, so that the number stays readable however long the bar is.
    const int height = std::max(2, option.rect.height() / 8);
    const int room = option.rect.width() - spacing(1);
    const int width = std::max(height, static_cast<int>(room * std::clamp(bar.toDouble(), 0.0, 1.0)));
    const QRect track(option.rect.right() - room - spacing(1) / 2, option.rect.bottom() - height - 1, room,
                      height);
    painter->fillRect(track, colorsFor(option.palette).line);
    painter->fillRect(QRect(track.right() - width + 1, track.top(), width, height),
                      colorsFor(option.palette).warning);
}

QSize MeaningDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    const int line = option.fontMetrics.height() + 6;
    const auto* tree = qobject_cast<const QTreeView*>(option.widget);
    if (!m_wraps || tree == nullptr) {
        return {size.width(), line};
    }
    // The tree asks without a width.
    const int margin = 2 * (tree->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, tree) + 1);
    const int room = std::max(1, tree->columnWidth(index.column()) - margin);
    const QRect text = option.fontMetrics.boundingRect(QRect(0, 0, room, QWIDGETSIZE_MAX), Qt::TextWordWrap,
                                                       index.data().toString());
    return {size.width(), std::max(line, text.height() + 6)};
}

void MeaningDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == m_monospacedColumn) {
        option->font.setFamilies(monospacedFont().families());
        option->font.setStyleHint(QFont::Monospace);
        option->textElideMode = Qt::ElideRight; // bytes are told by how they begin
    }
    if (m_wraps) {
        option->displayAlignment = Qt::AlignLeft | Qt::AlignTop;
        option->rect.setTop(option->rect.top() + 3);
    }
    if (const QVariant meaning = index.data(meaningRole); meaning.isValid()) {
        option->palette.setColor(QPalette::Text, meaningColor(option->palette, meaning.value<Meaning>()));
    }
}

} // namespace signalbox::ui
