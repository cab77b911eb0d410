// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/settings/settings_table.h"

#include <vector>

namespace signalbox {

/// The keys of the section [services].
void addServicesKeys(std::vector<SettingKey>& keys);

} // namespace signalbox
