// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line_options.h"
#include "app/manual/command_list.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace signalbox::app {

// The parts of the manual pages that are made from what the program and its files say themselves. All are
// mdoc(7).

[[nodiscard]] QByteArray optionsSection(const std::vector<OptionText>& options);
[[nodiscard]] QByteArray commandsSection(const std::vector<ManualCommand>& commands);
/// `configuration` is resources/signalbox.toml: its sections, each key with its default, and the comment
/// above it.
[[nodiscard]] QByteArray settingsSection(const QString& configuration);
/// `readme` is README.md: the tables of its section "Codes", with the paragraphs before them.
[[nodiscard]] QByteArray codesSection(const QString& readme);

} // namespace signalbox::app
