// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/receipt.h"
#include "server/core/recipient.h"
#include "server/link/events.h"

#include <QtCore/QString>

namespace signalbox::ui {

/// "group red", "user ann", "all", "− user ann" (an exclusion).
[[nodiscard]] QString recipientText(const Recipient& recipient);
/// "group red, user eve − user ann"; for none "clients without a group".
[[nodiscard]] QString recipientsText(const Recipients& recipients);
/// The name of a type in the list of types: "group", "all but user".
[[nodiscard]] QString recipientTypeText(RecipientType type);
/// To whom a row of the frames went, which the broker says in words: "group red", "all but ann", "3
/// recipients".
[[nodiscard]] QString targetText(const QByteArray& words);
/// Why: "matched by group red", "left out by all but user ann", "not addressed", "in no group".
[[nodiscard]] QString decisionText(const Decision& decision, const Recipients& recipients);
/// A glyph and a word: "● sent", "◐ queued", "✕ dropped".
[[nodiscard]] QString deliveryStateText(DeliveryState state);
/// The same with what is behind it: "◐ queued, 9.4 KB", "✕ dropped: its queue is full".
[[nodiscard]] QString deliveryText(const Delivery& delivery);
/// A glyph and a word: "● sent", "✓ confirmed", "✕ lost".
[[nodiscard]] QString deliveryStageText(link::DeliveryStage stage);
/// The same with when: "✓ confirmed after 4.0 ms".
[[nodiscard]] QString deliveryProgressText(const link::DeliveryProgress& progress);
/// "3 of 12 clients would get it"; zero in words of its own.
[[nodiscard]] QString previewText(qint64 reached, qint64 clients);
/// "3 sent", "11 sent, 1 queued", "nobody was reached".
[[nodiscard]] QString receiptText(const DeliveryCounts& counts, int pendingWorkers);

} // namespace signalbox::ui
