// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/delivery_list.h"

#include <algorithm>
#include <cstring>

namespace signalbox::recording {

namespace {

// The first word: client number, one bit for "a word with the queued bytes follows", seven for the state.
constexpr int clientShift = 8;
constexpr quint64 queuedBit = 0x80;
constexpr quint64 stateBits = 0x7F;

template <typename Visit>
void visitPacked(QByteArrayView packed, Visit visit)
{
    const char* at = packed.data();
    const char* const end = at + packed.size();
    const auto nextWord = [&at] {
        quint64 word = 0;
        std::memcpy(&word, at, sizeof word);
        at += sizeof word;
        return word;
    };
    while (at != end) {
        Q_ASSERT(at < end);
        const quint64 word = nextWord();
        const quint64 queued = (word & queuedBit) != 0 ? nextWord() : 0;
        visit(Delivery{ClientId(word >> clientShift), static_cast<DeliveryState>(word & stateBits),
                       static_cast<qint64>(queued)});
    }
}

} // namespace

quint32 packedDeliveryBytes(std::span<const Delivery> deliveries)
{
    const auto queued =
        std::ranges::count_if(deliveries, [](const Delivery& d) { return d.queuedBytes != 0; });
    return static_cast<quint32>((deliveries.size() + static_cast<size_t>(queued)) * sizeof(quint64));
}

void packDeliveries(std::span<const Delivery> deliveries, std::span<char> target)
{
    char* at = target.data();
    for (const Delivery& delivery : deliveries) {
        const bool queued = delivery.queuedBytes != 0;
        const quint64 word = delivery.client.number() << clientShift | (queued ? queuedBit : 0) |
                             static_cast<quint64>(delivery.state);
        std::memcpy(at, &word, sizeof word);
        at += sizeof word;
        if (queued) {
            std::memcpy(at, &delivery.queuedBytes, sizeof delivery.queuedBytes);
            at += sizeof delivery.queuedBytes;
        }
    }
    Q_ASSERT(at == target.data() + target.size());
}

void unpackDeliveries(QByteArrayView packed, std::vector<Delivery>& deliveries)
{
    deliveries.reserve(deliveries.size() + static_cast<size_t>(packed.size()) / sizeof(quint64));
    visitPacked(packed, [&](const Delivery& delivery) { deliveries.push_back(delivery); });
}

DeliveryCounts countPackedDeliveries(QByteArrayView packed)
{
    DeliveryCounts counts;
    visitPacked(packed, [&](const Delivery& delivery) { counts.add(delivery.state); });
    return counts;
}

} // namespace signalbox::recording
