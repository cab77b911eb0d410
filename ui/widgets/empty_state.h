// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

#include <vector>

class QAction;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace signalbox::ui {

/// What stands where a list would be, while there is nothing to list: what is the matter, what to do about
/// it, lines to copy, and buttons that do it.
class EmptyState final : public QWidget {
    Q_OBJECT

public:
    struct Content {
        QString title;
        QString text;
        QStringList lines; ///< monospaced, each with a button that copies it
        std::vector<QAction*> actions;
    };

    explicit EmptyState(QWidget* parent = nullptr);

    void setContent(const Content& content);

private:
    void showLines(const QStringList& lines);
    void addLine(const QString& text);

    QLabel* m_title;
    QLabel* m_text;
    QVBoxLayout* m_lines;
    QStringList m_shownLines;
    QHBoxLayout* m_buttons;
    std::vector<QAction*> m_actions; ///< as shown: rebuilt only when they change
};

} // namespace signalbox::ui
