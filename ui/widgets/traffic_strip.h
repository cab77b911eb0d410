// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/traffic_timeline.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

namespace signalbox::ui {

class FramesModel;

/// The rate of frames over the time of what is kept, as small bars, with marks for what happened: ▲ connects,
/// ▼ ends, ● sends of the operator, ✕ refusals. Dragging selects a range of time. Draws anew twice a second
/// at most, and not at all while it is hidden. Main thread.
class TrafficStrip final : public QWidget {
    Q_OBJECT

public:
    /// `model` must outlive the strip.
    explicit TrafficStrip(const FramesModel& model, QWidget* parent = nullptr);

    void setRange(const std::optional<TimeRange>& range);
    [[nodiscard]] const TimelineBins& bins() const { return m_bins; }
    /// The time at a place of the strip, and the other way round.
    [[nodiscard]] WallTime timeAt(int x) const;
    [[nodiscard]] int placeOf(WallTime time) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rangeSelected(const signalbox::ui::TimeRange& range);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void refreshSoon();
    void refresh();
    void paintBars(QPainter& painter) const;
    void paintMarks(QPainter& painter) const;
    void paintSelection(QPainter& painter) const;
    [[nodiscard]] QString textAt(int x) const;
    [[nodiscard]] int markHeight() const;
    [[nodiscard]] bool isDragging() const { return m_dragStart && m_dragEnd != *m_dragStart; }

    const FramesModel& m_model;
    TimelineBins m_bins;
    QTimer m_refresh;
    std::optional<TimeRange> m_range;
    std::optional<int> m_dragStart; ///< while the button is down
    int m_dragEnd = 0;
};

} // namespace signalbox::ui
