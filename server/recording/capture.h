// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/mailbox.h"
#include "server/recording/capture_task.h"
#include "server/recording/frame_merge.h"

#include <QtCore/QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace signalbox::recording {

struct CaptureOptions {
    /// For rows, payloads and names. At least a few MiB: each producer's open chunk (1 MiB) counts.
    qint64 budgetBytes = 256 * 1024 * 1024;
    /// Capture thread: true when the first consumer came, false when the last one left. The broker then
    /// switches the writers, and after switching them on introduces the clients that are
    /// open (CaptureWriter::beginIntroduction).
    std::function<void(bool wanted)> onWanted{};
};

/// What the capture thread does: drains the rings 30 times a second while somebody is attached, keeps frames
/// within the budget, and hands batches to each consumer.
///
/// Thread: start(), stop() and everything between them in the capture thread, which has an event loop; it is
/// made and destroyed in any. Owner: the broker. Mailbox, rings and clock are borrowed and outlive it.
class Capture final {
public:
    Capture(Mailbox<CaptureTask>& mailbox, const std::vector<CaptureRing*>& rings, const Clock& clock,
            CaptureOptions options);
    ~Capture();
    Q_DISABLE_COPY_MOVE(Capture)

    /// Begins to read the mailbox.
    void start();
    /// Consumers are dropped without a word, the mailbox is let go. After Quit too, when the event loop has
    /// ended.
    void stop();

    [[nodiscard]] const KeptFrames& kept() const { return m_kept; }

private:
    void perform(CaptureTask& task);
    void attach(AttachConsumer& task);
    void detach(const DetachConsumer& task);
    void fetch(const FetchFrame& task);
    void filter(const FilterConsumer& task);
    void startSearch(StartSearch& task);
    void endSearch(link::CommandId command);
    void endSearchesOf(ConsumerId consumer);
    void search();
    void schedule(FrameMerge::Progress progress);
    void tick();
    void rest();
    void feedConsumers();

    Mailbox<CaptureTask>& m_mailbox;
    const Clock& m_clock;
    const CaptureOptions m_options;
    KeptFrames m_kept;
    FrameMerge m_merge;
    RowMaker m_rows;
    /// A search and whose it is.
    struct OwnedSearch {
        ConsumerId consumer = 0;
        bool isOfFilter = false; ///< the next filter ends it
        FrameSearch search;
    };

    std::unordered_map<ConsumerId, FrameConsumer> m_consumers;
    KeptSubject m_subject;
    std::deque<OwnedSearch> m_searches; ///< the front one is next
    std::unique_ptr<QTimer> m_timer;    ///< lives from start() to stop()
    SteadyTime m_nextFeed{};
    int m_ticksToRest = 0; ///< how often the rings are drained after the last consumer left
};

} // namespace signalbox::recording
