// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/settings/settings_table.h"

#include <vector>

namespace signalbox {

/// The keys of the section [endpoints], which switch what is built in.
void addEndpointKeys(std::vector<SettingKey>& keys);

} // namespace signalbox
