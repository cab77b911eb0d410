// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/routing_answer.h"

namespace signalbox::ui {

/// Why one client did not get a message (or that it did), in a sentence, with what would mend it next time.
struct WhyNot {
    QString sentence;
    RoutingPlace place = RoutingPlace::LeftOut;
    Mend mend;
};

[[nodiscard]] WhyNot whyNot(const link::FrameDetail& detail, ClientId client, const KnownClients& known);
/// The same for a user, which may have many clients, or none.
[[nodiscard]] WhyNot whyNot(const link::FrameDetail& detail, const UserName& user, const KnownClients& known);

/// Why a client was not addressed, in a few words for a list: "not in red", "is user carol", "is in blue".
[[nodiscard]] QString notAddressedText(const Recipients& recipients, const link::MemberThen& member);
/// Adding the client to the group that the message went to, while that would help: it is still here, the rule
/// names a group, and the client is in none of those it names.
[[nodiscard]] Mend joinMend(const Recipients& recipients, ClientId client, const KnownClients& known);

} // namespace signalbox::ui
