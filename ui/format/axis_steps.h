// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace signalbox::ui {

/// How far the marks of an axis stand apart, so that what they say is round: the smallest step of 1, 2, 5,
/// 10, … that is not less than `least`.
[[nodiscard]] double roundStep(double least);
/// The same for what is counted: whole numbers.
[[nodiscard]] double countStep(double least);
/// The same for bytes, which are written in units of 1,024: 1, 2, 5, … 500 of a unit.
[[nodiscard]] double bytesStep(double least);
/// The same for seconds: minutes, hours or days that divide an hour, a day or come every other day.
[[nodiscard]] double timeStep(double least);

} // namespace signalbox::ui
