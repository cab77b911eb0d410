// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

namespace signalbox::broker {

/// Of messages that are to be acknowledged (`Q` 1) or retained (`R`); the sums of one thread.
struct XSocketsCounts {
    quint64 resent = 0;        ///< for want of an acknowledgement
    quint64 notKept = 0;       ///< sent once, or missed, because too many waited for that client
    quint64 notRetained = 0;   ///< for want of room
    qint64 unacknowledged = 0; ///< now, of clients that are connected or will come back
    qint64 retained = 0;       ///< now, topics

    void add(const XSocketsCounts& other)
    {
        resent += other.resent;
        notKept += other.notKept;
        notRetained += other.notRetained;
        unacknowledged += other.unacknowledged;
        retained += other.retained;
    }

    friend bool operator==(const XSocketsCounts&, const XSocketsCounts&) = default;
};

} // namespace signalbox::broker
