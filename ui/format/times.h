// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"

#include <QtCore/QString>

namespace signalbox::ui {

/// "10:12:01.204", local time.
[[nodiscard]] QString timeText(WallTime time);
/// "10:12:01", local time, with the date in front when it is not the day of `now`.
[[nodiscard]] QString sinceText(WallTime time, WallTime now);
/// "0.4 ms", "38 ms", "1.2 s", "3 min", "2 h 5 min".
[[nodiscard]] QString durationText(std::chrono::microseconds duration);
/// How much later, to the millisecond, or closer where it is less than ten: "+0.214 ms", "+38 ms", "+1.204
/// s", "−2.000 s", "+2:05:01".
[[nodiscard]] QString differenceText(WallTime::duration difference);
/// "10:12:02 – 10:12:09", with milliseconds where it is less than ten seconds.
[[nodiscard]] QString rangeText(WallTime from, WallTime to);

} // namespace signalbox::ui
