// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/recording/frame_consumer.h"
#include "server/recording/frame_search.h"

#include <variant>

namespace signalbox::recording {

/// Names one consumer: a window, a tail, a recording. Given by whoever attaches it.
using ConsumerId = quint64;

/// The consumer gets the kept frames, then what follows.
struct AttachConsumer {
    ConsumerId consumer = 0;
    ConsumerSink sink;
    /// So many batches may be on their way before one is confirmed, so that a consumer that is busy costs no
    /// memory. 0: any number, and no confirmation is needed.
    int maxUnconfirmedBatches = 0;
    link::FrameWishes wishes{};
    filter::Filter filter{}; ///< the one of the wishes, compiled
};

/// After this was read nothing more is handed to the consumer's sink.
struct DetachConsumer {
    ConsumerId consumer = 0;
};

/// The consumer is done with so many batches.
struct ConfirmBatches {
    ConsumerId consumer = 0;
    int batches = 1;
};

/// The whole of one row, answered through the consumer's sink.
struct FetchFrame {
    ConsumerId consumer = 0;
    link::CommandId command = 0;
    quint64 number = 0;
};

/// From the next batch on the consumer's rows are told apart (link::FilterFrames); the rows that it has are
/// searched.
struct FilterConsumer {
    ConsumerId consumer = 0;
    link::CommandId command = 0;
    filter::Filter filter;
};

/// For a consumer, or for somebody who is none: 0. Ends with its consumer.
struct StartSearch {
    ConsumerId consumer = 0;
    SearchRequest request;
};

/// Ends a search; one that is over, or nobody's, does no harm.
struct CancelSearch {
    link::CommandId command = 0;
};

struct SetBudget {
    qint64 budgetBytes = 0;
};

/// Ends capture and the event loop of its thread.
struct Quit {};

using CaptureTask = std::variant<AttachConsumer, DetachConsumer, ConfirmBatches, FetchFrame, FilterConsumer,
                                 StartSearch, CancelSearch, SetBudget, Quit>;

} // namespace signalbox::recording
