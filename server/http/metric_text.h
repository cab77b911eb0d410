// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QtGlobal>

#include <initializer_list>
#include <span>
#include <utility>

namespace signalbox::http {

/// Writes metrics in the text format of Prometheus, version 0.0.4: each with HELP and TYPE, then its samples.
///
/// Names and help are ours and written as they are; label values are escaped. A value; any thread.
class MetricText final {
public:
    using Labels = std::initializer_list<std::pair<QByteArrayView, QByteArrayView>>;

    /// Units of a histogram's values that make one of the metric's base unit.
    enum class Unit : qint64 { One = 1, Microsecond = 1'000'000 };

    /// `name` ends with "_total".
    void counter(QByteArrayView name, QByteArrayView help);
    void gauge(QByteArrayView name, QByteArrayView help);
    /// One sample of the metric that was begun last.
    void sample(quint64 value, Labels labels = {});
    void sample(qint64 value, Labels labels = {});
    void sample(double value, Labels labels = {});
    /// A whole histogram: counts[i] were not over bounds[i], the last was over all; not cumulative.
    void histogram(QByteArrayView name, QByteArrayView help, std::span<const quint64> bounds,
                   std::span<const quint64> counts, quint64 sum, Unit unit);

    [[nodiscard]] const QByteArray& text() const { return m_text; }
    [[nodiscard]] static QByteArray contentType();

private:
    void begin(QByteArrayView name, QByteArrayView type, QByteArrayView help);
    void line(QByteArrayView suffix, Labels labels, const QByteArray& value);

    QByteArray m_text;
    QByteArray m_name; ///< of the metric that was begun last
};

} // namespace signalbox::http
