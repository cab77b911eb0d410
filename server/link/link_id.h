// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"
#include "server/link/commands.h"

namespace signalbox::link {

/// One that talks to the broker as its operator: the window of this process, a console that is attached from
/// elsewhere, a worker that asks for whoever came over HTTP. The null id is the window of this process.
using LinkId = Id<'l'>;

/// In the broker a command's id has the link that sent it in its upper bits, so that an answer finds its way
/// without a table. Each link counts its own commands, from 1; 24 bits of links, 40 of commands.
inline constexpr int commandNumberBits = 40;
inline constexpr quint64 maxCommandNumber = (quint64(1) << commandNumberBits) - 1;
inline constexpr quint64 maxLinkNumber = (quint64(1) << (64 - commandNumberBits)) - 1;

[[nodiscard]] constexpr CommandId commandOf(LinkId link, quint64 number)
{
    return (link.number() << commandNumberBits) | (number & maxCommandNumber);
}
[[nodiscard]] constexpr LinkId linkOf(CommandId command)
{
    return LinkId(command >> commandNumberBits);
}
/// As the link itself counts.
[[nodiscard]] constexpr quint64 numberOf(CommandId command)
{
    return command & maxCommandNumber;
}

} // namespace signalbox::link
