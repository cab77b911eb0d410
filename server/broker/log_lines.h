// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/log_categories.h"
#include "server/core/receipt.h"
#include "server/http/http_error.h"
#include "server/link/client_info.h"
#include "server/link/events.h"
#include "server/webhook/call_record.h"

#include <QtCore/QString>

namespace signalbox::broker {

/// One line of the log each; the peer's text in it is printable, and no message content is ever in it.
[[nodiscard]] QString openedLine(const link::ClientInfo& client);
[[nodiscard]] QString endedLine(const link::ClientEnd& end);
[[nodiscard]] QString pushLine(const Receipt& receipt, const QString& sender);
/// `what` was refused: "handshake", "request".
[[nodiscard]] QString refusedLine(QByteArrayView what, const QByteArray& peer, const http::HttpError& error);
/// What became of all calls since the start; empty without any.
[[nodiscard]] QString webhookSums(const link::Statistics& sum);
[[nodiscard]] QString webhookLine(const webhook::CallRecord& record);

} // namespace signalbox::broker
