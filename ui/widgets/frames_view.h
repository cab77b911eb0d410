// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/frame_filter.h"
#include "ui/models/frame_steps.h"
#include "ui/widgets/empty_state.h"

#include <QtCore/QPersistentModelIndex>
#include <QtWidgets/QWidget>

class QPushButton;
class QStackedLayout;
class QToolButton;

namespace signalbox::ui {

class FramesModel;
class FramesTree;
class TrafficStrip;

/// The frames list, and the traffic over time above it. Follows the newest row until the user scrolls up;
/// then a pill counts what came since and brings the end back. While the list is paused it says so, and goes
/// on. Shows an empty state while there is no row. In a minimised window nothing of it is laid out or
/// painted.
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

    [[nodiscard]] TrafficStrip& strip() { return *m_strip; }
    [[nodiscard]] QToolButton& rangeChip() { return *m_rangeChip; }

    /// The current row, or the one that a delivery stands under; null when there is none. Valid until the
    /// next change.
    [[nodiscard]] const link::FrameRow* currentFrame() const;
    /// The range of time that was selected; a chip says it, and takes it away.
    [[nodiscard]] const std::optional<TimeRange>& range() const { return m_range; }
    void setRange(const std::optional<TimeRange>& range);

    void selectNext();
    void selectPrevious();
    /// The next or previous frame that the filter looked for, around the end.
    void selectMatch(StepDirection direction);
    /// Selects a row and shows it in the middle; an invalid index is ignored.
    void goTo(const QModelIndex& index);

Q_SIGNALS:
    /// The user selected the row with that number, or a delivery below it.
    void frameSelected(quint64 number);
    void rangeChanged();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildStrip();
    void rowsShown(int rows);
    void scrolled();
    void keepPlace();
    void restorePlace();
    void modelReset();
    void updatePage();
    void pillClicked();
    void updatePill();
    void selectionChanged();
    void select(const QModelIndex& wanted);

    FramesModel& m_model;
    QWidget* m_body; ///< all that is seen; hidden while the window is minimised
    TrafficStrip* m_strip;
    QToolButton* m_rangeChip;
    QStackedLayout* m_pages;
    FramesTree* m_tree;
    EmptyState* m_empty;
    QPushButton* m_pill;
    bool m_isFollowing = true;
    bool m_isScrolling = false; ///< by the program, not by the user
    int m_newRows = 0;
    quint64 m_selected = 0;
    std::optional<TimeRange> m_range;
    QPersistentModelIndex m_place; ///< the row on top of the view while rows above it go
};

} // namespace signalbox::ui
