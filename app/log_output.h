// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/log_format.h"

#include <QtCore/QtGlobal>

#include <atomic>

class QMessageLogContext;

namespace signalbox::app {

/// Takes every message of Qt's logging, ours and Qt's own, and writes those of the level as one line each, in
/// one write. While it lives it is the process's message handler; there is one, made first in main() and
/// destroyed last.
///
/// Threads: messages come from any; configure() from main. Writing waits when the reader of stderr does.
///
/// It also knows how Qt ends a program that finds no display, and ends it with our sentence and
/// ExitStatus::NoDisplay instead: Qt would abort, and there is no other place to ask.
class LogOutput final {
public:
    /// Level info, text, to `descriptor`. Asks JOURNAL_STREAM whether systemd's journal reads there.
    explicit LogOutput(int descriptor);
    ~LogOutput();
    Q_DISABLE_COPY_MOVE(LogOutput)

    void configure(LogLevel level, LogFormat format);

private:
    static void handle(QtMsgType type, const QMessageLogContext& context, const QString& text);
    void take(QtMsgType type, const QMessageLogContext& context, const QString& text) const;

    const int m_descriptor;
    const bool m_journal;
    std::atomic<LogLevel> m_level = LogLevel::Info;
    std::atomic<LogFormat> m_format = LogFormat::Text;
    QtMessageHandler m_previous = nullptr;
};

} // namespace signalbox::app
