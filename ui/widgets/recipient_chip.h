// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/recipient.h"

#include <QtWidgets/QFrame>

namespace signalbox::ui {

/// One recipient in the composer: its words and a cross. Delete, Backspace or the cross take it out; the
/// arrows go to its neighbours.
class RecipientChip final : public QFrame {
    Q_OBJECT

public:
    explicit RecipientChip(const Recipient& recipient, QWidget* parent = nullptr);

Q_SIGNALS:
    void removeWanted();
    /// To the neighbour: −1 left, 1 right.
    void moveWanted(int by);
    /// Text that belongs into the line beside the chips.
    void typed(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace signalbox::ui
