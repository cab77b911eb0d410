// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/commands.h"
#include "server/link/events.h"

#include <QtWidgets/QDialog>

class QFormLayout;
class QPushButton;

namespace signalbox::ui {

class CommandSender;
class MeaningLabel;

/// A question that ends in one or more commands. It stays open until the broker has done them: an error
/// stands in the dialog, in the broker's words, and what was typed is still there.
class CommandDialog : public QDialog {
    Q_OBJECT

public:
    /// `commands` must outlive the dialog.
    CommandDialog(CommandSender& commands, const QString& title, const QString& confirmText, QWidget* parent);

    [[nodiscard]] virtual link::Command command() const = 0;
    [[nodiscard]] QPushButton& confirm() { return *m_confirm; }
    /// What the broker said against it; empty when it has not.
    [[nodiscard]] QString errorText() const;

    /// Sends the command; closes when it is done.
    void accept() override;

protected:
    [[nodiscard]] QFormLayout& form() { return *m_form; }
    /// A line of words across the dialog.
    void addText(const QString& text);
    /// To be called once, after the last row: adds the place for errors and the buttons.
    void finish(QWidget& firstFocus);

private:
    void take(const link::CommandAnswer& answer);

    CommandSender& m_commands;
    QFormLayout* m_form;
    MeaningLabel* m_error;
    QPushButton* m_confirm;
    QString m_confirmText;
};

} // namespace signalbox::ui
