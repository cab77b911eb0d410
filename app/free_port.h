// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/settings/listen_address.h"

#include <QtCore/QList>
#include <QtCore/QString>

namespace signalbox::app {

/// Where a window may listen.
struct FreeAddresses {
    QList<ListenAddress> addresses;
    QString banner; ///< says which port is taken and which stands in for it; empty: all are free
};

/// The addresses themselves when their ports are free, else the same with the next port that is free on all
/// of them. A program without a window must not do this: whoever connects to it knows its port. Needs an
/// application object.
[[nodiscard]] FreeAddresses findFreeAddresses(const QList<ListenAddress>& wanted);

} // namespace signalbox::app
