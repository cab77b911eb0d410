// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

namespace signalbox::broker {

/// Bytes of memory that the process holds now; 0 where the system does not say.
[[nodiscard]] qint64 residentBytes();

} // namespace signalbox::broker
