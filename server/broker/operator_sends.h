// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/dispatcher.h"
#include "server/broker/message_intake.h"
#include "server/core/limits.h"
#include "server/core/result.h"
#include "server/link/commands.h"
#include "server/recording/capture_writer.h"

#include <functional>

namespace signalbox::broker {

/// Sends what the operator wrote: envelopes, and payloads that go out as they are, around the envelope
/// format. Each is a Push row in the frames list.
///
/// Thread: hub. The limits are those of any other message.
class OperatorSends final {
public:
    OperatorSends(const Clock& clock, Dispatcher& dispatcher, recording::CaptureWriter& capture,
                  const Limits& limits, std::function<bool()> isAnyoneAttached);

    /// The receipt goes to `answer`, which is not called when an error is returned.
    /// Errors: envelope.….
    [[nodiscard]] Result<void> send(const link::SendMessage& command, Dispatcher::Answer answer);
    /// Errors: payload.not_utf8, payload.too_large, envelope.bad_recipient, envelope.too_many_recipients.
    [[nodiscard]] Result<void> send(const link::SendPayload& command, Dispatcher::Answer answer);

private:
    void dispatch(RoutedMessage message, bool confirm, Dispatcher::Answer answer);

    const Clock& m_clock;
    Dispatcher& m_dispatcher;
    recording::CaptureWriter& m_capture;
    const Limits& m_limits;
    const std::function<bool()> m_isAnyoneAttached; ///< nobody else hears of confirmations
    MessageIntake m_intake;
};

} // namespace signalbox::broker
