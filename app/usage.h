// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line_options.h"
#include "server/core/plain_text.h"
#include "server/core/result.h"

class QCommandLineParser;

namespace signalbox::app {

// What the command line and the commands with options of their own say alike.

[[nodiscard]] Error usageError(const QByteArray& code, const QString& message);
[[nodiscard]] Error tooMuch(const QString& word);

/// ws://HOST:PORT or wss://HOST:PORT; `option` is named in the error.
[[nodiscard]] Result<void> checkBrokerUrl(const QString& text, const QString& option);

void addOptions(QCommandLineParser& parser, const std::vector<OptionText>& options);
/// Why the parser could not go on; an unknown option gets the nearest known one.
[[nodiscard]] Error optionError(const QCommandLineParser& parser, const std::vector<OptionText>& options);

/// One line of the help: what it is about, and what that does, in two columns.
[[nodiscard]] QString helpLine(const QString& head, const QString& purpose);
[[nodiscard]] QString optionsHelp(const std::vector<OptionText>& options);

} // namespace signalbox::app
