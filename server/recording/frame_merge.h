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
/// when that row was never captured they get one of their own, in the direction Sent.
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

private:
    struct Source {
        CaptureRing* ring;
        std::optional<RingLoss> loss; ///< taken out of the ring, not stored yet
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
    void take(CaptureRecord& record);
    void takeFrame(const RecordBody& body);
    void rememberUser(const RecordBody& body);
    void forgetClient(ClientId client);
    void join(const RecordBody& body);
    void joinOrphans();
    void appendOrphan(RecordBody body);

    std::vector<Source> m_sources;
    KeptFrames& m_kept;
    QHash<ClientId, ClientState> m_clients;
    /// Deliveries whose message's row has not come yet; each record waits for one round. The chunks of their
    /// lists are held.
    std::vector<RecordBody> m_orphans;
};

} // namespace signalbox::recording
