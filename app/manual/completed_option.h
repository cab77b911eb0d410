// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line_options.h"

#include <QtCore/QStringList>

namespace signalbox::app {

/// What a shell may offer behind an option.
enum class CompletedValue { None, Anything, Files, Directories, Words, Settings };

struct CompletedOption {
    QString name; ///< "--listen"
    QString purpose;
    QString value; ///< "ADDR:PORT"; empty: takes none
    CompletedValue kind = CompletedValue::None;
    QStringList words = {};  ///< of Words
    bool repeatable = false; ///< it may be there more than once, as far as a shell has to care
};

/// Long names alone.
[[nodiscard]] CompletedOption completedOption(const OptionText& option);
[[nodiscard]] std::vector<CompletedOption> completedOptions(const std::vector<OptionText>& options);
/// "limits.max_body" with the words that may be its value, "log.level" with "error", …
struct CompletedSetting {
    QString key;
    QStringList words;
};
[[nodiscard]] std::vector<CompletedSetting> completedSettings();

} // namespace signalbox::app
