// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QtGlobal>

#include <span>

namespace signalbox::transport {

/// Sends the pieces in one call past every buffer of Qt's and returns how many bytes the system took: 0 when
/// it takes none now, when the connection is broken (Qt's socket will say so), or where this cannot be done.
[[nodiscard]] qsizetype sendDirectly(qintptr descriptor, std::span<const QByteArrayView> pieces);

/// Has the system keep no more than about so many bytes that it has not sent yet: what a slow peer does not
/// take stays with us, where it is counted. Nothing happens where this cannot be done.
void limitUnsent(qintptr descriptor, int bytes);

/// Small writes leave at once (TCP_NODELAY).
void sendWithoutDelay(qintptr descriptor);

/// Sends FIN; reading goes on.
void endSending(qintptr descriptor);

/// A second descriptor of the same socket; negative when the system has none to give.
[[nodiscard]] qintptr duplicateDescriptor(qintptr descriptor);

/// Closes a descriptor that no socket was made of.
void closeDescriptor(qintptr descriptor);

} // namespace signalbox::transport
