// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace signalbox::ui {

/// Cells on one line (unless they wrap), as tall as the 8-pixel rhythm wants, coloured by their Meaning
/// unless they are selected, over a bar where the model gives one, with columns in a monospaced font where
/// asked for. Never rich text.
class MeaningDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setMonospacedColumn(int column) { m_monospacedColumn = column; }
    /// Text goes on in the next line instead of being elided.
    void setWraps() { m_wraps = true; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    int m_monospacedColumn = -1;
    bool m_wraps = false;
};

} // namespace signalbox::ui
