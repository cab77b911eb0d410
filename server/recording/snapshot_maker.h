// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/message/envelope_parser.h"
#include "server/recording/kept_frames.h"
#include "server/routing/resolver.h"

#include <QtCore/QSet>

#include <optional>

namespace signalbox::recording {

/// Says who got a kept message and why: makes the members at its time anew and has the resolver that a send
/// asks decide about each.
///
/// A worker resolves a little after the message was recorded. A client that came, changed or ended in between
/// stands as it was when its worker decided: the deliveries tell. Where something that matters was lost there
/// is no answer, never a wrong one.
///
/// Thread: capture. Owner: RowMaker. Borrows the frames.
class SnapshotMaker final {
public:
    explicit SnapshotMaker(const KeptFrames& kept);

    /// Of the row at `position`; nothing when it is no routed message, or when it is not known any more.
    [[nodiscard]] std::optional<link::RoutingSnapshot> make(quint64 position);

private:
    /// One client, and what the rule says about it.
    struct Judged {
        routing::Member member;
        Decision decision;
    };

    [[nodiscard]] std::optional<Recipients> recipientsOf(quint64 position);
    [[nodiscard]] std::vector<Judged> judge(const Recipients& recipients,
                                            const std::vector<routing::Member>& members);
    [[nodiscard]] Decision judgeOne(const Recipients& recipients, const routing::Member& member);
    [[nodiscard]] bool followDeliveries(const Recipients& recipients, quint64 position,
                                        std::vector<Judged>& judged);
    [[nodiscard]] bool moveOn(const Recipients& recipients, quint64 position, bool untilReached,
                              std::optional<Judged>& client, ClientId id);
    [[nodiscard]] QString hint(const Recipients& recipients, const std::vector<Judged>& judged,
                               quint64 position) const;

    const KeptFrames& m_kept;
    message::EnvelopeParser m_parser;
    routing::Resolver m_resolver;
};

} // namespace signalbox::recording
