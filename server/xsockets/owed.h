// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/xsockets/message.h"

#include <memory>

namespace signalbox::xsockets {

/// A message that one client is owed: it has to acknowledge it, or is to get it when it comes back.
struct Owed {
    std::shared_ptr<const Message> message;
    Address address;        ///< at the client; id 0: it was not sent yet, or needs none
    quint64 sequence = 0;   ///< of the message
    bool fromStore = false; ///< it is the last good value of its topic

    /// About what it takes in memory, the message as if nobody shared it.
    [[nodiscard]] qint64 bytes() const
    {
        constexpr qint64 overhead = 64;
        return overhead + address.controller.size() + address.topic.size() + bytesOf(*message);
    }
};

} // namespace signalbox::xsockets
