// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/recipient.h"

#include <QtCore/QString>

namespace signalbox::routing {

class LastSeen;
class MemberIndex;

/// Why a message with these recipients reached nobody, in plain English for the receipt, HTTP and the window:
/// a near name, a user who left, an empty default group, exclusions that took everyone out. `population`
/// holds all clients. Empty when somebody is reached. Names are printable. Costs more than a send: ask only
/// when nobody was reached.
[[nodiscard]] QString hintForNobody(const Recipients& recipients, const MemberIndex& population,
                                    const LastSeen& lastSeen);

} // namespace signalbox::routing
