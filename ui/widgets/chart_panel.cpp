// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chart_panel.h"

#include "ui/format/axis_steps.h"
#include "ui/format/numbers.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/palette.h"

#include <QtCore/QEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();

QString valueText(ChartUnit unit, double value)
{
    switch (unit) {
    case ChartUnit::Count:
        return countText(static_cast<qint64>(std::llround(value)));
    case ChartUnit::PerSecond:
        return ChartPanel::tr("%1/s").arg(rateText(value));
    case ChartUnit::BytesPerSecond:
        return ChartPanel::tr("%1/s").arg(bytesText(static_cast<qint64>(std::llround(value))));
    case ChartUnit::Bytes:
        return bytesText(static_cast<qint64>(std::llround(value)));
    }
    Q_UNREACHABLE();
}

double unitStep(ChartUnit unit, double least)
{
    switch (unit) {
    case ChartUnit::Count:
        return countStep(least);
    case ChartUnit::PerSecond:
        return roundStep(least);
    case ChartUnit::BytesPerSecond:
    case ChartUnit::Bytes:
        return bytesStep(least);
    }
    Q_UNREACHABLE();
}

/// Writes the marks of the axis as the values are written.
class UnitTicker final : public QCPAxisTicker {
public:
    explicit UnitTicker(ChartUnit unit)
        : m_unit(unit)
    {
    }

protected:
    double getTickStep(const QCPRange& range) override { return unitStep(m_unit, range.size() / marks); }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return valueText(m_unit, tick); }
    QVector<double> createSubTickVector(int, const QVector<double>&) override { return {}; }

private:
    static constexpr double marks = 4.0; ///< at most, beside that at 0

    ChartUnit m_unit;
};

/// Marks at round times of the day, here.
class TimeTicker final : public QCPAxisTickerDateTime {
public:
    TimeTicker() { setTickOrigin(QDate::currentDate().startOfDay()); }

protected:
    double getTickStep(const QCPRange& range) override { return timeStep(range.size() / marks); }

private:
    static constexpr double marks = 5.0;
};

} // namespace

ChartPanel::ChartPanel(const QString& title, ChartUnit unit, QWidget* parent)
    : QWidget(parent)
    , m_title(title)
    , m_unit(unit)
    , m_heading(new QLabel(title))
    , m_value(new QLabel)
    , m_plot(new QCustomPlot)
    , m_pointed(nowhere)
{
    m_value->setTextFormat(Qt::PlainText);
    m_value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(spacing(1), 0, spacing(1), 0);
    head->addWidget(m_heading);
    head->addWidget(m_value, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_plot, 1);
    build();
    paintInTheme();
    updateReadOut();
}

void ChartPanel::build()
{
    m_graph = m_plot->addGraph();
    m_graph->setAdaptiveSampling(true);
    m_cursor = new QCPItemStraightLine(m_plot); // the plot owns it
    m_cursor->setVisible(false);
    m_times = QSharedPointer<TimeTicker>::create();
    m_plot->xAxis->setTicker(m_times);
    m_plot->yAxis->setTicker(QSharedPointer<UnitTicker>::create(m_unit));
    m_plot->xAxis->setSubTicks(false);
    m_plot->yAxis->setSubTicks(false);
    m_plot->setFocusPolicy(Qt::NoFocus); // all that it says is in the label, too
    m_plot->setMinimumSize(spacing(16), spacing(4));
    m_plot->setMouseTracking(true);
    m_plot->installEventFilter(this);
}

void ChartPanel::paintInTheme()
{
    const Colors& colors = colorsFor(palette());
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    m_plot->setBackground(palette().color(QPalette::Base));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setBasePen(colors.line);
        axis->setTickPen(colors.line);
        axis->grid()->setPen(colors.line);
        axis->grid()->setZeroLinePen(colors.line);
        axis->setTickLabelColor(colors.muted);
        axis->setTickLabelFont(small);
    }
    QColor fill = colors.accent;
    fill.setAlphaF(0.15F);
    m_graph->setPen(QPen(colors.accent, 1.5));
    m_graph->setBrush(fill);
    m_cursor->setPen(QPen(colors.muted));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ChartPanel::setValues(const QList<double>& times, const QList<double>& values, double first, double last)
{
    m_graph->setData(times, values, true);
    double highest = 0.0;
    for (const double value : values) {
        highest = std::isnan(value) ? highest : std::max(highest, value);
    }
    constexpr double day = 24.0 * 60.0 * 60.0;
    m_times->setDateTimeFormat(last - first > day ? u"d MMM"_s : u"HH:mm"_s);
    m_plot->xAxis->setRange(first, last);
    m_plot->yAxis->setRange(0.0, highest <= 0.0 ? 1.0 : highest * 1.15);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    updateReadOut();
}

int ChartPanel::points() const
{
    return m_graph->data()->size();
}

void ChartPanel::point(double time)
{
    m_pointed = time;
    const bool isShown = !std::isnan(time);
    m_cursor->setVisible(isShown);
    if (isShown) {
        m_cursor->point1->setCoords(time, 0.0);
        m_cursor->point2->setCoords(time, 1.0);
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    updateReadOut();
}

void ChartPanel::updateReadOut()
{
    const auto measured = m_graph->data();
    QString text = tr("–");
    if (!measured->isEmpty()) {
        const auto place = std::isnan(m_pointed) ? measured->constEnd() - 1 : measured->findBegin(m_pointed);
        text = std::isnan(place->value) ? tr("not measured") : valueText(m_unit, place->value);
    }
    m_value->setText(text);
    setAccessibleName(tr("%1: %2").arg(m_title, text));
}

QString ChartPanel::readOut() const
{
    return m_value->text();
}

bool ChartPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseMove) {
        const double x = static_cast<QMouseEvent*>(event)->position().x();
        const QRect area = m_plot->axisRect()->rect();
        const bool isInside = x >= area.left() && x <= area.right();
        Q_EMIT pointed(isInside ? m_plot->xAxis->pixelToCoord(x) : nowhere);
    } else if (event->type() == QEvent::Leave) {
        Q_EMIT pointed(nowhere);
    }
    return QWidget::eventFilter(watched, event);
}

void ChartPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        paintInTheme();
    }
}

} // namespace signalbox::ui
