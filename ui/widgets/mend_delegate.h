// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/meaning_delegate.h"

namespace signalbox::ui {

/// Draws the text of a cell as a button, so that ten thousand rows need no widget each. Whoever shows it acts
/// on `clicked` and `activated` of the view.
class MendDelegate final : public MeaningDelegate {
    Q_OBJECT

public:
    using MeaningDelegate::MeaningDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace signalbox::ui
