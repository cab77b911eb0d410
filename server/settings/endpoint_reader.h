// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/settings/settings.h"
#include "server/settings/written_setting.h"

#include <QtCore/QStringList>

#include <vector>

namespace signalbox {

/// The keys of an [[endpoint]]: path, dialect, subprotocols, base_path.
[[nodiscard]] QStringList endpointKeys();

/// The words of an endpoint's `dialect`: envelope, echo.
[[nodiscard]] QStringList endpointDialectWords();

/// The endpoints that the file's [[endpoint]] tables describe. What is wrong with them is appended to
/// `errors`, each with its place.
[[nodiscard]] std::vector<EndpointSettings> readEndpoints(const std::vector<WrittenTable>& tables,
                                                          QStringList& errors);

} // namespace signalbox
