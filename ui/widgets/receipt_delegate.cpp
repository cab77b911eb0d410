// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/receipt_delegate.h"

#include "ui/format/meaning.h"
#include "ui/models/receipts_model.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/palette.h"

#include <QtGui/QPainter>

namespace signalbox::ui {

void ReceiptDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const QVariant progress = index.data(ReceiptsModel::progressRole);
    const double share = progress.isValid() ? progress.toDouble() : -1;
    if (share < 0) {
        MeaningDelegate::paint(painter, option, index);
        return;
    }
    MeaningDelegate::paint(painter, option, index);
    const int height = std::max(2, spacing(1) / 4);
    const QRectF way(option.rect.left() + spacing(1) / 2, option.rect.bottom() - height,
                     std::max(0, option.rect.width() - spacing(1)), height);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colorsFor(option.palette).line);
    painter->drawRoundedRect(way, height / 2.0, height / 2.0);
    QRectF done = way;
    done.setWidth(std::max(way.width() * share, static_cast<double>(height)));
    painter->setBrush(meaningColor(option.palette, index.data(meaningRole).value<Meaning>()));
    painter->drawRoundedRect(done, height / 2.0, height / 2.0);
    painter->restore();
}

} // namespace signalbox::ui
