// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace signalbox {

/// What webhook.url may hold: nothing, or an http or https URL with a host. A user name or a password in it
/// is an error, because print-config and the log show the setting. Gives it as it goes onto the wire.
[[nodiscard]] Result<QByteArray> readWebhookUrl(QStringView text);

} // namespace signalbox
