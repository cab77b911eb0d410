// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include <deque>

class QPainter;

namespace signalbox::ui {

struct Colors;

/// Draws the values as bars into `area`, the newest at the right, the highest as high as the area.
void paintSparkline(QPainter& painter, const QRect& area, const std::deque<double>& values,
                    const Colors& colors);

/// The last values of a rate as small bars. Says nothing that is not written beside it.
class Sparkline final : public QWidget {
    Q_OBJECT

public:
    explicit Sparkline(size_t length, QWidget* parent = nullptr);

    /// Oldest first; of more values than the length the last are drawn.
    void setValues(const std::deque<double>& values);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    size_t m_length;
    std::deque<double> m_values;
};

} // namespace signalbox::ui
