// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line_options.h"
#include "server/core/recipient.h"
#include "server/core/result.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <chrono>

namespace signalbox::app {

/// Which broker a command talks to, and as whom.
struct BrokerChoice {
    QString url;       ///< empty: the first address that this machine's configuration listens on
    QString tokenFile; ///< empty: the operator token of the state folder
    QString configFile;
    QString dataDirectory;
    QString profile;
};

/// `signalbox send`.
struct SendOptions {
    BrokerChoice broker;
    Recipients recipients;
    QByteArray action = "message";
    QString message; ///< TEXT, @FILE, or - for the standard input
    quint64 count = 1;
    std::chrono::milliseconds interval{1'000};
    bool requireRecipients = false;
    bool json = false;
    bool help = false;
};

/// `signalbox tail`.
struct TailOptions {
    BrokerChoice broker;
    QString filter;
    bool json = false;
    bool help = false;
};

// The one list of each, for the parser and the help.

[[nodiscard]] const std::vector<OptionText>& sendOptionTexts();
[[nodiscard]] const std::vector<OptionText>& tailOptionTexts();

/// Read what stands behind `send` or `tail`. Errors: usage.….
[[nodiscard]] Result<SendOptions> readSendOptions(const QStringList& arguments);
[[nodiscard]] Result<TailOptions> readTailOptions(const QStringList& arguments);

[[nodiscard]] QString sendHelp();
[[nodiscard]] QString tailHelp();

} // namespace signalbox::app
