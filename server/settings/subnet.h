// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace signalbox {

/// What http.trusted_proxies may hold: an IP address, or a network as address/bits. Gives it as address/bits.
[[nodiscard]] Result<QByteArray> readSubnet(QStringView text);

} // namespace signalbox
