// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/empty_state.h"

#include <QtCore/QPersistentModelIndex>
#include <QtWidgets/QWidget>

class QPushButton;
class QStackedLayout;

namespace signalbox::ui {

class FramesModel;
class FramesTree;

/// The frames list. Follows the newest row until the user scrolls up; then a pill counts what came since and
/// brings the end back. Shows an empty state while there is no row.
class FramesView final : public QWidget {
    Q_OBJECT

public:
    explicit FramesView(FramesModel& model, QWidget* parent = nullptr);

    /// What to show while there is no row.
    void setEmptyContent(const EmptyState::Content& content);
    void follow();
    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }
    [[nodiscard]] int newRows() const { return m_newRows; }

    [[nodiscard]] FramesTree& tree() { return *m_tree; }
    [[nodiscard]] EmptyState& emptyState() { return *m_empty; }
    [[nodiscard]] QPushButton& pill() { return *m_pill; }

    void selectNext();
    void selectPrevious();

Q_SIGNALS:
    /// The user selected the row with that number, or a delivery below it.
    void frameSelected(quint64 number);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void rowsShown(int rows);
    void scrolled();
    void keepPlace();
    void restorePlace();
    void modelReset();
    void updatePage();
    void updatePill();
    void selectionChanged();
    void select(const QModelIndex& wanted);

    FramesModel& m_model;
    QStackedLayout* m_pages;
    FramesTree* m_tree;
    EmptyState* m_empty;
    QPushButton* m_pill;
    bool m_isFollowing = true;
    bool m_isScrolling = false; ///< by the program, not by the user
    int m_newRows = 0;
    quint64 m_selected = 0;
    QPersistentModelIndex m_place; ///< the row on top of the view while rows above it go
};

} // namespace signalbox::ui
