// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sparkline.h"

#include "ui/widgets/palette.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace signalbox::ui {

void paintSparkline(QPainter& painter, const QRect& area, const std::deque<double>& values,
                    const Colors& colors)
{
    painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), colors.line);
    if (values.empty()) {
        return;
    }
    const double highest = std::max(1.0, *std::max_element(values.begin(), values.end()));
    int x = area.right() + 1 - static_cast<int>(values.size()) * 2;
    for (const double value : values) {
        const int bar = static_cast<int>(value / highest * (area.height() - 1) + 0.5);
        painter.fillRect(QRect(x, area.bottom() + 1 - bar, 1, bar), colors.accent);
        x += 2;
    }
}

Sparkline::Sparkline(size_t length, QWidget* parent)
    : QWidget(parent)
    , m_length(length)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Sparkline::setValues(const std::deque<double>& values)
{
    m_values = values;
    while (m_values.size() > m_length) {
        m_values.pop_front();
    }
    update();
}

QSize Sparkline::sizeHint() const
{
    return {static_cast<int>(m_length) * 2, fontMetrics().height()};
}

void Sparkline::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintSparkline(painter, rect(), m_values, colorsFor(palette()));
}

} // namespace signalbox::ui
