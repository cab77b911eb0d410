// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/link_id.h"

namespace signalbox::broker {

/// Links that end in a worker say in their id which one: each worker has one for what is asked over HTTP, and
/// one more for each console that is attached through it.
[[nodiscard]] constexpr link::LinkId requestLink(int worker)
{
    return link::LinkId(static_cast<quint64>(worker) + 1);
}
/// The `count`th console of a worker, from 1.
[[nodiscard]] constexpr link::LinkId consoleLink(int worker, quint64 count, size_t workers)
{
    const quint64 consoles = (link::maxLinkNumber / workers) - 1;
    return link::LinkId(static_cast<quint64>(worker) + 1 + (1 + (count - 1) % consoles) * workers);
}
[[nodiscard]] constexpr size_t workerOf(link::LinkId link, size_t workers)
{
    return (link.number() - 1) % workers;
}
[[nodiscard]] constexpr bool isRequestLink(link::LinkId link, size_t workers)
{
    return !link.isNull() && link.number() <= workers;
}

} // namespace signalbox::broker
