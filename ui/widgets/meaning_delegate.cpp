// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/meaning_delegate.h"

#include "ui/format/meaning.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/palette.h"

#include <QtGui/QPainter>

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
    return {size.width(), option.fontMetrics.height() + 6};
}

void MeaningDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == m_monospacedColumn) {
        option->font.setFamilies(monospacedFont().families());
        option->font.setStyleHint(QFont::Monospace);
        option->textElideMode = Qt::ElideRight; // bytes are told by how they begin
    }
    if (const QVariant meaning = index.data(meaningRole); meaning.isValid()) {
        option->palette.setColor(QPalette::Text, meaningColor(option->palette, meaning.value<Meaning>()));
    }
}

} // namespace signalbox::ui
