// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/axis_steps.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace signalbox::ui {

double roundStep(double least)
{
    if (!(least > 0.0)) {
        return 1.0;
    }
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= least * (1.0 - 1e-9)) {
            return factor * power;
        }
    }
    return 10.0 * power;
}

double countStep(double least)
{
    return std::max(1.0, roundStep(least));
}

double bytesStep(double least)
{
    double unit = 1.0;
    while (least > unit * 500.0) {
        unit *= 1024.0;
    }
    return unit * countStep(least / unit);
}

double timeStep(double least)
{
    constexpr double minute = 60.0;
    constexpr double hour = 60.0 * minute;
    constexpr double day = 24.0 * hour;
    constexpr std::array steps{minute,   2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute, hour,
                               2 * hour, 3 * hour,   6 * hour,   12 * hour,   day,         2 * day};
    const auto* place = std::lower_bound(steps.begin(), steps.end(), least);
    return place == steps.end() ? std::ceil(least / day) * day : *place;
}

} // namespace signalbox::ui
