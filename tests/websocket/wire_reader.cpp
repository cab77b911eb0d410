// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/websocket/wire_reader.h"

#include <algorithm>

namespace signalbox::tests {

using websocket::DecodedFrame;
using websocket::DecodeStatus;

PieceSizes equalPieces(qsizetype total, qsizetype pieceBytes)
{
    PieceSizes sizes;
    for (qsizetype position = 0; position < total; position += pieceBytes) {
        sizes.push_back(std::min(pieceBytes, total - position));
    }
    return sizes;
}

ReadResult readFrames(websocket::FrameDecoder& decoder, QByteArrayView wire, const PieceSizes& pieces)
{
    ReadResult result;
    DecodedFrame frame;
    qsizetype position = 0;
    for (const qsizetype size : pieces) {
        std::vector<char> piece(wire.begin() + position, wire.begin() + position + size);
        position += size;
        std::span<char> bytes(piece);
        DecodeStatus status = decoder.next(bytes, frame);
        for (; status == DecodeStatus::FrameReady; status = decoder.next(bytes, frame)) {
            result.frames.push_back({frame.header, QByteArray(frame.headerBytes.data(), frame.headerSize),
                                     frame.payloadView().toByteArray()});
        }
        if (status == DecodeStatus::Failed) {
            result.fault = decoder.fault();
            result.bytesBeforeFault = position;
            return result;
        }
        Q_ASSERT(bytes.empty()); // NeedMore: everything was consumed
    }
    return result;
}

} // namespace signalbox::tests
