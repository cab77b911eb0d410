// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/frame_merge.h"

#include <utility>

namespace signalbox::recording {

namespace {

/// A record that is further ahead of the watermark than this was not written too late but under a clock that
/// has been put back since; it must not wait until the clock gets there again.
constexpr std::chrono::seconds maxWait{1};

constexpr int deliveriesOfOneRecord = 32; // as much work as one row

bool mustWait(WallTime time, WallTime watermark)
{
    return time >= watermark && time - watermark <= maxWait;
}

int workOf(const RecordBody& body)
{
    return body.kind == RecordKind::Deliveries
               ? 1 + static_cast<int>(body.second.bytes / sizeof(quint64)) / deliveriesOfOneRecord
               : 1;
}

} // namespace

FrameMerge::FrameMerge(const std::vector<CaptureRing*>& rings, KeptFrames& kept)
    : m_kept(kept)
{
    m_sources.reserve(rings.size());
    for (CaptureRing* ring : rings) {
        m_sources.push_back({ring, std::nullopt});
    }
}

FrameMerge::~FrameMerge() = default;

FrameMerge::Progress FrameMerge::drain(WallTime watermark, int maxRecords)
{
    joinOrphans();
    for (Source& source : m_sources) {
        if (!source.loss) {
            source.loss = source.ring->takeLoss();
        }
    }
    int work = 0;
    while (const std::optional<Head> head = oldest(watermark)) {
        if (work >= maxRecords) {
            return Progress::MoreWaits;
        }
        if (head->isLoss) {
            takeLoss(*head->source);
            ++work;
        } else {
            CaptureRecord& record = *head->source->ring->front();
            work += workOf(record.body);
            take(record);
            head->source->ring->pop();
        }
    }
    return Progress::CaughtUp;
}

void FrameMerge::forgetClients()
{
    for (const ClientState& client : std::as_const(m_clients)) {
        m_kept.names().release(client.user);
    }
    m_clients.clear();
}

/// Few producers: a walk over their heads is faster than a heap. Of two with the same time the first producer
/// goes first.
std::optional<FrameMerge::Head> FrameMerge::oldest(WallTime watermark)
{
    std::optional<Head> best;
    for (Source& source : m_sources) {
        const CaptureRecord* record = source.ring->front();
        const bool isLoss = source.loss && (record == nullptr || source.loss->first < record->body.time);
        if (!isLoss && record == nullptr) {
            continue;
        }
        const WallTime time = isLoss ? source.loss->first : record->body.time;
        if (!mustWait(time, watermark) && (!best || time < best->time)) {
            best = Head{&source, time, isLoss};
        }
    }
    return best;
}

void FrameMerge::takeLoss(Source& source)
{
    m_kept.appendGap(*source.loss);
    source.loss.reset();
}

void FrameMerge::take(CaptureRecord& record)
{
    if (record.chunk) {
        m_kept.addChunk(std::move(record.chunk));
    }
    const RecordBody& body = record.body;
    switch (body.kind) {
    case RecordKind::Frame:
        takeFrame(body);
        return;
    case RecordKind::Opened:
        rememberUser(body);
        m_kept.append(body, m_clients.value(body.client).user);
        return;
    case RecordKind::Closed:
        m_kept.append(body, m_clients.value(body.client).user);
        forgetClient(body.client);
        return;
    case RecordKind::Push:
    case RecordKind::Joined:
    case RecordKind::Left:
    case RecordKind::Refused:
    case RecordKind::OperatorAct:
        m_kept.append(body, 0);
        return;
    case RecordKind::Deliveries:
        join(body);
        return;
    case RecordKind::ClientKnown:
        rememberUser(body);
        return;
    case RecordKind::Gap:
        break; // never in a ring
    }
    Q_UNREACHABLE();
}

void FrameMerge::takeFrame(const RecordBody& body)
{
    if (body.fragment == 0 || body.direction == link::Direction::Sent) {
        m_kept.append(body, m_clients.value(body.client).user);
        return;
    }
    ClientState& client = m_clients[body.client];
    const quint64 position = m_kept.append(body, client.user, body.fragment == 1 ? 0 : client.lastFragment);
    client.lastFragment = body.header.fin ? 0 : position;
}

void FrameMerge::rememberUser(const RecordBody& body)
{
    ClientState& client = m_clients[body.client];
    m_kept.names().release(client.user);
    const QByteArrayView second = m_kept.bytes(body.second);
    client.user = m_kept.names().add(second.last(body.textBytes.front()).toByteArray());
}

void FrameMerge::forgetClient(ClientId client)
{
    m_kept.names().release(m_clients.take(client).user);
}

void FrameMerge::join(const RecordBody& body)
{
    if (m_kept.joinDeliveries(body) == KeptFrames::JoinOutcome::RowUnknown) {
        m_kept.holdBytes(m_orphans.emplace_back(body));
    }
}

void FrameMerge::joinOrphans()
{
    for (const RecordBody& body : std::exchange(m_orphans, {})) {
        if (m_kept.joinDeliveries(body) == KeptFrames::JoinOutcome::RowUnknown) {
            appendOrphan(body);
            m_kept.joinDeliveries(body);
        }
        m_kept.letBytesGo(body);
    }
}

/// A row for a message that was sent, but whose own row was lost or passed before capture began.
void FrameMerge::appendOrphan(RecordBody body)
{
    body.kind = RecordKind::Frame;
    body.sender = link::SenderKind::Broker;
    body.second = {};
    body.headerByteCount = static_cast<quint8>(websocket::writeFrameHeader(body.header, body.headerBytes));
    m_kept.append(body, 0);
}

} // namespace signalbox::recording
