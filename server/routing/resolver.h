// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/receipt.h"
#include "server/core/recipient.h"
#include "server/routing/member.h"

#include <span>
#include <vector>

namespace signalbox::routing {

class MemberIndex;

/// The rule that says who gets a message (PRODUCT section 3): the union of the positive recipients, minus the
/// exclusions; with exclusions alone, everyone minus them; with no recipients, the default group; each client
/// once. Sends and the preview ask the same rule: reach() and decide() differ in what they hand out, not in
/// how they decide.
///
/// Keeps its working memory, so that a send allocates nothing once it has warmed up. One for each thread; it
/// may serve many indexes.
class Resolver final {
public:
    /// Puts the slots of the clients that are reached into `reached`, in the order of the recipients that
    /// match.
    void reach(const Recipients& recipients, const MemberIndex& index, std::vector<MemberSlot>& reached);

    /// The first positive entry that reached this client in the last reach(); negative: none of them names
    /// it.
    [[nodiscard]] int recipientOf(MemberSlot slot) const { return m_marks[slot].recipientIndex; }

    /// A decision for every client of `index`: those reached first, in the order of reach(), then those
    /// excluded, then the others. `recipientIndex` names the first positive entry that matched, or the
    /// exclusion that took it out.
    [[nodiscard]] std::vector<Decision> decide(const Recipients& recipients, const MemberIndex& index);

private:
    /// What this round found out about one slot; older rounds' marks mean nothing.
    struct Mark {
        quint64 round = 0;
        int recipientIndex = -1; ///< of the exclusion, or else of the first positive entry
        bool matched = false;    ///< by a positive entry, or by their absence
        bool excluded = false;
    };

    void resolve(const Recipients& recipients, const MemberIndex& index, std::vector<MemberSlot>& reached);
    void exclude(const Recipients& recipients, const MemberIndex& index);
    void match(std::span<const MemberSlot> slots, int recipientIndex, std::vector<MemberSlot>& reached);
    [[nodiscard]] bool wasWalked(std::span<const MemberSlot> slots);
    [[nodiscard]] Mark& markOf(MemberSlot slot);

    quint64 m_round = 0;
    std::vector<Mark> m_marks;               ///< by slot
    std::vector<const MemberSlot*> m_walked; ///< the large sets of this round
    std::vector<MemberSlot> m_decided;
};

} // namespace signalbox::routing
