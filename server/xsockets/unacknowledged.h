// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/xsockets/owed.h"

#include <list>
#include <optional>
#include <unordered_map>
#include <vector>

namespace signalbox::xsockets {

/// The messages that one client was sent and has not acknowledged, in the order in which they were sent
/// first, and the ids that they have. An id is given again when nobody waits for it any more. Bounded. One
/// thread.
class Unacknowledged final {
public:
    struct Limits {
        int maxCount = 0; ///< 65535 at most
        qint64 maxBytes = 0;
    };
    explicit Unacknowledged(const Limits& limits)
        : m_limits(limits)
    {
    }

    /// It is about to be sent: with the id that it had, if it had one and nobody else has it, else with the
    /// next. Returns the id; nothing: there is no room, it stays out.
    std::optional<quint16> add(Owed owed, SteadyTime now);
    /// Whether there was such an id.
    bool acknowledge(quint16 id);
    /// The next new id is the one behind this.
    void continueAfter(quint16 id) { m_lastId = id; }

    /// Those that were sent `interval` ago or earlier, the first of them first: they are sent again now. The
    /// rest stays due when these have `maxBytes`.
    [[nodiscard]] std::vector<Owed> takeDue(SteadyTime now, std::chrono::milliseconds interval,
                                            qint64 maxBytes);

    /// All, in order; none is left.
    [[nodiscard]] std::vector<Owed> takeAll();

    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    [[nodiscard]] size_t count() const { return m_entries.size(); }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] quint16 lastId() const { return m_lastId; }

private:
    struct Entry {
        Owed owed;
        SteadyTime sentAt;
    };

    [[nodiscard]] quint16 nextId();

    Limits m_limits;
    quint16 m_lastId = 0;
    qint64 m_bytes = 0;
    std::list<Entry> m_entries; ///< in the order in which they were sent first
    std::unordered_map<quint16, std::list<Entry>::iterator> m_byId;
    SteadyTime m_earliest{}; ///< none was sent before
};

} // namespace signalbox::xsockets
