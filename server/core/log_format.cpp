// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/log_format.h"

#include "server/core/plain_text.h"

#include <algorithm>
#include <array>
#include <chrono>

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

/// `number` in decimal digits, with zeros before it, and `after` behind it. Returns where that ends.
char* writeNumber(char* to, int number, int digits, char after)
{
    for (char* digit = to + digits; digit != to; number /= 10) {
        *--digit = static_cast<char>('0' + number % 10);
    }
    to[digits] = after;
    return to + digits + 1;
}

/// 2026-11-21T10:12:01.204Z. There are thousands of lines a second, and QDateTime takes longer for one than
/// all the rest of it. The system's clock knows no year of more than four digits.
void appendTime(QByteArray& line, WallTime time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::milliseconds>(time) - day);
    std::array<char, sizeof "2026-11-21T10:12:01.204Z"> text; // written below
    char* end = writeNumber(text.data(), static_cast<int>(date.year()), 4, '-');
    end = writeNumber(end, static_cast<int>(static_cast<unsigned>(date.month())), 2, '-');
    end = writeNumber(end, static_cast<int>(static_cast<unsigned>(date.day())), 2, 'T');
    end = writeNumber(end, static_cast<int>(clock.hours().count()), 2, ':');
    end = writeNumber(end, static_cast<int>(clock.minutes().count()), 2, ':');
    end = writeNumber(end, static_cast<int>(clock.seconds().count()), 2, '.');
    end = writeNumber(end, static_cast<int>(clock.subseconds().count()), 3, 'Z');
    line.append(text.data(), end - text.data());
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
QByteArrayView levelColumn(LogLevel level)
{
    return level == LogLevel::Warning ? QByteArrayView("warn") : logLevelName(level);
}

/// Blanks after a column of `characters`, which is to be `width` wide.
void appendPadding(QByteArray& line, qsizetype characters, qsizetype width)
{
    line.append(std::max<qsizetype>(width - characters, 0) + 1, ' ');
}

/// A JSON string of text that holds no control character any more.
void appendQuoted(QByteArray& line, QByteArray utf8)
{
    if (utf8.contains('\\') || utf8.contains('"')) {
        utf8.replace('\\', "\\\\").replace('"', "\\\"");
    }
    line.append('"').append(utf8).append('"');
}

void appendText(QByteArray& line, const LogEvent& event, bool journal)
{
    if (!journal) {
        appendTime(line, event.time);
        line += ' ';
        const QByteArrayView level = levelColumn(event.level);
        line += level;
        appendPadding(line, level.size(), 5);
    }
    const QString category = shortCategory(event.category);
    line += category.toUtf8();
    appendPadding(line, category.size(), 7);
    line += boundedMessage(event.message).toUtf8();
}

void appendJson(QByteArray& line, const LogEvent& event, bool journal)
{
    line += '{';
    if (!journal) {
        line += "\"time\":\"";
        appendTime(line, event.time);
        line += "\",";
    }
    line.append("\"level\":\"").append(logLevelName(event.level)).append("\",\"category\":");
    appendQuoted(line, shortCategory(event.category).toUtf8());
    line += ",\"message\":";
    appendQuoted(line, boundedMessage(event.message).toUtf8());
    line += '}';
}

} // namespace

QByteArray logLine(const LogEvent& event, const LogStyle& style)
{
    constexpr qsizetype roundTheMessage = 100;
    QByteArray line;
    line.reserve(event.message.size() + roundTheMessage);
    if (style.journal) {
        line.append('<').append(journalPriority(event.level)).append('>');
    }
    switch (style.format) {
    case LogFormat::Text:
        appendText(line, event, style.journal);
        break;
    case LogFormat::Json:
        appendJson(line, event, style.journal);
        break;
    }
    line += '\n';
    return line;
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
