// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/client_info.h"
#include "server/routing/member.h"

namespace signalbox::broker {

/// What the router has to know of a client. Subscriptions of xsockets clients may have wildcards.
[[nodiscard]] inline routing::Member memberOf(const link::ClientInfo& client)
{
    return {client.client, client.user, client.groups, client.tags,
            client.dialect == "xsockets" || client.dialect == "scripted"};
}

} // namespace signalbox::broker
