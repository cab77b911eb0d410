// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/recording/name_table.h"
#include "server/routing/last_seen.h"
#include "server/routing/member.h"

#include <QtCore/QByteArrayView>
#include <QtCore/QHash>

#include <deque>
#include <limits>
#include <optional>
#include <vector>

namespace signalbox::recording {

/// Who was there at each kept row: every client once, and what changed about it since, so that the members at
/// the time of any message can be made anew. What no kept row needs any more is folded away.
///
/// Time is counted in positions of rows: a change has the position of the first row that comes after it. A
/// source is one producer of records. What it says is whole from the end of an introduction (introduced()) to
/// the next record that its ring lost; between, isKnownAt() says no.
///
/// Thread: capture. Owner: KeptFrames. Costs some 200 bytes for each client and 64 for each change.
class PopulationHistory final {
public:
    /// Workers have decided about a message within this time.
    static constexpr std::chrono::seconds settleTime{2};

    explicit PopulationHistory(NameTable& names);
    Q_DISABLE_COPY_MOVE(PopulationHistory)

    /// Nothing is known of any source from this position on.
    void forgetSources(size_t count, quint64 position);
    void lost(size_t source, quint64 position, WallTime first);

    void opened(size_t source, const routing::Member& member, quint64 position);
    void joined(ClientId client, const QByteArray& group, quint64 position);
    void left(ClientId client, const QByteArray& group, quint64 position);
    void closed(ClientId client, const routing::Seen& end, quint64 position);

    /// The source begins to name its clients; present() for each follows, then introduced(): those that it
    /// did not name are gone.
    void introductionBegan(size_t source);
    /// Between introductions too: of a client whose tags have changed.
    void present(size_t source, const routing::Member& member, quint64 position);
    void introduced(size_t source, quint64 position, WallTime time);

    /// Rows before this position are no longer kept.
    void forgetBefore(quint64 position);

    /// Whether every change up to this row is known, and every delivery that follows it within `settleTime`.
    /// `time` is the row's.
    [[nodiscard]] bool isKnownAt(quint64 position, WallTime time) const;
    /// Whether nothing was lost from the first row to the second.
    [[nodiscard]] bool isKnownBetween(quint64 from, quint64 to) const;
    /// Everybody who was there, by id.
    [[nodiscard]] std::vector<routing::Member> membersAt(quint64 position) const;

    /// The user of a client that is remembered; valid until the next change.
    [[nodiscard]] QByteArrayView userOf(ClientId client) const;

    /// A client after one of its changes; `member` is empty when it was gone.
    struct State {
        quint64 position = 0;
        std::optional<routing::Member> member;
    };
    /// What became of one client after the row at `position`, in order.
    [[nodiscard]] std::vector<State> statesAfter(ClientId client, quint64 position) const;
    /// How the clients of users ended before the row at `position`, as far as this is remembered.
    [[nodiscard]] routing::LastSeen lastSeenAt(quint64 position) const;

    [[nodiscard]] qint64 heldBytes() const { return m_heldBytes; }

private:
    static constexpr quint64 never = std::numeric_limits<quint64>::max();

    enum class NameKind { Group, Tag };
    struct Change {
        quint64 position = 0;
        NameTable::Index name = 0;
        NameKind kind = NameKind::Group;
        bool isAddition = false; ///< it joined, or was given the tag
    };
    struct Client {
        size_t source = 0;
        quint64 introduction = 0; ///< the last one that named it
        quint64 from = 0;         ///< position
        quint64 until = never;
        NameTable::Index user = 0;
        bool groupsAreFilters = false;
        std::vector<NameTable::Index> groups; ///< at `from`, or after the changes that were folded away
        std::vector<NameTable::Index> tags;
        std::vector<Change> changes;
        routing::Seen end;
    };
    struct Unknown {
        quint64 begin = 0; ///< positions
        quint64 end = never;
        WallTime beginTime = WallTime::min();
        WallTime endTime = WallTime::max();
    };
    struct Source {
        quint64 introduction = 0; ///< counts them
        std::vector<Unknown> unknown;
    };
    struct Event {
        quint64 position = 0;
        ClientId client;
    };

    void change(ClientId client, Change change, const QByteArray& name);
    template <typename Names>
    void compare(ClientId client, NameKind kind, const Names& names, quint64 position);
    void update(Client& known, const routing::Member& member, quint64 position);
    void noteEvent(ClientId client, quint64 position);
    void fold(QHash<ClientId, Client>::iterator client, quint64 position);
    void erase(QHash<ClientId, Client>::iterator client);
    [[nodiscard]] static std::vector<NameTable::Index> namesAt(const Client& client, NameKind kind,
                                                               quint64 position);
    [[nodiscard]] routing::Member memberAt(ClientId id, const Client& client, quint64 position) const;
    [[nodiscard]] static bool apply(const Change& change, std::vector<NameTable::Index>& names);

    NameTable& m_names;
    QHash<ClientId, Client> m_clients;
    std::deque<Event> m_events; ///< by position: what forgetBefore() will fold away
    std::vector<Source> m_sources;
    qint64 m_heldBytes = 0;
};

} // namespace signalbox::recording
