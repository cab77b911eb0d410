// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace signalbox::app {

/// What the program tells its caller at the end (PRODUCT section 2; sysexits.h where it has a number).
enum class ExitStatus {
    Success = 0, ///< a clean stop, by a signal, too
    Failure = 1,
    Usage = 2, ///< a command line that means nothing
    AddressInUse = 3,
    NoDisplay = 69,
    BadConfiguration = 78,
};

} // namespace signalbox::app
