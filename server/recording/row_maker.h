// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/message/envelope_summary.h"
#include "server/recording/snapshot_maker.h"

namespace signalbox::recording {

/// Turns what is kept into the values that the window sees. Rows are made when somebody wants them; only the
/// records are stored.
///
/// Thread: capture. Owner: Capture. Borrows the frames.
class RowMaker final {
public:
    explicit RowMaker(const KeptFrames& kept);

    /// The row at a position that is kept; of its deliveries, those with a position below `deliveriesEnd` are
    /// counted.
    [[nodiscard]] link::FrameRow row(quint64 position, quint64 deliveriesEnd);
    /// The same without what has to be read out of the payload: preview, action, target and claimedUser.
    [[nodiscard]] link::FrameRow bareRow(quint64 position, quint64 deliveriesEnd) const;
    /// Adds that.
    void complete(quint64 position, link::FrameRow& row);
    /// The payload of a frame or a push; on the last frame of a fragmented message of all its frames, which
    /// are put together in `buffer`.
    [[nodiscard]] QByteArrayView message(quint64 position, QByteArray& buffer) const;
    [[nodiscard]] link::FrameDetail detail(quint64 number);

private:
    void addWhatItsKindHas(const KeptRow& kept, link::FrameRow& row) const;
    void addFragments(quint64 position, link::FrameDetail& detail) const;
    void completeFrame(quint64 position, link::FrameRow& row);
    void completePush(const RecordBody& body, link::FrameRow& row);
    void addPayload(QByteArrayView payload, link::FrameRow& row) const;
    void addEnvelope(QByteArrayView payload, link::FrameRow& row);
    void addExchange(const RecordBody& body, link::FrameRow& row) const;
    void addCall(const RecordBody& body, link::FrameRow& row) const;
    void addGap(link::FrameRow& row) const;
    [[nodiscard]] QByteArray text(const RecordBody& body, size_t index) const;
    [[nodiscard]] QByteArray response(const RecordBody& body) const;

    const KeptFrames& m_kept;
    message::EnvelopeSummarizer m_summarizer;
    SnapshotMaker m_snapshots;
};

} // namespace signalbox::recording
