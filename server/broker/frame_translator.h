// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/routed_message.h"
#include "server/core/end_reason.h"
#include "server/transport/connection.h"

#include <QtCore/QByteArray>

namespace signalbox::broker {

class Session;

/// Stands between a dialect and the connection: frames become others before they leave, later and in order.
///
/// Thread: its worker.
class FrameTranslator {
public:
    virtual ~FrameTranslator() = default;
    [[nodiscard]] virtual transport::Connection::SendOutcome take(Session& session,
                                                                  const QByteArray& frame) = 0;
    /// What the session has just had taken is this message.
    virtual void noteMessage(const Session& session, const QByteArray& frame,
                             const RoutedMessage& message) = 0;
    /// False: nothing waits to leave before.
    [[nodiscard]] virtual bool closeBehind(const Session& session, quint16 code, const QByteArray& reason,
                                           EndReason endReason) = 0;
};

} // namespace signalbox::broker
