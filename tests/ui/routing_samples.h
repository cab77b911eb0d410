// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/samples.h"
#include "ui/models/client_names.h"
#include "ui/models/clients_model.h"
#include "ui/models/ended_clients.h"
#include "ui/models/routing_answer.h"

namespace signalbox::tests {

/// Clients that a question about a message is asked of.
struct People {
    ui::ClientNames names;
    ui::ClientsModel connected;
    ui::EndedClients ended;

    void connect(const link::ClientInfo& info)
    {
        names.learn(info);
        connected.apply({info});
    }
    void end(const link::ClientEnd& end)
    {
        connected.remove({end});
        ended.add(end);
    }
    [[nodiscard]] ui::KnownClients known() const { return {names, connected, ended}; }
};

[[nodiscard]] inline link::MemberThen memberThen(quint64 id, const QByteArray& user,
                                                 const QList<QByteArray>& groups = {})
{
    const link::ClientInfo info = client(id, user, groups);
    return {info.client, info.user, info.groups, {}};
}

/// Message m18 to group red, sent at sampleTime + 1 ms: ann c3 and bob c4 were in red, carol c7 in no group,
/// dan c8 in blue, eve c9 in Red. ann got it, bob waits.
[[nodiscard]] inline link::FrameDetail messageToRed()
{
    link::FrameDetail detail;
    detail.number = 1;
    detail.kept = true;
    detail.row = routed(1, 18, 2);
    detail.deliveries = {{ClientId(3), DeliveryState::Sent, 0}, {ClientId(4), DeliveryState::Queued, 9'626}};
    detail.routing = link::RoutingSnapshot{{{RecipientType::Group, "red"}},
                                           {memberThen(3, "ann", {"red"}), memberThen(4, "bob", {"red"}),
                                            memberThen(7, "carol"), memberThen(8, "dan", {"blue"}),
                                            memberThen(9, "eve", {"Red"})},
                                           {{ClientId(3), Verdict::Reached, 0},
                                            {ClientId(4), Verdict::Reached, 0},
                                            {ClientId(7), Verdict::NotAddressed, -1},
                                            {ClientId(8), Verdict::NotAddressed, -1},
                                            {ClientId(9), Verdict::NotAddressed, -1}},
                                           {}};
    return detail;
}

} // namespace signalbox::tests
