// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace signalbox::app {

/// Who listens on that TCP port of this machine, as "node (process 4711)"; empty when the system does not
/// tell: another user's, or no such list.
[[nodiscard]] QString portHolder(quint16 port);

} // namespace signalbox::app
