// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/scripts/log_limit.h"

#include <QtCore/QLocale>

#include <utility>

namespace signalbox::scripts {

using namespace Qt::StringLiterals;

namespace {

/// "1,234 lines left out"
QString leftOut(quint64 count, QStringView what)
{
    return u"%1 %2%3 left out"_s.arg(QLocale(QLocale::English, QLocale::UnitedStates).toString(count), what,
                                     count == 1 ? QStringView() : QStringView(u"s"));
}

/// Cuts at a character, never inside one.
QString cut(const QString& line)
{
    if (line.size() * 3 <= LogLimit::maxLineBytes) {
        return line;
    }
    const QByteArray bytes = line.toUtf8();
    if (bytes.size() <= LogLimit::maxLineBytes) {
        return line;
    }
    qsizetype end = LogLimit::maxLineBytes;
    while ((static_cast<quint8>(bytes[end]) & 0xC0) == 0x80) {
        --end;
    }
    return QString::fromUtf8(bytes.first(end)) + u" … "_s +
           leftOut(static_cast<quint64>(bytes.size() - end), u"byte");
}

} // namespace

std::optional<QString> LogLimit::take(const QString& line, TimePoint now)
{
    if (now - m_second >= std::chrono::seconds(1)) {
        m_second = now;
        m_lines = 0;
    }
    if (++m_lines > maxLinesEachSecond) {
        ++m_leftOut;
        return std::nullopt;
    }
    return cut(line);
}

std::optional<QString> LogLimit::takeSummary(TimePoint now)
{
    if (m_leftOut == 0 || now < *summaryDue()) {
        return std::nullopt;
    }
    return u"… "_s + leftOut(std::exchange(m_leftOut, 0), u"line");
}

std::optional<LogLimit::TimePoint> LogLimit::summaryDue() const
{
    return m_leftOut == 0 ? std::nullopt : std::optional<TimePoint>(m_second + std::chrono::seconds(1));
}

} // namespace signalbox::scripts
