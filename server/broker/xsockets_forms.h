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

/// A message of a controller to whom it may be, by nobody. Without id and time.
[[nodiscard]] RoutedMessage routeToController(const xsockets::Message& message, Recipients recipients);

/// The number of the form in which this client gets the message: each recipient that is a group may come
/// under the generic controller or the one that its name begins with, and there is a form for what came by
/// another way than a group. `recipient` is the entry that reached the client, or negative.
[[nodiscard]] quint32 xsocketsForm(const link::ClientInfo& client, const xsockets::Conversation& conversation,
                                   const RoutedMessage& message, int recipient);
/// Under which controller and topic clients of this form get the message.
[[nodiscard]] xsockets::Address xsocketsAddress(const RoutedMessage& message, quint32 form);
/// Nothing: it is passed on as it is.
[[nodiscard]] std::optional<EncodedMessage> encodeXSockets(const RoutedMessage& message, quint32 form);

[[nodiscard]] QList<link::Subscription> linkSubscriptions(const xsockets::Conversation& conversation);

} // namespace signalbox::broker
