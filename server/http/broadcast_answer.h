// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/error.h"
#include "server/core/receipt.h"
#include "server/http/response.h"

namespace signalbox::http {

/// The answer to a broadcast over HTTP (PRODUCT section 3): 200 with the receipt's counts,
/// {"id":"m18","recipients":3,"sent":3,"queued":0,"dropped":0}; "pending" while workers have not answered,
/// "hint" when nobody was reached, and with `?detail=1` each client's fate in "deliveries".
[[nodiscard]] Response broadcastAnswer(const Receipt& receipt, const Request& request);
/// Whether the request asks for each client's fate.
[[nodiscard]] bool wantsDetail(const Request& request);
/// The receipt as JSON, for others that print it.
[[nodiscard]] QByteArray receiptJson(const Receipt& receipt, bool withDeliveries);

/// [{"client":"c3","state":"sent"},…], with the reason of what was dropped.
[[nodiscard]] QByteArray deliveriesJson(const std::vector<Delivery>& deliveries);

/// 400 with the code and sentence of a message that is no envelope.
[[nodiscard]] Response envelopeErrorAnswer(const Error& error);

} // namespace signalbox::http
