// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/error.h"
#include "server/webhook/answer.h"
#include "server/webhook/call.h"

#include <optional>

namespace signalbox::webhook {

/// What became of one attempt, or of a call that was never tried: for the log, the counters and the window.
struct CallRecord {
    enum class Outcome {
        Taken,
        Retried, ///< this attempt failed, and another follows
        Failed,  ///< refused by the application, or given up
        NoRoom,  ///< it was never tried
        Stopped, ///< the broker stopped before
    };

    Call call;
    Outcome outcome = Outcome::Taken;
    Answer answer;
    std::optional<Error> error; ///< unless it was taken
    WallTime began{};           ///< the attempt
    std::chrono::microseconds took{};
};

} // namespace signalbox::webhook
