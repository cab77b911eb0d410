// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/frame_merge.h"

#include "server/recording/member_names.h"

#include <algorithm>
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
    return body.kind == RecordKind::Deliveries || body.kind == RecordKind::Settled
               ? 1 + static_cast<int>(body.second.bytes / sizeof(quint64)) / deliveriesOfOneRecord
               : 1;
}

} // namespace

FrameMerge::FrameMerge(const std::vector<CaptureRing*>& rings, KeptFrames& kept)
    : m_kept(kept)
{
    m_sources.reserve(rings.size());
    for (CaptureRing* ring : rings) {
        m_sources.push_back({ring, m_sources.size(), std::nullopt, 0, 0});
    }
    forgetPopulation();
}

FrameMerge::~FrameMerge() = default;

FrameMerge::Progress FrameMerge::drain(WallTime watermark, int maxRecords)
{
    joinOrphans();
    for (Source& source : m_sources) {
        if (!source.loss) {
            fetchLoss(source);
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
            take(*head->source, record);
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
    ++m_captures;
    forgetPopulation();
}

void FrameMerge::forgetPopulation()
{
    m_kept.population().forgetSources(m_sources.size(), nextPosition());
}

void FrameMerge::fetchLoss(Source& source)
{
    source.loss = source.ring->takeLoss();
    source.lostRecords += source.loss ? source.loss->records : 0;
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
    m_kept.population().lost(source.index, nextPosition(), source.loss->first);
    source.placedRecords += source.loss->records;
    m_kept.appendGap(*source.loss);
    source.loss.reset();
}

void FrameMerge::take(Source& source, CaptureRecord& record)
{
    if (record.chunk) {
        m_kept.addChunk(std::move(record.chunk));
        source.ring->spareMemory().refill(); // for the next one
    }
    const RecordBody& body = record.body;
    switch (body.kind) {
    case RecordKind::Frame:
        takeFrame(body);
        return;
    case RecordKind::Opened:
    case RecordKind::Closed:
    case RecordKind::Joined:
    case RecordKind::Left:
        takeMembership(source, body);
        return;
    case RecordKind::Push:
    case RecordKind::Refused:
    case RecordKind::Answered:
    case RecordKind::OperatorAct:
        m_kept.append(body, 0);
        return;
    case RecordKind::Called:
        takeCall(body);
        return;
    case RecordKind::Deliveries:
    case RecordKind::Settled:
        join(body);
        return;
    case RecordKind::IntroductionBegan:
    case RecordKind::ClientKnown:
    case RecordKind::IntroductionEnded:
        takeIntroduction(source, body);
        return;
    case RecordKind::Gap:
        break; // never in a ring
    }
    Q_UNREACHABLE();
}

/// The client may have ended meanwhile: the record brings its user along.
void FrameMerge::takeCall(const RecordBody& body)
{
    const QByteArrayView user = m_kept.bytes(body.second).last(body.textBytes.back());
    const NameTable::Index name = m_kept.names().add(user.toByteArray());
    m_kept.append(body, name);
    m_kept.names().release(name);
}

/// The row first: who is told of it comes after the row.
void FrameMerge::takeMembership(Source& source, const RecordBody& body)
{
    PopulationHistory& population = m_kept.population();
    const QByteArray text = m_kept.bytes(body.second).last(body.textBytes.front()).toByteArray();
    if (body.kind == RecordKind::Opened) {
        const routing::Member member = memberOf(body);
        rememberUser(body);
        m_kept.append(body, m_clients.value(body.client).user);
        population.opened(source.index, member, nextPosition());
    } else if (body.kind == RecordKind::Closed) {
        m_kept.append(body, m_clients.value(body.client).user);
        population.closed(body.client, {body.time, body.end, body.code}, nextPosition());
        forgetClient(body.client);
    } else if (body.kind == RecordKind::Joined) {
        m_kept.append(body, 0);
        population.joined(body.client, text, nextPosition());
    } else {
        m_kept.append(body, 0);
        population.left(body.client, text, nextPosition());
    }
}

void FrameMerge::takeIntroduction(Source& source, const RecordBody& body)
{
    PopulationHistory& population = m_kept.population();
    if (body.kind == RecordKind::IntroductionBegan) {
        population.introductionBegan(source.index);
    } else if (body.kind == RecordKind::ClientKnown) {
        rememberUser(body);
        population.present(source.index, memberOf(body), nextPosition());
    } else if (body.fragment == m_captures) { // not one of an earlier time that capture was on
        const quint64 lostBefore = body.header.payloadBytes;
        if (source.placedRecords < lostBefore &&
            source.lostRecords < lostBefore) { // while this round went on
            if (source.loss) {
                takeLoss(source);
            }
            fetchLoss(source);
        }
        if (source.placedRecords < lostBefore && source.lostRecords == lostBefore) {
            takeLoss(source);
        }
        if (source.placedRecords == lostBefore) { // else more was lost since: another introduction follows
            population.introduced(source.index, nextPosition(), body.time);
        }
    }
}

routing::Member FrameMerge::memberOf(const RecordBody& body) const
{
    routing::Member member;
    member.client = body.client;
    const QByteArrayView second = m_kept.bytes(body.second);
    const QByteArrayView user = second.last(body.textBytes.front());
    member.user = UserName::trusted(user.toByteArray());
    unpackGroupsAndTags(second.chopped(user.size()).last(body.fragment), member);
    return member;
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
    std::vector<RecordBody> orphans = std::exchange(m_orphans, {});
    // The sender's own bytes first, where some left, so that a row shows them; what was settled last.
    std::stable_partition(orphans.begin(), orphans.end(), [](const RecordBody& body) {
        return !body.encodedAnew && body.kind == RecordKind::Deliveries;
    });
    for (const RecordBody& body : orphans) {
        if (m_kept.joinDeliveries(body) == KeptFrames::JoinOutcome::RowUnknown &&
            body.kind == RecordKind::Deliveries) {
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
    body.encodedAnew = false;
    body.headerByteCount = static_cast<quint8>(websocket::writeFrameHeader(body.header, body.headerBytes));
    m_kept.append(body, 0);
}

} // namespace signalbox::recording
