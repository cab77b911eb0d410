// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts_view.h"

#include "ui/format/times.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/chart_panel.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <cmath>

namespace signalbox::ui {

namespace {

/// In the order of the panels.
constexpr std::array values{&HistoryPoint::clients, &HistoryPoint::messages, &HistoryPoint::bytes,
                            &HistoryPoint::queue};

QString spanText(HistorySpan span)
{
    switch (span) {
    case HistorySpan::TenMinutes:
        return ChartsView::tr("10 min");
    case HistorySpan::SixHours:
        return ChartsView::tr("6 h");
    case HistorySpan::SevenDays:
        return ChartsView::tr("7 days");
    }
    Q_UNREACHABLE();
}

double secondsOf(WallTime time)
{
    return std::chrono::duration<double>(time.time_since_epoch()).count();
}

} // namespace

ChartsView::ChartsView(const StatisticsHistory& history, QWidget* parent)
    : QWidget(parent)
    , m_history(history)
    , m_buttons(new QButtonGroup(this))
    , m_time(new QLabel)
    , m_grid(new QGridLayout)
    , m_panels{new ChartPanel(tr("Connections"), ChartUnit::Count),
               new ChartPanel(tr("Messages"), ChartUnit::PerSecond),
               new ChartPanel(tr("Bytes"), ChartUnit::BytesPerSecond),
               new ChartPanel(tr("Queue"), ChartUnit::Bytes)}
{
    auto* head = new QHBoxLayout;
    head->setContentsMargins(spacing(1), 0, spacing(1), 0);
    buildButtons(*head);
    head->addStretch(1);
    head->addWidget(m_time);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(spacing(1));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing(1));
    layout->addLayout(head);
    layout->addLayout(m_grid, 1);
    for (ChartPanel* panel : m_panels) {
        connect(panel, &ChartPanel::pointed, this, &ChartsView::point);
    }
    arrange();
}

void ChartsView::buildButtons(QLayout& layout)
{
    m_buttons->setExclusive(true);
    for (const HistorySpan span : StatisticsHistory::spans) {
        auto* button = new QToolButton;
        button->setText(spanText(span));
        button->setAccessibleName(tr("Show %1").arg(spanText(span)));
        button->setCheckable(true);
        button->setChecked(span == m_span);
        button->setFocusPolicy(Qt::StrongFocus);
        m_buttons->addButton(button, static_cast<int>(span));
        layout.addWidget(button);
    }
    connect(m_buttons, &QButtonGroup::idClicked, this,
            [this](int id) { setSpan(static_cast<HistorySpan>(id)); });
}

// Where there is little room the charts give way, down to their least height.
QSize ChartsView::sizeHint() const
{
    const QSize size = QWidget::sizeHint();
    return {size.width(), std::max(size.height(), spacing(25))};
}

void ChartsView::setSpan(HistorySpan span)
{
    m_span = span;
    m_buttons->button(static_cast<int>(span))->setChecked(true);
    draw();
}

// The newest step of a long span changes each second by less than a pixel: it is drawn when it is complete.
void ChartsView::refresh()
{
    const HistoryRing& ring = m_history.ring(m_span);
    if (isVisible() && ring.size() > 0 && ring.timeOf(ring.size() - 1) != m_drawn) {
        draw();
    }
}

void ChartsView::draw()
{
    const HistoryRing& ring = m_history.ring(m_span);
    if (!isVisible() || ring.size() == 0) {
        return;
    }
    const auto count = static_cast<qsizetype>(ring.size());
    QList<double> times(count);
    std::array<QList<double>, values.size()> lines;
    lines.fill(QList<double>(count));
    for (qsizetype position = 0; position < count; ++position) {
        const HistoryPoint point = ring.at(static_cast<size_t>(position));
        times[position] = secondsOf(ring.timeOf(static_cast<size_t>(position)));
        for (size_t line = 0; line < values.size(); ++line) {
            lines[line][position] = point.*values[line];
        }
    }
    const double last = times.last();
    const double first =
        last - std::chrono::duration<double>(ring.step()).count() * static_cast<double>(ring.capacity());
    for (size_t line = 0; line < values.size(); ++line) {
        m_panels[static_cast<qsizetype>(line)]->setValues(times, lines[line], first, last);
    }
    m_drawn = ring.timeOf(ring.size() - 1);
}

void ChartsView::point(double time)
{
    const bool isShown = !std::isnan(time);
    m_time->setText(isShown ? timeText(WallTime(std::chrono::seconds(std::llround(time)))).chopped(4)
                            : QString());
    for (ChartPanel* panel : m_panels) {
        panel->point(time);
    }
}

void ChartsView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    draw();
}

void ChartsView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

// Four beside each other, two by two, or below each other.
void ChartsView::arrange()
{
    const int wide = spacing(34);
    const int columns = width() >= 4 * wide ? 4 : width() >= 2 * wide ? 2 : 1;
    if (columns == m_columns) {
        return;
    }
    m_columns = columns;
    for (qsizetype place = 0; place < m_panels.size(); ++place) {
        m_grid->addWidget(m_panels[place], static_cast<int>(place) / columns,
                          static_cast<int>(place) % columns);
    }
}

} // namespace signalbox::ui
