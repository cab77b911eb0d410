// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/commands.h"

#include <type_traits>
#include <variant>

namespace signalbox::broker {

/// Those commands that a worker carries out, because the clients are its own.
using ClientAct =
    std::variant<link::DisconnectClient, link::JoinGroup, link::LeaveGroup, link::AddTag, link::RemoveTag,
                 link::MuteClient, link::CloseGroup, link::RemoveGroup, link::FetchClient>;

template <typename Command>
inline constexpr bool isClientAct = std::is_constructible_v<ClientAct, const Command&>;

} // namespace signalbox::broker
