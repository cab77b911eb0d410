// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log_output.h"

#include "app/exit_status.h"
#include "app/standard_stream.h"

#include <QtCore/QLoggingCategory>
#include <QtCore/QStringList>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace signalbox::app {

namespace {

using namespace Qt::StringLiterals;

/// Qt's message handler is a bare function: this is where it finds the object.
std::atomic<const LogOutput*> installed = nullptr;

LogLevel levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return LogLevel::Debug;
    case QtInfoMsg:
        return LogLevel::Info;
    case QtWarningMsg:
        return LogLevel::Warning;
    case QtCriticalMsg:
    case QtFatalMsg:
        return LogLevel::Error;
    }
    Q_UNREACHABLE();
}

/// What Qt 6.4 to 6.9 says, in several lines, before it gives up without a display.
bool isAboutDisplay(const QString& text)
{
    constexpr std::array<QStringView, 6> complaints{
        u"could not connect to display",   u"no Qt platform plugin could be initialized",
        u"Could not load the Qt platform", u"Could not find the Qt platform",
        u"Failed to create wl_display",    u"xcb-cursor0 or libxcb-cursor0 is needed",
    };
    return std::any_of(complaints.begin(), complaints.end(),
                       [&](QStringView complaint) { return text.contains(complaint); });
}

/// So that a message that nobody wants is not even put together. Only ours: Qt's own have defaults of their
/// own.
QString filterRules(LogLevel level)
{
    switch (level) {
    case LogLevel::Error:
        return u"signalbox.*.warning=false\nsignalbox.*.info=false\n"_s;
    case LogLevel::Warning:
        return u"signalbox.*.info=false\n"_s;
    case LogLevel::Info:
        return {};
    case LogLevel::Debug:
        return u"signalbox.*.debug=true\n"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

LogOutput::LogOutput(int descriptor)
    : m_descriptor(descriptor)
    , m_journal(isJournalStream(descriptor, qgetenv("JOURNAL_STREAM")))
{
    Q_ASSERT(installed == nullptr);
    installed = this;
    m_previous = qInstallMessageHandler(&LogOutput::handle);
}

LogOutput::~LogOutput()
{
    qInstallMessageHandler(m_previous);
    installed = nullptr;
    QLoggingCategory::setFilterRules({});
}

void LogOutput::configure(LogLevel level, LogFormat format)
{
    m_level = level;
    m_format = format;
    QLoggingCategory::setFilterRules(filterRules(level));
}

void LogOutput::handle(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    const LogOutput* output = installed;
    if (output != nullptr) {
        output->take(type, context, text);
    }
}

void LogOutput::take(QtMsgType type, const QMessageLogContext& context, const QString& text) const
{
    const QByteArrayView category(context.category);
    // Of any type: some are warnings, some information. Never ours, whose lines quote what peers have sent.
    const bool aboutDisplay = !category.startsWith("signalbox.") && isAboutDisplay(text);
    if (aboutDisplay && type == QtFatalMsg) {
        writeAll(m_descriptor, "no display found; without a window: signalbox --no-gui\n");
        std::_Exit(static_cast<int>(ExitStatus::NoDisplay));
    }
    const LogLevel level = aboutDisplay ? LogLevel::Debug : levelOf(type); // what led there is for who asks
    if (level > m_level) {
        return;
    }
    const LogEvent event{SystemClock().wallNow(), level,
                         QByteArray::fromRawData(category.data(), category.size()), text};
    writeAll(m_descriptor, logLine(event, {m_format, m_journal}));
}

} // namespace signalbox::app
