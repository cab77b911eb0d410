// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/draft.h"

#include <QtCore/QJsonObject>

#include <optional>

namespace signalbox::ui {

/// A draft as it is kept on disk: a template, a line of the history. The message is a string in it, so its
/// digits and keys stay as they were; of a file only its path is kept.
[[nodiscard]] QJsonObject draftToJson(const Draft& draft);
/// Nothing when it is no draft: another program's file, a damaged one.
[[nodiscard]] std::optional<Draft> draftFromJson(const QJsonObject& json);

} // namespace signalbox::ui
