// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/meaning_delegate.h"

namespace signalbox::ui {

/// A cell of ReceiptsModel's state: a small bar that fills from queued over
/// sent to confirmed, and the words.
class ReceiptDelegate final : public MeaningDelegate {
    Q_OBJECT

public:
    using MeaningDelegate::MeaningDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace signalbox::ui
