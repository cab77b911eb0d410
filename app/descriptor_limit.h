// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace signalbox::app {

/// Raises the soft limit of open descriptors to the hard one: each client is a descriptor, and the usual soft
/// limit is 1,024. What the system refuses stays as it was.
void raiseDescriptorLimit();

} // namespace signalbox::app
