// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/plain_tree.h"

#include <QtCore/QPersistentModelIndex>

namespace signalbox::ui {

/// A tree whose lines are linked with something beside it: says which line the mouse is over, and lights up
/// one when the other side is pointed at.
class LinkedTree final : public PlainTree {
    Q_OBJECT

public:
    explicit LinkedTree(QWidget* parent = nullptr);

    /// An invalid index lights up none.
    void setLinked(const QModelIndex& index);
    [[nodiscard]] QModelIndex linked() const { return m_linked; }

Q_SIGNALS:
    /// Invalid: over none.
    void hovered(const QModelIndex& index);

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                 const QModelIndex& index) const override;
    bool viewportEvent(QEvent* event) override;

private:
    QPersistentModelIndex m_linked;
};

} // namespace signalbox::ui
