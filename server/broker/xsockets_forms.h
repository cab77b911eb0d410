// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/dialect.h"
#include "server/core/result.h"
#include "server/link/client_info.h"
#include "server/xsockets/conversation.h"
#include "server/xsockets/message.h"

namespace signalbox::broker {

/// Between the xsockets dialect and the broker's messages (PRODUCT section 4, "Between dialects"). Values
/// only; any thread.

/// A publish as the broker's message: an envelope to the topic's group, and to whoever sent it. Without id
/// and time. Errors: xsockets.bad_topic.
[[nodiscard]] Result<RoutedMessage> routeXSockets(const link::ClientInfo& sender,
                                                  const xsockets::Message& message);

/// Under which controller and topic this client gets the message.
[[nodiscard]] xsockets::Address xsocketsAddress(const link::ClientInfo& client,
                                                const xsockets::Conversation& conversation,
                                                const RoutedMessage& message);
/// An address in one text, and a message at an address so written. Nothing: it is passed on as it is.
[[nodiscard]] QByteArray xsocketsForm(const xsockets::Address& address);
[[nodiscard]] std::optional<EncodedMessage> encodeXSockets(const RoutedMessage& message, QByteArrayView form);

[[nodiscard]] QList<link::Subscription> linkSubscriptions(const xsockets::Conversation& conversation);

} // namespace signalbox::broker
