// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/metric_text.h"

#include <QtCore/QLocale>

namespace signalbox::http {

namespace {

QByteArray number(double value)
{
    return QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

/// Exact, without an exponent: "0.0001", "16777216".
QByteArray inBaseUnit(quint64 value, MetricText::Unit unit)
{
    constexpr int decimals = 6;
    if (unit == MetricText::Unit::One) {
        return QByteArray::number(value);
    }
    const auto divisor = static_cast<quint64>(unit);
    const QByteArray text = QByteArray::number(value / divisor);
    QByteArray fraction = QByteArray::number(value % divisor).rightJustified(decimals, '0');
    while (fraction.endsWith('0')) {
        fraction.chop(1);
    }
    return fraction.isEmpty() ? text : text + '.' + fraction;
}

template <typename... Pieces>
void append(QByteArray& text, const Pieces&... pieces)
{
    (text.append(pieces), ...);
}

QByteArray escaped(QByteArrayView text)
{
    return text.toByteArray().replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
}

} // namespace

void MetricText::begin(QByteArrayView name, QByteArrayView type, QByteArrayView help)
{
    m_name = name.toByteArray();
    append(m_text, "# HELP ", m_name, ' ', help, "\n# TYPE ", m_name, ' ', type, '\n');
}

void MetricText::line(QByteArrayView suffix, Labels labels, const QByteArray& value)
{
    append(m_text, m_name, suffix);
    char separator = '{';
    for (const auto& [name, content] : labels) {
        append(m_text, separator, name, "=\"", escaped(content), '"');
        separator = ',';
    }
    append(m_text, separator == ',' ? "} " : " ", value, '\n');
}

void MetricText::counter(QByteArrayView name, QByteArrayView help)
{
    Q_ASSERT(name.endsWith("_total"));
    begin(name, "counter", help);
}

void MetricText::gauge(QByteArrayView name, QByteArrayView help)
{
    begin(name, "gauge", help);
}

void MetricText::sample(quint64 value, Labels labels)
{
    line({}, labels, QByteArray::number(value));
}

void MetricText::sample(qint64 value, Labels labels)
{
    line({}, labels, QByteArray::number(value));
}

void MetricText::sample(double value, Labels labels)
{
    line({}, labels, number(value));
}

void MetricText::histogram(QByteArrayView name, QByteArrayView help, std::span<const quint64> bounds,
                           std::span<const quint64> counts, quint64 sum, Unit unit)
{
    Q_ASSERT(counts.size() == bounds.size() + 1);
    begin(name, "histogram", help);
    quint64 upTo = 0;
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        upTo += counts[i];
        line("_bucket", {{"le", inBaseUnit(bounds[i], unit)}}, QByteArray::number(upTo));
    }
    const QByteArray all = QByteArray::number(upTo + counts.back());
    line("_bucket", {{"le", "+Inf"}}, all);
    line("_sum", {}, inBaseUnit(sum, unit));
    line("_count", {}, all);
}

QByteArray MetricText::contentType()
{
    return "text/plain; version=0.0.4; charset=utf-8";
}

} // namespace signalbox::http
