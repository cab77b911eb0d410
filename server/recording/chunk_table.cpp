// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/chunk_table.h"

#include <utility>

namespace signalbox::recording {

void ChunkTable::add(std::shared_ptr<const PayloadChunk> chunk)
{
    const quint32 producer = producerOfChunk(chunk->id());
    const quint64 sequence = sequenceOfChunk(chunk->id());
    if (m_lanes.size() <= producer) {
        m_lanes.resize(producer + 1);
    }
    Lane& lane = m_lanes[producer];
    if (lane.entries.empty()) {
        lane.firstSequence = sequence;
    }
    Q_ASSERT(sequence == lane.firstSequence + lane.entries.size());
    m_heldBytes += chunk->capacityBytes();
    ++m_count;
    lane.entries.push_back({std::move(chunk), 0});
    if (lane.entries.size() > 1) {
        letGoIfUnused(lane, lane.entries[lane.entries.size() - 2]);
    }
}

bool ChunkTable::retain(const PayloadRef& reference)
{
    Entry* entry = find(reference);
    if (entry != nullptr) {
        ++entry->users;
    }
    return entry != nullptr;
}

void ChunkTable::release(const PayloadRef& reference)
{
    if (reference.bytes == 0) {
        return;
    }
    Entry* entry = find(reference);
    Q_ASSERT(entry != nullptr && entry->users > 0);
    --entry->users;
    letGoIfUnused(m_lanes[producerOfChunk(reference.chunk)], *entry);
}

QByteArrayView ChunkTable::view(const PayloadRef& reference) const
{
    const Entry* entry = find(reference);
    return entry == nullptr ? QByteArrayView() : entry->chunk->view(reference);
}

ChunkTable::Entry* ChunkTable::find(const PayloadRef& reference)
{
    return const_cast<Entry*>(std::as_const(*this).find(reference));
}

const ChunkTable::Entry* ChunkTable::find(const PayloadRef& reference) const
{
    const quint32 producer = producerOfChunk(reference.chunk);
    if (reference.bytes == 0 || producer >= m_lanes.size()) {
        return nullptr;
    }
    const Lane& lane = m_lanes[producer];
    const quint64 index = sequenceOfChunk(reference.chunk) - lane.firstSequence; // huge when it is older
    if (index >= lane.entries.size() || !lane.entries[index].chunk) {
        return nullptr;
    }
    return &lane.entries[index];
}

void ChunkTable::letGoIfUnused(Lane& lane, Entry& entry)
{
    if (entry.users > 0 || !entry.chunk || &entry == &lane.entries.back()) {
        return;
    }
    m_heldBytes -= entry.chunk->capacityBytes();
    --m_count;
    entry.chunk.reset();
    while (!lane.entries.front().chunk) { // ends at the last one at the latest
        lane.entries.pop_front();
        ++lane.firstSequence;
    }
}

} // namespace signalbox::recording
