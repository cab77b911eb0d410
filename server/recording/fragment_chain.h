// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/recording/kept_frames.h"

#include <vector>

namespace signalbox::recording {

/// The kept frames of one fragmented message, found from any of them. Control frames and other clients'
/// frames may lie between (RFC 6455 §5.4).
struct FragmentChain {
    std::vector<quint64> positions; ///< of the rows, in order; empty: the frame is no fragment
    bool isWhole = false;           ///< from the first to the last, none is missing
};

inline constexpr quint32 maxChainFragments = 65'536;

/// Thread: capture. Bounded: of a message in more than `maxFragments` frames nothing is found, and the
/// fragments that follow are looked for in so many rows that this takes some milliseconds.
[[nodiscard]] FragmentChain findFragments(const KeptFrames& kept, quint64 position,
                                          quint32 maxFragments = maxChainFragments);

/// The payloads of a whole chain, one behind the other; empty for one that is not whole.
[[nodiscard]] QByteArray joinFragments(const KeptFrames& kept, const FragmentChain& chain);

} // namespace signalbox::recording
