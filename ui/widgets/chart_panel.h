// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QSharedPointer>
#include <QtWidgets/QWidget>

class QCPAxisTickerDateTime;
class QCPGraph;
class QCPItemStraightLine;
class QCustomPlot;
class QLabel;

namespace signalbox::ui {

inline namespace chart_enums {
Q_NAMESPACE
/// What the values of a chart count.
enum class ChartUnit { Count, PerSecond, BytesPerSecond, Bytes };
Q_ENUM_NS(ChartUnit)
} // namespace chart_enums

/// One value over time, with a heading that says it in words: the newest, or the one under the mouse. Main
/// thread.
class ChartPanel final : public QWidget {
    Q_OBJECT

public:
    ChartPanel(const QString& title, ChartUnit unit, QWidget* parent = nullptr);

    /// `times` in seconds since 1970, ascending; NaN values are gaps. `last` is the right end of the axis.
    void setValues(const QList<double>& times, const QList<double>& values, double first, double last);
    /// Draws a line at a time and says its value; NaN: the newest.
    void point(double time);

    [[nodiscard]] QString readOut() const;
    [[nodiscard]] QCustomPlot& plot() { return *m_plot; }
    [[nodiscard]] int points() const;

Q_SIGNALS:
    /// The mouse is over that time; NaN: it left.
    void pointed(double time);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void paintInTheme();
    void updateReadOut();

    QString m_title;
    ChartUnit m_unit;
    QLabel* m_heading;
    QLabel* m_value;
    QCustomPlot* m_plot;
    QCPGraph* m_graph = nullptr;
    QCPItemStraightLine* m_cursor = nullptr;
    QSharedPointer<QCPAxisTickerDateTime> m_times; ///< writes the marks of the time
    double m_pointed;
};

} // namespace signalbox::ui
