// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <chrono>
#include <optional>

namespace signalbox {

// How durations and sizes are written: a whole number and a unit, with or without a blank between them.

/// "500ms", "10 s", "1m", "2h". 0 needs no unit. Nothing for anything else, and for what does not fit.
[[nodiscard]] std::optional<std::chrono::milliseconds> readDuration(QStringView text);
/// In the largest unit that leaves a whole number: "1m", "90s", "1500ms", "0s".
[[nodiscard]] QString durationText(std::chrono::milliseconds duration);

/// "1048576", "512 B", "64 KiB", "1MiB", "2GiB", in bytes. Nothing for anything else, and for what does not
/// fit.
[[nodiscard]] std::optional<qint64> readSize(QStringView text);
/// In the largest unit that leaves a whole number: "64 KiB", "1000 B".
[[nodiscard]] QString sizeText(qint64 bytes);

} // namespace signalbox
