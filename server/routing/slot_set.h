// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/routing/member.h"

#include <QtCore/QHash>

#include <span>
#include <vector>

namespace signalbox::routing {

/// A set of slots that is walked often: they lie side by side, in no order that means anything. Adding and
/// removing take constant time: large sets remember where each slot lies, small ones look. One thread.
class SlotSet final {
public:
    /// `slot` must not be in the set.
    void add(MemberSlot slot);
    /// `slot` must be in the set. The order of the others changes.
    void remove(MemberSlot slot);

    [[nodiscard]] bool isEmpty() const { return m_slots.empty(); }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_slots.size()); }
    [[nodiscard]] std::span<const MemberSlot> slots() const { return m_slots; }

private:
    [[nodiscard]] size_t positionOf(MemberSlot slot) const;

    std::vector<MemberSlot> m_slots;
    QHash<MemberSlot, quint32> m_positions; ///< of every slot, once the set has grown large; else empty
};

} // namespace signalbox::routing
