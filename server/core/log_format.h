// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QObject>
#include <QtCore/QString>

namespace signalbox {

inline namespace log_enums {
Q_NAMESPACE
/// From the gravest to the most talkative: a log at one level holds the levels before it.
enum class LogLevel { Error, Warning, Info, Debug };
Q_ENUM_NS(LogLevel)

enum class LogFormat { Text, Json };
Q_ENUM_NS(LogFormat)
} // namespace log_enums

/// One event of the log: one line, whatever its message holds.
struct LogEvent {
    WallTime time{};
    LogLevel level = LogLevel::Info;
    QByteArray category; ///< of Qt's logging: "signalbox.client", "qt.network.ssl"
    QString message;     ///< foreign parts made printable by the sender; the line makes sure of it
};

struct LogStyle {
    LogFormat format = LogFormat::Text;
    bool journal = false; ///< systemd's journal reads it: it keeps the time itself and takes a priority, <6>
};

/// No line is longer than this, its newline included, so that one write of it to a pipe stays in one piece.
inline constexpr qsizetype maxLogLineBytes = 4096;

/// The line, in UTF-8 and with its newline, without a raw control byte. A message that is too long is cut.
[[nodiscard]] QByteArray logLine(const LogEvent& event, const LogStyle& style);

/// The word of the configuration: error, warning, info, debug.
[[nodiscard]] QByteArrayView logLevelName(LogLevel level);

} // namespace signalbox
