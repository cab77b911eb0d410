// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/meaning_delegate.h"

#include "ui/format/meaning.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/palette.h"

namespace signalbox::ui {

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
