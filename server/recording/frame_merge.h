// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/recording/kept_frames.h"

#include <optional>
#include <vector>

namespace signalbox::recording {

/// The far end of all rings: takes the records of all producers in the order of the clock, and stores them as
/// rows.
///
/// A record that is younger than the watermark waits for the next round, because another producer may still
/// be writing an older one. What a ring lost becomes a Gap row. Deliveries are joined to their message's row;
/// when that row was never captured they get one of their own, in the direction Sent. Who comes, joins,
/// leaves and ends is told to the population's history.
///
/// Thread: capture. Owner: Capture. Borrows the rings and the store.
class FrameMerge final {
public:
    enum class Progress { CaughtUp, MoreWaits };

    FrameMerge(const std::vector<CaptureRing*>& rings, KeptFrames& kept);
    ~FrameMerge();
    Q_DISABLE_COPY_MOVE(FrameMerge)

    /// Takes what was written before `watermark`, about `maxRecords` of them (long lists of deliveries count
    /// as more).
    Progress drain(WallTime watermark, int maxRecords);
    /// Forgets the users of clients: they are told anew when capture begins again.
    void forgetClients();
    /// The writers go off one after the other: who is there is not known any more.
    void forgetPopulation();

private:
    struct Source {
        CaptureRing* ring;
        size_t index = 0;
        std::optional<RingLoss> loss; ///< taken out of the ring, not stored yet
        quint64 lostRecords = 0;      ///< taken out of the ring so far
        quint64 placedRecords = 0;    ///< of these, stored as gaps
    };
    struct ClientState {
        NameTable::Index user = 0;
        quint64 lastFragment =
            0; ///< position of the last fragment of a message that goes on, plus 1; 0: none
    };
    /// Where to take from next, and how old it is.
    struct Head {
        Source* source;
        WallTime time;
        bool isLoss;
    };

    [[nodiscard]] std::optional<Head> oldest(WallTime watermark);
    void takeLoss(Source& source);
    static void fetchLoss(Source& source);
    void take(Source& source, CaptureRecord& record);
    void takeFrame(const RecordBody& body);
    void takeCall(const RecordBody& body);
    void takeMembership(Source& source, const RecordBody& body);
    void takeIntroduction(Source& source, const RecordBody& body);
    [[nodiscard]] routing::Member memberOf(const RecordBody& body) const;
    void rememberUser(const RecordBody& body);
    void forgetClient(ClientId client);
    void join(const RecordBody& body);
    void joinOrphans();
    void appendOrphan(RecordBody body);

    [[nodiscard]] quint64 nextPosition() const { return m_kept.rows().end(); }

    std::vector<Source> m_sources;
    quint32 m_captures = 0; ///< how often capture has begun
    KeptFrames& m_kept;
    QHash<ClientId, ClientState> m_clients;
    /// Deliveries whose message's row has not come yet; each record waits for one round. The chunks of their
    /// lists are held.
    std::vector<RecordBody> m_orphans;
};

} // namespace signalbox::recording
