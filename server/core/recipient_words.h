// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/recipient.h"

namespace signalbox {

/// Whether the value is one that its type can have: a name, the id of a client, nothing for All. The empty
/// group is the default group.
[[nodiscard]] bool canBeRecipient(const Recipient& recipient);
/// "group red", "all but ann", "everyone"; empty for the default group. The value is as it came.
[[nodiscard]] QByteArray recipientInWords(const Recipient& recipient);
/// The same for a whole list: "3 recipients"; empty for none.
[[nodiscard]] QByteArray recipientsInWords(const Recipients& recipients);

} // namespace signalbox
