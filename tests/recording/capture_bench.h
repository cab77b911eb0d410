// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/recording/capture_writer.h"
#include "server/recording/frame_merge.h"
#include "server/recording/row_maker.h"

#include <chrono>
#include <memory>
#include <vector>

namespace signalbox::tests {

/// Everything between some producers and the rows that come out, in one thread and without a timer.
class CaptureBench final {
public:
    explicit CaptureBench(quint32 producers = 1, size_t slots = 1024, qint64 budgetBytes = 64 * 1024 * 1024,
                          quint32 chunkBytes = recording::defaultChunkBytes)
        : kept(budgetBytes)
        , maker(kept)
    {
        std::vector<recording::CaptureRing*> borrowed;
        for (quint32 producer = 0; producer < producers; ++producer) {
            rings.push_back(std::make_unique<recording::CaptureRing>(slots));
            writers.push_back(
                std::make_unique<recording::CaptureWriter>(producer, *rings.back(), chunkBytes));
            writers.back()->setEnabled(true);
            borrowed.push_back(rings.back().get());
        }
        merge = std::make_unique<recording::FrameMerge>(borrowed, kept);
        merge->forgetClients(); // capture begins
    }

    [[nodiscard]] static WallTime at(qint64 microseconds)
    {
        return WallTime(std::chrono::seconds(1'700'000'000) + std::chrono::microseconds(microseconds));
    }

    /// A whole text frame that a client sent, masked with zeros.
    recording::PayloadRef receive(quint32 producer, qint64 time, quint64 client, QByteArrayView payload,
                                  MessageId message = {})
    {
        websocket::FrameHeader header;
        header.masked = true;
        return record(producer, time, client, header, payload, 0, message);
    }

    recording::PayloadRef record(quint32 producer, qint64 time, quint64 client, websocket::FrameHeader header,
                                 QByteArrayView payload, quint32 fragment = 0, MessageId message = {})
    {
        header.payloadBytes = static_cast<quint64>(payload.size());
        std::array<char, websocket::maxFrameHeaderBytes> bytes{};
        const int count = websocket::writeFrameHeader(header, bytes);
        return writers.at(producer)->recordFrame(at(time), ClientId(client), link::Direction::Received,
                                                 header, QByteArrayView(bytes.data(), count), payload,
                                                 fragment, {message});
    }

    /// A whole text frame on the connection of an XSockets client: `controller` is what its path named.
    recording::PayloadRef recordXSockets(qint64 time, quint64 client, link::Direction direction,
                                         QByteArrayView payload, QByteArrayView controller,
                                         MessageId message = {})
    {
        websocket::FrameHeader header;
        header.payloadBytes = static_cast<quint64>(payload.size());
        return writers.at(0)->recordFrame(at(time), ClientId(client), direction, header, {}, payload, 0,
                                          {message}, controller);
    }

    void deliver(quint32 producer, qint64 time, MessageId message, const std::vector<Delivery>& deliveries,
                 const recording::PayloadRef& payload = {})
    {
        websocket::FrameHeader header;
        header.payloadBytes = payload.bytes;
        writers.at(producer)->recordDeliveries(at(time), message, header, payload, deliveries);
    }

    /// Those had been delivered as queued.
    void settle(quint32 producer, qint64 time, MessageId message, const std::vector<Delivery>& deliveries)
    {
        writers.at(producer)->recordSettled(at(time), message, deliveries);
    }

    recording::FrameMerge::Progress drain(qint64 watermark = 1'000'000, int maxRecords = 1'000'000)
    {
        return merge->drain(at(watermark), maxRecords);
    }

    [[nodiscard]] std::vector<link::FrameRow> rows()
    {
        std::vector<link::FrameRow> all;
        for (quint64 position = kept.rows().begin(); position != kept.rows().end(); ++position) {
            all.push_back(maker.row(position, kept.deliveries().end()));
        }
        return all;
    }

    std::vector<std::unique_ptr<recording::CaptureRing>> rings;
    std::vector<std::unique_ptr<recording::CaptureWriter>> writers;
    recording::KeptFrames kept;
    recording::RowMaker maker;
    std::unique_ptr<recording::FrameMerge> merge;
};

/// `count` deliveries, to the clients from `first` on.
inline std::vector<Delivery> deliveriesTo(quint64 first, quint64 count,
                                          DeliveryState state = DeliveryState::Sent)
{
    std::vector<Delivery> all;
    for (quint64 client = first; client < first + count; ++client) {
        all.push_back({ClientId(client), state, 0});
    }
    return all;
}

} // namespace signalbox::tests
