// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sparkline.h"

#include "ui/widgets/palette.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace signalbox::ui {

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
    painter.fillRect(QRect(0, height() - 1, width(), 1), colorsFor(palette()).line);
    if (m_values.empty()) {
        return;
    }
    const double highest = std::max(1.0, *std::max_element(m_values.begin(), m_values.end()));
    const QColor color = colorsFor(palette()).accent;
    int x = width() - static_cast<int>(m_values.size()) * 2;
    for (const double value : m_values) {
        const int bar = static_cast<int>(value / highest * (height() - 1) + 0.5);
        painter.fillRect(QRect(x, height() - bar, 1, bar), color);
        x += 2;
    }
}

} // namespace signalbox::ui
