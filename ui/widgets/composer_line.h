// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace signalbox::ui {

/// The composer folded to one line: to whom, the message, *Send*. A message of
/// several lines is only shown.
class ComposerLine final : public QWidget {
    Q_OBJECT

public:
    explicit ComposerLine(QWidget* parent = nullptr);

    void setContent(const QString& recipients, const QString& message);
    void setSend(const QString& words, bool isEnabled);
    void takeFocus();

    [[nodiscard]] QLineEdit& message() { return *m_message; }
    [[nodiscard]] QPushButton& sendButton() { return *m_send; }

Q_SIGNALS:
    void edited(const QString& message);
    void sendWanted();
    void unfoldWanted();

private:
    QToolButton* m_unfold;
    QLabel* m_to;
    QLineEdit* m_message;
    QPushButton* m_send;
};

} // namespace signalbox::ui
