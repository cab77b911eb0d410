// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/log_format.h"

#include "server/core/plain_text.h"

#include <QtCore/QDateTime>

namespace signalbox {

namespace {

constexpr qsizetype maxCategoryCharacters = 60;
/// No character of the message takes more than three bytes, quoted or not, so the line keeps its limit.
constexpr qsizetype maxMessageCharacters = 1300;
static_assert(3 * (maxMessageCharacters + maxCategoryCharacters) < maxLogLineBytes);

/// "client" of "signalbox.client"; names that are not ours stay whole.
QString shortCategory(QByteArrayView category)
{
    constexpr QByteArrayView ours("signalbox.");
    const QByteArrayView name = category.startsWith(ours) ? category.sliced(ours.size()) : category;
    return printable(name, maxCategoryCharacters);
}

QString boundedMessage(QStringView message)
{
    const QString plain = printableLine(message.first(std::min(message.size(), maxMessageCharacters)));
    const bool cut = message.size() > maxMessageCharacters || plain.size() > maxMessageCharacters;
    return cut ? plain.first(std::min(plain.size(), maxMessageCharacters - 1)) + u'\u2026' : plain;
}

QString timeText(WallTime time)
{
    const auto sinceEpoch = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch();
    return QDateTime::fromMSecsSinceEpoch(sinceEpoch.count(), Qt::UTC).toString(Qt::ISODateWithMs);
}

/// The priorities of syslog, which sd-daemon(3) names for the journal.
char journalPriority(LogLevel level)
{
    switch (level) {
    case LogLevel::Error:
        return '3';
    case LogLevel::Warning:
        return '4';
    case LogLevel::Info:
        return '6';
    case LogLevel::Debug:
        return '7';
    }
    Q_UNREACHABLE();
}

/// Five characters at most, so that the columns of a text log stand below each other.
QString levelColumn(LogLevel level)
{
    return level == LogLevel::Warning ? QStringLiteral("warn") : QString::fromLatin1(logLevelName(level));
}

/// A JSON string of text that holds no control character any more.
QString quoted(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + text + u'"';
}

QString textLine(const LogEvent& event, bool journal)
{
    const QString head =
        shortCategory(event.category).leftJustified(7) + u' ' + boundedMessage(event.message);
    return journal ? head
                   : timeText(event.time) + u' ' + levelColumn(event.level).leftJustified(5) + u' ' + head;
}

QString jsonLine(const LogEvent& event, bool journal)
{
    QString line = QStringLiteral("{");
    if (!journal) {
        line += QStringLiteral("\"time\":") + quoted(timeText(event.time)) + u',';
    }
    line += QStringLiteral("\"level\":") + quoted(QString::fromLatin1(logLevelName(event.level)));
    line += QStringLiteral(",\"category\":") + quoted(shortCategory(event.category));
    line += QStringLiteral(",\"message\":") + quoted(boundedMessage(event.message));
    return line + u'}';
}

} // namespace

QByteArray logLine(const LogEvent& event, const LogStyle& style)
{
    QByteArray line;
    if (style.journal) {
        line.append('<').append(journalPriority(event.level)).append('>');
    }
    switch (style.format) {
    case LogFormat::Text:
        line += textLine(event, style.journal).toUtf8();
        break;
    case LogFormat::Json:
        line += jsonLine(event, style.journal).toUtf8();
        break;
    }
    return line + '\n';
}

QByteArrayView logLevelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Error:
        return "error";
    case LogLevel::Warning:
        return "warning";
    case LogLevel::Info:
        return "info";
    case LogLevel::Debug:
        return "debug";
    }
    Q_UNREACHABLE();
}

} // namespace signalbox
