// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QDialog>

class QCheckBox;

namespace signalbox::ui {

/// What is to become of the program when its window closes while clients are connected.
enum class ClosingChoice { Ask, Quit, KeepServing };

/// Asks that.
class ClosingDialog final : public QDialog {
    Q_OBJECT

public:
    enum class Hiding { Tray, Minimised };

    ClosingDialog(qint64 clients, Hiding hiding, QWidget* parent = nullptr);

    /// Ask when it was cancelled.
    [[nodiscard]] ClosingChoice choice() const { return m_choice; }
    [[nodiscard]] bool isRemembered() const;
    [[nodiscard]] QCheckBox& remember() { return *m_remember; }

private:
    void choose(ClosingChoice choice);

    ClosingChoice m_choice = ClosingChoice::Ask;
    QCheckBox* m_remember;
};

} // namespace signalbox::ui
