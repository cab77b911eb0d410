// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/recipient.h"
#include "server/core/result.h"

#include <optional>
#include <simdjson.h>

namespace signalbox::message {

class JsonTally;

/// The `recipients` of an envelope, as RecipientsReader found them.
struct ReadRecipients {
    Recipients recipients;
    bool keysAreRight = true; ///< false: a key stands in another case than it is to leave in
};

/// Checks and reads `value`, an array of {type, value}; null stands for none. Keys beside type and value are
/// allowed, and counted in `tally`; type and value are not, since `maxRecipients` bounds them.
[[nodiscard]] Result<ReadRecipients> readRecipients(simdjson::dom::element value, size_t maxRecipients,
                                                    JsonTally& tally);

} // namespace signalbox::message
