// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

namespace signalbox::ui {

/// A name with a cross. Delete, Backspace or the cross take it out.
class NameChip final : public QFrame {
    Q_OBJECT

public:
    /// `removal` says what the cross does: "Leave group red".
    NameChip(const QString& name, const QString& removal, QWidget* parent = nullptr);

Q_SIGNALS:
    void removeWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace signalbox::ui
