// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtWidgets/QDialog>

class QAction;
class QLineEdit;
class QTreeWidget;

namespace signalbox::ui {

class MeaningLabel;

/// All actions by name: a few letters find one, Enter runs it. Shows each action's keys, so that next time
/// they are known. Actions that cannot be run now are not listed.
class CommandPalette final : public QDialog {
    Q_OBJECT

public:
    explicit CommandPalette(const QList<QAction*>& actions, QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit& search() { return *m_search; }
    [[nodiscard]] QTreeWidget& list() { return *m_list; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void run();

    QList<QAction*> m_actions;
    QLineEdit* m_search;
    QTreeWidget* m_list;
    MeaningLabel* m_nothing; ///< in place of the list
};

} // namespace signalbox::ui
