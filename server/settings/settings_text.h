// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/settings/settings_loader.h"

namespace signalbox {

/// The settings in force as a TOML file, each with a comment that says where it came from.
[[nodiscard]] QByteArray settingsText(const LoadedSettings& loaded);

/// The default configuration: every key with its unit, its default and what it is for, all commented out.
[[nodiscard]] QByteArray defaultSettingsText();

} // namespace signalbox
