// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/traffic_strip.h"

#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/format/times.h"
#include "ui/models/frames_model.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/palette.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds refreshInterval{500};
constexpr int barStep = 3; ///< a bar and the space beside it

struct MarkSign {
    TimelineMark mark;
    QChar glyph;
    Meaning meaning;
};
/// What weighs more stands first: where several fall together, it is the one that is drawn.
constexpr std::array markSigns{
    MarkSign{TimelineMark::Refused, u'✕', Meaning::Bad},
    MarkSign{TimelineMark::Sent, u'●', Meaning::Outgoing},
    MarkSign{TimelineMark::Closed, u'▼', Meaning::Warning},
    MarkSign{TimelineMark::Opened, u'▲', Meaning::Good},
};

QString markText(TimelineMark mark)
{
    switch (mark) {
    case TimelineMark::None:
        return {};
    case TimelineMark::Opened:
        return TrafficStrip::tr("▲ connected");
    case TimelineMark::Closed:
        return TrafficStrip::tr("▼ ended");
    case TimelineMark::Sent:
        return TrafficStrip::tr("● sent by the operator");
    case TimelineMark::Refused:
        return TrafficStrip::tr("✕ refused");
    }
    Q_UNREACHABLE();
}

bool hasMark(quint8 bits, TimelineMark mark)
{
    return (bits & static_cast<quint8>(mark)) != 0;
}

} // namespace

TrafficStrip::TrafficStrip(const FramesModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
{
    setAccessibleName(tr("Traffic over time"));
    setAccessibleDescription(tr("Dragging selects a range of time; so do the entries of the Edit menu."));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::IBeamCursor);
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &TrafficStrip::refresh);
    connect(&m_model, &FramesModel::rowsShown, this, &TrafficStrip::refreshSoon);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &TrafficStrip::refreshSoon);
}

QSize TrafficStrip::sizeHint() const
{
    return {spacing(40), markHeight() + fontMetrics().height() + spacing(1)};
}

QSize TrafficStrip::minimumSizeHint() const
{
    return {spacing(10), sizeHint().height()};
}

int TrafficStrip::markHeight() const
{
    return fontMetrics().height() * 3 / 4;
}

void TrafficStrip::setRange(const std::optional<TimeRange>& range)
{
    m_range = range;
    update();
}

void TrafficStrip::refreshSoon()
{
    if (isVisible() && !m_refresh.isActive()) {
        m_refresh.start(m_bins.isEmpty() ? std::chrono::milliseconds::zero() : refreshInterval);
    }
}

void TrafficStrip::refresh()
{
    if (isVisible() && !isDragging()) { // what is being selected must not run away
        m_bins = m_model.timeline().bins(width() / barStep);
        update();
    }
}

void TrafficStrip::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void TrafficStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    refresh();
}

WallTime TrafficStrip::timeAt(int x) const
{
    const double share = std::clamp(static_cast<double>(x) / std::max(1, width()), 0.0, 1.0);
    const auto span = static_cast<double>((m_bins.range.to - m_bins.range.from).count());
    return m_bins.range.from + std::chrono::microseconds(std::llround(share * span));
}

int TrafficStrip::placeOf(WallTime time) const
{
    const auto span = static_cast<double>((m_bins.range.to - m_bins.range.from).count());
    const auto after = static_cast<double>((time - m_bins.range.from).count());
    return span <= 0.0 ? 0 : static_cast<int>(std::clamp(after / span, 0.0, 1.0) * width());
}

void TrafficStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(0, height() - 1, width(), 1, colorsFor(palette()).line);
    if (m_bins.isEmpty()) {
        return;
    }
    paintSelection(painter);
    paintBars(painter);
    paintMarks(painter);
    const double perSecond = m_bins.highest / std::max(1e-6, m_bins.width().count());
    painter.setPen(colorsFor(palette()).muted);
    const QString peak = tr("peak %1/s").arg(rateText(perSecond));
    const QRect place = rect().adjusted(spacing(1), markHeight(), -spacing(1), 0);
    const QRect text = painter.boundingRect(place, Qt::AlignLeft | Qt::AlignTop, peak);
    painter.fillRect(text, palette().color(QPalette::Base)); // readable over bars
    painter.drawText(place, Qt::AlignLeft | Qt::AlignTop, peak);
}

