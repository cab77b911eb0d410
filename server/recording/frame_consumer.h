// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/filter.h"
#include "server/link/events.h"
#include "server/recording/kept_subject.h"

#include <functional>
#include <memory>
#include <optional>

namespace signalbox::recording {

/// Where a consumer's values go. Called in the capture thread: post into a Mailbox and return.
struct ConsumerSink {
    std::function<void(link::FrameBatch)> batch;
    std::function<void(link::CommandId, link::FrameDetail)> detail;
    std::function<void(link::FramesFound)> found{};
};

inline constexpr size_t maxBatchRows = 5'000;

/// One that frames are shown to, and how far it has come: first the kept rows, then what follows. A consumer
/// that falls behind gets what is still kept when it is ready, and its ledger says what it missed.
///
/// Thread: capture. Owner: Capture. Borrows the frames.
class FrameConsumer final {
public:
    enum class Progress { CaughtUp, MoreWaits };

    /// `maxUnconfirmedBatches`: so many batches may be on their way; 0: any number.
    FrameConsumer(ConsumerSink sink, int maxUnconfirmedBatches, const KeptFrames& kept,
                  link::FrameWishes wishes = {});

    /// Hands on one batch, or none when nothing changed.
    Progress feed(RowMaker& rows);
    /// The consumer is done with so many batches.
    void confirm(int batches);
    void answer(link::CommandId command, link::FrameDetail detail) const;
    /// From the next batch on; an empty filter decides about nothing. `rows` is borrowed.
    void setFilter(link::CommandId command, const filter::Filter& filter, RowMaker& rows);
    /// Rows that do not pass are never handed on; an empty filter lets all through. Before the first batch.
    void handOnOnly(const filter::Filter& filter, RowMaker& rows);
    /// Number of the first row that was not handed on.
    [[nodiscard]] quint64 nextNumber() const;
    [[nodiscard]] const ConsumerSink& sink() const { return m_sink; }

private:
    [[nodiscard]] bool passes(quint64 position, const filter::Filter& filter);
    /// Where the rows end that can be decided about.
    [[nodiscard]] quint64 end() const;
    void decideAgain(quint64 position, link::FrameBatch& batch);
    void collectDeliveries(link::FrameBatch& batch);
    void collectRows(RowMaker& rows, link::FrameBatch& batch);
    [[nodiscard]] bool isNews(const link::FrameBatch& batch) const;

    const ConsumerSink m_sink;
    const int m_maxUnconfirmedBatches;
    const KeptFrames& m_kept;
    const link::FrameWishes m_wishes;
    int m_unconfirmedBatches = 0;
    quint64 m_nextRow;        ///< position of the first row that was not handed on
    quint64 m_nextDeliveries; ///< position; those before are counted in the rows, or were handed on
    std::optional<link::Ledger> m_lastLedger;
    quint64 m_lastFirstKept = 0;
    link::CommandId m_filterCommand = 0;
    filter::Filter m_filter; ///< decides about the rows of each batch
    filter::Filter m_wanted; ///< decides whether a row is in a batch at all
    quint64 m_known;         ///< position; the deliveries of rows before it had a turn to come
    std::unique_ptr<KeptSubject> m_subject{};
};

} // namespace signalbox::recording
