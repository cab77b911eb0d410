// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QLoggingCategory>

namespace signalbox {

// One category for each subject of the log, written with qCInfo(logClient, …) and its like from any thread.
// Nothing that a peer sent goes in without printable(), and no content of messages goes in at all.

Q_DECLARE_LOGGING_CATEGORY(logClient) ///< clients that open and close, and why
Q_DECLARE_LOGGING_CATEGORY(
    logHttp) ///< refused handshakes and requests, with the setting that would allow them
Q_DECLARE_LOGGING_CATEGORY(logBroker)   ///< pushes with their counts, listeners, the status line
Q_DECLARE_LOGGING_CATEGORY(logWebhook)  ///< calls of the application
Q_DECLARE_LOGGING_CATEGORY(logServices) ///< scripts: what they serve, what they say, what they throw
Q_DECLARE_LOGGING_CATEGORY(logCapture)  ///< kept frames
Q_DECLARE_LOGGING_CATEGORY(logConfig)   ///< configuration, saved state
Q_DECLARE_LOGGING_CATEGORY(logProgram)  ///< start, stop, signals, the window

} // namespace signalbox
