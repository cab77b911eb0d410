// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/format/meaning.h"
#include "ui/models/receipt_record.h"

#include <QtCore/QString>

namespace signalbox::ui {

class ClientNames;

/// Silence shorter than this is nothing to speak of.
inline constexpr std::chrono::seconds shortSilence{2};

/// "✓✓ all 12 confirmed, the slowest after 38 ms", "11 of 12 confirmed, cat has been silent for 40 s",
/// "1 sent, 1 queued", "nobody was reached: …", "✕ refused: …".
[[nodiscard]] QString receiptStateText(const ReceiptRecord& record, const ClientNames& names, WallTime now);
[[nodiscard]] Meaning receiptMeaning(const ReceiptRecord& record, WallTime now);
/// How much of the way is done, 0 to 1; negative: there is no way.
[[nodiscard]] double receiptProgress(const ReceiptRecord& record);

/// "✓✓ confirmed, 4 ms", "✓ sent, silent for 40 s", "⋯ queued 9.4 KB", "✕ lost: it ended before", …
[[nodiscard]] QString fateText(const RecipientFate& fate, std::chrono::microseconds age);
[[nodiscard]] Meaning fateMeaning(const RecipientFate& fate, std::chrono::microseconds age);
[[nodiscard]] double fateProgress(const RecipientFate& fate);

/// What stands in place of the recipients behind the first `shown`: "… and 9,800 more: 9,700 confirmed".
[[nodiscard]] QString restText(const ReceiptRecord& record, size_t shown);

} // namespace signalbox::ui
