// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/mend_delegate.h"

#include "ui/format/meaning.h"
#include "ui/format/plain.h"
#include "ui/widgets/appearance.h"

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyle>
#include <QtWidgets/QStyleOptionButton>

#include <algorithm>

namespace signalbox::ui {

void MendDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = cell.text;
    cell.text.clear();
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
    if (text.isEmpty()) {
        return;
    }
    QStyleOptionButton button;
    const int width = option.fontMetrics.horizontalAdvance(text) + spacing(2);
    button.rect = QRect(option.rect.left(), option.rect.top() + 1, std::min(width, option.rect.width()),
                        option.rect.height() - 2);
    button.palette = option.palette;
    button.fontMetrics = option.fontMetrics;
    button.text =
        plainMenuText(option.fontMetrics.elidedText(text, Qt::ElideRight, button.rect.width() - spacing(1)));
    const bool isDone = index.data(meaningRole).value<Meaning>() == Meaning::Muted;
    button.state = isDone ? QStyle::State_None : QStyle::State_Enabled | QStyle::State_Raised;
    if (isDone) {
        button.palette.setCurrentColorGroup(QPalette::Disabled);
    }
    style->drawControl(QStyle::CE_PushButton, &button, painter, option.widget);
}

QSize MendDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize size = MeaningDelegate::sizeHint(option, index);
    return {size.width() + spacing(2), size.height()};
}

} // namespace signalbox::ui
