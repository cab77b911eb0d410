// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/snapshot_maker.h"

#include "server/recording/fragment_chain.h"
#include "server/recording/recipient_list.h"
#include "server/recording/xsockets_summary.h"
#include "server/routing/hint.h"
#include "server/routing/member_index.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace signalbox::recording {

namespace {

/// What was accepted once is read again: the limit was judged then.
constexpr message::EnvelopeLimits readAgain{.maxRecipients = std::numeric_limits<int>::max()};

routing::MemberIndex indexOf(const routing::Member& member)
{
    routing::MemberIndex index;
    std::ignore = index.add(member);
    return index;
}

} // namespace

SnapshotMaker::SnapshotMaker(const KeptFrames& kept)
    : m_kept(kept)
    , m_parser(readAgain)
{
}

std::optional<link::RoutingSnapshot> SnapshotMaker::make(quint64 position)
{
    const RecordBody& body = m_kept.rows().at(position).body;
    if (body.message.isNull() || body.isAbout || body.sender == link::SenderKind::Broker ||
        !m_kept.population().isKnownAt(position, body.time)) {
        return std::nullopt;
    }
    const std::optional<Recipients> recipients = recipientsOf(position);
    if (!recipients) {
        return std::nullopt;
    }
    std::vector<Judged> judged = judge(*recipients, m_kept.population().membersAt(position));
    if (!followDeliveries(*recipients, position, judged)) {
        return std::nullopt;
    }
    link::RoutingSnapshot snapshot;
    snapshot.recipients = *recipients;
    snapshot.hint = hint(*recipients, judged, position);
    snapshot.population.reserve(judged.size());
    snapshot.decisions.reserve(judged.size());
    for (Judged& client : judged) {
        snapshot.population.push_back({client.member.client, std::move(client.member.user),
                                       std::move(client.member.groups), std::move(client.member.tags)});
        snapshot.decisions.push_back(client.decision);
    }
    return snapshot;
}

/// An envelope carries its recipients, and an XSockets message its topic: nothing was written down for them.
std::optional<Recipients> SnapshotMaker::recipientsOf(quint64 position)
{
    const RecordBody& body = m_kept.rows().at(position).body;
    if (body.kind == RecordKind::Push && body.second.bytes > 0) {
        return unpackRecipients(m_kept.bytes(body.second));
    }
    const QByteArray text = body.fragment == 0 ? m_kept.bytes(body.payload).toByteArray()
                                               : joinFragments(m_kept, findFragments(m_kept, position));
    if (body.isXSockets) {
        return xsocketsRecipients(text, m_kept.bytes(body.second).toByteArray(), body.client);
    }
    Result<message::Envelope> envelope = m_parser.parse(text);
    return envelope ? std::optional(std::move(envelope.value().recipients)) : std::nullopt;
}

/// In the order of `members`, which is that of their ids.
std::vector<SnapshotMaker::Judged> SnapshotMaker::judge(const Recipients& recipients,
                                                        const std::vector<routing::Member>& members)
{
    routing::MemberIndex index;
    for (const routing::Member& member : members) {
        std::ignore = index.add(member);
    }
    std::vector<Decision> decisions = m_resolver.decide(recipients, index);
    std::sort(decisions.begin(), decisions.end(),
              [](const Decision& left, const Decision& right) { return left.client < right.client; });
    std::vector<Judged> judged;
    judged.reserve(members.size());
    for (size_t i = 0; i < members.size(); ++i) {
        judged.push_back({members[i], decisions[i]});
    }
    return judged;
}

Decision SnapshotMaker::judgeOne(const Recipients& recipients, const routing::Member& member)
{
    return m_resolver.decide(recipients, indexOf(member)).front();
}

/// False when the deliveries say something that the history cannot explain.
bool SnapshotMaker::followDeliveries(const Recipients& recipients, quint64 position,
                                     std::vector<Judged>& judged)
{
    QSet<ClientId> delivered;
    for (const Delivery& delivery : m_kept.deliveriesOf(m_kept.rows().at(position))) {
        delivered.insert(delivery.client);
    }
    std::vector<Judged> followed;
    followed.reserve(judged.size());
    for (Judged& before : judged) {
        const bool wasDelivered = delivered.remove(before.decision.client);
        std::optional<Judged> client(std::move(before));
        const ClientId id = client->decision.client;
        if (wasDelivered != (client->decision.verdict == Verdict::Reached) &&
            !moveOn(recipients, position, wasDelivered, client, id)) {
            return false;
        }
        if (client) {
            followed.push_back(*std::move(client));
        }
    }
    for (const ClientId id : std::as_const(delivered)) { // those that came after the message
        std::optional<Judged> client;
        if (!moveOn(recipients, position, true, client, id) || !client) {
            return false;
        }
        const auto place =
            std::lower_bound(followed.begin(), followed.end(), id, [](const Judged& other, ClientId wanted) {
                return other.decision.client < wanted;
            });
        followed.insert(place, *std::move(client));
    }
    judged = std::move(followed);
    return true;
}

/// Follows a client through what became of it, until the rule says what the deliveries say. A client that was
/// reached and has no delivery yet stays as it was. False: not to be explained.
bool SnapshotMaker::moveOn(const Recipients& recipients, quint64 position, bool untilReached,
                           std::optional<Judged>& client, ClientId id)
{
    for (auto& state : m_kept.population().statesAfter(id, position)) {
        if (!m_kept.population().isKnownBetween(position, state.position)) {
            return false;
        }
        std::optional<Judged> next;
        if (state.member) {
            const Decision decision = judgeOne(recipients, *state.member);
            next = Judged{*std::move(state.member), decision};
        }
        if (untilReached == (next && next->decision.verdict == Verdict::Reached)) {
            client = std::move(next);
            return true;
        }
    }
    return !untilReached;
}

QString SnapshotMaker::hint(const Recipients& recipients, const std::vector<Judged>& judged,
                            quint64 position) const
{
    routing::MemberIndex index;
    for (const Judged& client : judged) {
        if (client.decision.verdict == Verdict::Reached) {
            return {};
        }
        std::ignore = index.add(client.member);
    }
    return routing::hintForNobody(recipients, index, m_kept.population().lastSeenAt(position));
}

} // namespace signalbox::recording
