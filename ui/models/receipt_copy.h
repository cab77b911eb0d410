// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/receipt_record.h"

namespace signalbox::ui {

class ClientNames;

/// A whole receipt, to be copied: what was sent to whom, and a line for each recipient.
[[nodiscard]] QString receiptAsText(const ReceiptRecord& record, const ClientNames& names, WallTime now);
[[nodiscard]] QByteArray receiptAsJson(const ReceiptRecord& record, const ClientNames& names);

} // namespace signalbox::ui
