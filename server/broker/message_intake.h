// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/routed_message.h"
#include "server/core/result.h"
#include "server/message/envelope_parser.h"

#include <QtCore/QByteArrayView>

namespace signalbox::broker {

/// Makes a RoutedMessage out of an envelope's text, from whatever side it came: parsed once, encoded once.
///
/// Thread: its owner's; each worker and the hub has one.
class MessageIntake final {
public:
    explicit MessageIntake(int maxRecipients);

    struct Accepted {
        RoutedMessage message; ///< without id, time and payload reference
        bool bytesAsSent =
            true; ///< false: the case of a key was put right, the payload differs from what came in
    };
    /// Errors: the codes of PRODUCT section 3, envelope.…
    [[nodiscard]] Result<Accepted> accept(QByteArrayView envelopeText);

private:
    message::EnvelopeParser m_parser;
};

} // namespace signalbox::broker
