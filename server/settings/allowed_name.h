// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace signalbox {

// What http.allowed_hosts and http.allowed_origins may hold, in the one form in which it is compared.

/// A host's name or IP address, without a port (the port of a Host header is not compared). Lower case; IPv6
/// addresses without brackets.
[[nodiscard]] Result<QByteArray> readAllowedHost(QStringView text);

/// An origin as browsers write it: scheme://host, and :port where it is not the scheme's own. Lower case. A
/// slash at the end is taken off. `null`, `*` and `file:` are errors: they would let in pages that nobody
/// knows.
[[nodiscard]] Result<QByteArray> readAllowedOrigin(QStringView text);

} // namespace signalbox
