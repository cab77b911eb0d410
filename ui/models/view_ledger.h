// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

namespace signalbox::ui {

/// Where every captured row is: captured = shown + hidden + waiting + cleared + notKept.
struct ViewLedger {
    quint64 captured = 0;
    quint64 shown = 0;
    quint64 hidden = 0;   ///< by the filter
    quint64 waiting = 0;  ///< behind the pause
    quint64 cleared = 0;  ///< taken off the list by the user
    quint64 unlisted = 0; ///< of those not kept: they pass the filter, and the list is as long as it may be
    quint64 notKept = 0;  ///< lost, evicted by the broker, or beyond the length of the list
    qint64 keptBytes = 0; ///< by the broker
};

} // namespace signalbox::ui
