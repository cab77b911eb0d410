// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/statistics_history.h"

#include <QtWidgets/QWidget>

class QButtonGroup;
class QGridLayout;
class QLabel;

namespace signalbox::ui {

class ChartPanel;

/// Connections, messages, bytes and the queue over ten minutes, six hours or seven days, beside each other
/// where there is room. Draws nothing while it is hidden. Main thread.
class ChartsView final : public QWidget {
    Q_OBJECT

public:
    /// `history` must outlive the view.
    explicit ChartsView(const StatisticsHistory& history, QWidget* parent = nullptr);

    /// There are new statistics.
    void refresh();
    [[nodiscard]] QSize sizeHint() const override;
    void setSpan(HistorySpan span);
    [[nodiscard]] HistorySpan span() const { return m_span; }
    [[nodiscard]] const QList<ChartPanel*>& panels() const { return m_panels; }
    [[nodiscard]] QButtonGroup& spanButtons() { return *m_buttons; }
    [[nodiscard]] QLabel& pointedTime() { return *m_time; }

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildButtons(QLayout& layout);
    void draw();
    void point(double time);
    void arrange();

    const StatisticsHistory& m_history;
    HistorySpan m_span = HistorySpan::TenMinutes;
    WallTime m_drawn{}; ///< the newest step that is drawn
    QButtonGroup* m_buttons;
    QLabel* m_time;
    QGridLayout* m_grid;
    QList<ChartPanel*> m_panels;
    int m_columns = 0;
};

} // namespace signalbox::ui
