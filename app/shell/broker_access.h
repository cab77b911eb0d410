// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/configuration_sources.h"
#include "app/shell/shell_options.h"
#include "server/remote/remote_link.h"

namespace signalbox::app {

/// Where a command finds its broker, and what it shows there: --url, else the first address that the
/// configuration listens on (loopback where it listens everywhere); --token-file, else the operator token of
/// the state folder, which is read and never made here.
/// Errors: those of the configuration; token.….
[[nodiscard]] Result<remote::RemoteLink::Options> brokerAccess(const BrokerChoice& choice,
                                                               const ConfigurationSources& sources);

} // namespace signalbox::app
