// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include <vector>

class QAction;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace signalbox::ui {

/// What stands where a list would be, while there is nothing to list: what is the matter, what to do about
/// it, a line to copy, and buttons that do it.
class EmptyState final : public QWidget {
    Q_OBJECT

public:
    struct Content {
        QString title;
        QString text;
        QString line; ///< monospaced, with a button that copies it; empty: none
        std::vector<QAction*> actions;
    };

    explicit EmptyState(QWidget* parent = nullptr);

    void setContent(const Content& content);

private:
    void copyLine();

    QLabel* m_title;
    QLabel* m_text;
    QWidget* m_lineBox;
    QLineEdit* m_line;
    QToolButton* m_copy;
    QHBoxLayout* m_buttons;
    std::vector<QAction*> m_actions; ///< as shown: rebuilt only when they change
};

} // namespace signalbox::ui
