// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/websocket/frame_decoder.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <optional>
#include <vector>

namespace signalbox::tests {

/// A frame copied out of the decoder.
struct ReadFrame {
    websocket::FrameHeader header;
    QByteArray headerBytes;
    QByteArray payload;

    friend bool operator==(const ReadFrame&, const ReadFrame&) = default;
};

/// What a decoder made of some bytes.
struct ReadResult {
    std::vector<ReadFrame> frames;
    std::optional<websocket::ProtocolFault> fault;
    qsizetype bytesBeforeFault = 0; ///< how many bytes the decoder had been given when it failed

    friend bool operator==(const ReadResult&, const ReadResult&) = default;
};

using PieceSizes = std::vector<qsizetype>;

/// `total` bytes in pieces of `pieceBytes`, the last one smaller.
[[nodiscard]] PieceSizes equalPieces(qsizetype total, qsizetype pieceBytes);

/// Feeds `wire` piece by piece. Each piece lies in memory of its own that is gone before the next one comes,
/// so that a decoder that keeps a view of it is found out by the address sanitizer.
[[nodiscard]] ReadResult readFrames(websocket::FrameDecoder& decoder, QByteArrayView wire,
                                    const PieceSizes& pieces);

} // namespace signalbox::tests
