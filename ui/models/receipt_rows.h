// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/receipts_model.h"

namespace signalbox::ui {

/// What the rows of a receipt are made of.
struct ReceiptContext {
    const ReceiptRecord& record;
    const ClientNames& names;
    WallTime now;
};

/// What a view shows of the message itself.
[[nodiscard]] QVariant messageCell(const ReceiptContext& context, ReceiptsModel::Column column, int role);
/// What it shows of the recipient in that row; the row behind the last sums up the others.
[[nodiscard]] QVariant recipientCell(const ReceiptContext& context, size_t row, ReceiptsModel::Column column,
                                     int role);

} // namespace signalbox::ui
