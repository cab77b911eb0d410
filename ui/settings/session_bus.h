// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <chrono>

namespace signalbox::ui {

/// Whether a message bus takes connections and then says nothing. Qt itself would wait for it half a minute
/// before there is a window. A bus that is not there, or that is not reached over a Unix socket, is not
/// silent. Waits for `patience` at most.
[[nodiscard]] bool isBusSilent(const QByteArray& address, std::chrono::milliseconds patience);

/// Where the environment says that the session's bus is; empty where it says nothing.
[[nodiscard]] QByteArray sessionBusAddress();

/// Goes on without the session's bus where that is silent. Before there is an application object and a second
/// thread.
void leaveSilentSessionBus();

} // namespace signalbox::ui
