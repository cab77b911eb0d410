// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/log_categories.h"

namespace signalbox {

Q_LOGGING_CATEGORY(logClient, "signalbox.client", QtInfoMsg)
Q_LOGGING_CATEGORY(logHttp, "signalbox.http", QtInfoMsg)
Q_LOGGING_CATEGORY(logBroker, "signalbox.broker", QtInfoMsg)
Q_LOGGING_CATEGORY(logWebhook, "signalbox.webhook", QtInfoMsg)
Q_LOGGING_CATEGORY(logServices, "signalbox.services", QtInfoMsg)
Q_LOGGING_CATEGORY(logCapture, "signalbox.capture", QtInfoMsg)
Q_LOGGING_CATEGORY(logConfig, "signalbox.config", QtInfoMsg)
Q_LOGGING_CATEGORY(logProgram, "signalbox.program", QtInfoMsg)

} // namespace signalbox