void TrafficStrip::paintSelection(QPainter& painter) const
{
    QRect selected;
    if (isDragging()) {
        selected.setCoords(std::min(*m_dragStart, m_dragEnd), 0, std::max(*m_dragStart, m_dragEnd),
                           height() - 2);
    } else if (m_range) {
        selected.setCoords(placeOf(m_range->from), 0, placeOf(m_range->to), height() - 2);
    }
    if (selected.isValid()) {
        painter.fillRect(selected, colorsFor(palette()).headFill);
        painter.fillRect(selected.left(), 0, 1, height(), colorsFor(palette()).accent);
        painter.fillRect(selected.right(), 0, 1, height(), colorsFor(palette()).accent);
    }
}

void TrafficStrip::paintBars(QPainter& painter) const
{
    const int room = height() - markHeight() - 1;
    for (size_t bin = 0; bin < m_bins.counts.size(); ++bin) {
        if (m_bins.counts[bin] > 0) {
            const double share = static_cast<double>(m_bins.counts[bin]) / m_bins.highest;
            const int bar = std::max(1, static_cast<int>(std::lround(share * room)));
            const int x = static_cast<int>(bin) * width() / static_cast<int>(m_bins.counts.size());
            painter.fillRect(x, height() - 1 - bar, barStep - 1, bar, colorsFor(palette()).accent);
        }
    }
}

void TrafficStrip::paintMarks(QPainter& painter) const
{
    QFont font = painter.font();
    font.setPixelSize(std::max(1, markHeight()));
    painter.setFont(font);
    const int cell = markHeight();
    const auto bins = static_cast<int>(m_bins.marks.size());
    for (int x = 0; x < width(); x += cell) {
        quint8 bits = 0;
        const int end = std::min(bins, (x + cell) * bins / width());
        for (int bin = x * bins / width(); bin < end; ++bin) {
            bits |= m_bins.marks[static_cast<size_t>(bin)];
        }
        const auto* sign = std::find_if(markSigns.begin(), markSigns.end(),
                                        [bits](const MarkSign& known) { return hasMark(bits, known.mark); });
        if (sign != markSigns.end()) {
            painter.setPen(meaningColor(palette(), sign->meaning));
            painter.drawText(QRect(x, 0, cell, cell), Qt::AlignCenter, sign->glyph);
        }
    }
    painter.setFont(this->font());
}

QString TrafficStrip::textAt(int x) const
{
    if (m_bins.isEmpty()) {
        return {};
    }
    const auto bins = static_cast<int>(m_bins.counts.size());
    const auto bin = static_cast<size_t>(std::clamp(x * bins / std::max(1, width()), 0, bins - 1));
    QStringList lines{tr("%1: %2 frames").arg(timeText(timeAt(x)), countText(qint64(m_bins.counts[bin])))};
    for (size_t near = bin >= 2 ? bin - 2 : 0; near < std::min(m_bins.marks.size(), bin + 3); ++near) {
        for (const MarkSign& sign : markSigns) {
            const QString text = markText(sign.mark);
            if (hasMark(m_bins.marks[near], sign.mark) && !lines.contains(text)) {
                lines += text;
            }
        }
    }
    return lines.join(u'\n');
}

bool TrafficStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), plainToolTip(textAt(help->pos().x())), this);
        return true;
    }
    return QWidget::event(event);
}

void TrafficStrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !m_bins.isEmpty()) {
        m_dragStart = m_dragEnd = event->position().toPoint().x();
    }
}

void TrafficStrip::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragStart) {
        m_dragEnd = event->position().toPoint().x();
        update();
    }
}

void TrafficStrip::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_dragStart) {
        return;
    }
    const bool wasDragged = isDragging();
    const TimeRange range{timeAt(std::min(*m_dragStart, m_dragEnd)),
                          timeAt(std::max(*m_dragStart, m_dragEnd))};
    m_dragStart.reset();
    update();
    if (wasDragged) {
        Q_EMIT rangeSelected(range);
    }
}

} // namespace signalbox::ui
