// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/field.h"
#include "server/link/frame_row.h"

#include <optional>

namespace signalbox::filter {

/// A word that stands for a value of a field. The first one with a value is how it is written.
struct FieldWord {
    QLatin1StringView word;
    int value;
};

/// The words of a field of type Word, and of Flag; none for the others.
[[nodiscard]] std::span<const FieldWord> wordsOf(Field field);
[[nodiscard]] std::optional<int> valueOfWord(Field field, QStringView word);
[[nodiscard]] QLatin1StringView wordOfValue(Field field, int value);

/// The value of Field::Type: the opcode of a frame, else the kind.
[[nodiscard]] int typeOf(const link::FrameRow& row);
/// The word for it: "ping", "push", "ended".
[[nodiscard]] QLatin1StringView typeWord(const link::FrameRow& row);

} // namespace signalbox::filter
