// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

class QBoxLayout;
class QLabel;

namespace signalbox::ui {

/// A warning across the top of the window, in amber, until it is closed. Hidden while it has no text.
class Banner : public QFrame {
    Q_OBJECT

public:
    explicit Banner(QWidget* parent = nullptr);

    void setText(const QString& text);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// By the person in front of it.
    void closed();

protected:
    /// Between the text and the cross.
    void addButton(QWidget* button);
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_text;
    QBoxLayout* m_layout;
};

} // namespace signalbox::ui
