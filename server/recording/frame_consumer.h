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
    void setFilter(link::CommandId command, const filter::Filter& filter, bool passingOnly, RowMaker& rows);
    /// Number of the first row that was not handed on.
    [[nodiscard]] quint64 nextNumber() const;
    [[nodiscard]] const ConsumerSink& sink() const { return m_sink; }

private:
    /// What decides about the rows of each batch.
    struct LiveFilter {
        link::CommandId command = 0;
        filter::Filter filter;
        bool passingOnly = false;
        std::unique_ptr<KeptSubject> subject{};
    };

    [[nodiscard]] bool passes(quint64 position);
    [[nodiscard]] bool isWanted(quint64 position, link::FrameBatch& batch);
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
    std::optional<LiveFilter> m_filter;
};

} // namespace signalbox::recording
