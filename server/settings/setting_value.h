// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/settings/settings_table.h"

namespace signalbox {

/// Puts a written value where `key` belongs. On an error `settings` stays as it was, and the message says
/// what was expected and what stood there.
[[nodiscard]] Result<void> assignSetting(Settings& settings, const SettingKey& key,
                                         const WrittenValue& value);

/// The value as TOML writes it: "50s", ["[::1]:5210"], true.
[[nodiscard]] QString settingText(const Settings& settings, const SettingKey& key);

/// The keys whose values differ, "endpoint" for the endpoints: for the log after a reload.
[[nodiscard]] QList<QByteArray> changedKeys(const Settings& before, const Settings& after);

/// A quoted TOML string.
[[nodiscard]] QString tomlString(QStringView text);
/// A TOML list of strings.
[[nodiscard]] QString tomlList(const QStringList& items);

/// What stands there, in words, for an error message: "\"abc\"", "a fraction".
[[nodiscard]] QString describeValue(const WrittenValue& value);

} // namespace signalbox
