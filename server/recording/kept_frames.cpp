// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/kept_frames.h"

#include "server/recording/delivery_list.h"

#include <QtCore/QHash>

#include <algorithm>

namespace signalbox::recording {

namespace {

/// Position of the first value in `queue`, sorted by number, whose number is not below `number`.
template <typename Queue>
quint64 lowerBound(const Queue& queue, quint64 number)
{
    quint64 low = queue.begin();
    quint64 high = queue.end();
    while (low < high) {
        const quint64 middle = low + (high - low) / 2;
        if (queue.at(middle).number < number) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/// Puts each of `settled` in the place of the delivery to the same client.
void settle(std::vector<Delivery>& all, const std::vector<Delivery>& settled)
{
    if (settled.empty()) {
        return;
    }
    QHash<ClientId, size_t> places;
    for (size_t place = 0; place < all.size(); ++place) {
        places.insert(all[place].client, place);
    }
    for (const Delivery& delivery : settled) {
        if (const auto place = places.constFind(delivery.client); place != places.cend()) {
            all[*place] = delivery;
        } else {
            all.push_back(delivery);
        }
    }
}

} // namespace

KeptFrames::KeptFrames(qint64 budgetBytes)
    : m_budgetBytes(budgetBytes)
{
}

void KeptFrames::setBudget(qint64 budgetBytes)
{
    m_budgetBytes = budgetBytes;
    evict();
}

void KeptFrames::addChunk(std::shared_ptr<const PayloadChunk> chunk)
{
    m_chunks.add(std::move(chunk));
}

quint64 KeptFrames::append(const RecordBody& body, NameTable::Index user, quint64 previousFragment)
{
    KeptRow row{body, m_nextNumber++, 0, user, 0};
    holdBytes(row.body);
    m_names.retain(user);
    if (previousFragment > m_rows.begin()) { // positions plus 1: it is still kept
        row.previousFragment = static_cast<quint32>(m_rows.end() - (previousFragment - 1));
    }
    const quint64 position = m_rows.append(row);
    if (!body.message.isNull() && body.isAbout) {
        m_related.insert(body.message, position);
    } else if (!body.message.isNull()) {
        m_rowOfMessage.insert(body.message, position);
    }
    evict();
    return position + 1;
}

void KeptFrames::appendGap(const RingLoss& loss)
{
    Q_ASSERT(loss.records > 0);
    RecordBody body;
    body.kind = RecordKind::Gap;
    body.time = loss.first;
    m_gaps.append({m_nextNumber, loss});
    m_rows.append({body, m_nextNumber, 0, 0, 0});
    m_nextNumber += loss.records;
    evict();
}

KeptFrames::JoinOutcome KeptFrames::joinDeliveries(const RecordBody& body)
{
    const MessageIndex::Answer answer = m_rowOfMessage.find(body.message);
    if (answer.finding != MessageIndex::Finding::Known) {
        return answer.finding == MessageIndex::Finding::Evicted ? JoinOutcome::RowEvicted
                                                                : JoinOutcome::RowUnknown;
    }
    KeptRow& row = m_rows.at(answer.position);
    const DeliveryCounts sums = countPackedDeliveries(bytes(body.second));
    KeptDeliveries entry{
        body.second,
        answer.position,
        row.newestDeliveries,
        keepEncoding(body, answer.position),
        static_cast<quint32>(sums.sent),
        static_cast<qint32>(body.kind == RecordKind::Settled ? -sums.recipients : sums.queued),
        static_cast<quint32>(sums.dropped)};
    if (!m_chunks.retain(entry.list)) {
        entry.list = {};
    }
    row.newestDeliveries = m_deliveries.append(entry) + 1;
    evict();
    return JoinOutcome::Joined;
}

quint64 KeptFrames::keepEncoding(const RecordBody& body, quint64 row)
{
    if (!body.encodedAnew) {
        return 0;
    }
    KeptEncoding encoding{body.payload, body.header, row};
    if (!m_chunks.retain(encoding.payload)) {
        encoding.payload = {};
    }
    return m_encodings.append(encoding) + 1;
}

void KeptFrames::holdBytes(RecordBody& body)
{
    for (PayloadRef* reference : {&body.payload, &body.second}) {
        if (!m_chunks.retain(*reference)) {
            *reference = {};
        }
    }
}

void KeptFrames::letBytesGo(const RecordBody& body)
{
    m_chunks.release(body.payload);
    m_chunks.release(body.second);
}

quint64 KeptFrames::firstKept() const
{
    return m_rows.isEmpty() ? m_nextNumber : m_rows.front().number;
}

quint64 KeptFrames::positionOf(quint64 number) const
{
    return lowerBound(m_rows, number);
}

std::optional<quint64> KeptFrames::find(quint64 number) const
{
    const quint64 position = positionOf(number);
    const bool found = position != m_rows.end() && m_rows.at(position).number == number;
    return found ? std::optional(position) : std::nullopt;
}

RingLoss KeptFrames::gap(quint64 number) const
{
    const quint64 position = lowerBound(m_gaps, number);
    Q_ASSERT(position != m_gaps.end() && m_gaps.at(position).number == number);
    return m_gaps.at(position).loss;
}

DeliveryCounts KeptFrames::counts(const KeptRow& row, quint64 deliveriesEnd) const
{
    DeliveryCounts sums;
    for (quint64 next = row.newestDeliveries; next != 0;) {
        const KeptDeliveries& entry = m_deliveries.at(next - 1);
        if (next - 1 < deliveriesEnd) {
            sums.sent += entry.sent;
            sums.queued += entry.queued;
            sums.dropped += entry.dropped;
        }
        next = entry.older;
    }
    sums.queued = std::max<qint64>(sums.queued, 0); // what was settled may have been told in a lost record
    sums.recipients = sums.sent + sums.queued + sums.dropped;
    return sums;
}

std::vector<KeptDeliveries> KeptFrames::entriesOf(const KeptRow& row) const
{
    std::vector<KeptDeliveries> entries;
    for (quint64 next = row.newestDeliveries; next != 0; next = entries.back().older) {
        entries.push_back(m_deliveries.at(next - 1));
    }
    std::reverse(entries.begin(), entries.end());
    return entries;
}

std::vector<Delivery> KeptFrames::deliveriesOf(const KeptRow& row) const
{
    std::vector<Delivery> all;
    std::vector<Delivery> settled;
    for (const KeptDeliveries& entry : entriesOf(row)) {
        unpackDeliveries(bytes(entry.list), entry.settles() ? settled : all);
    }
    settle(all, settled);
    return all;
}

std::vector<link::Encoding> KeptFrames::encodingsOf(const KeptRow& row) const
{
    std::vector<link::Encoding> encodings;
    for (const KeptDeliveries& entry : entriesOf(row)) {
        if (entry.encoding == 0) {
            continue;
        }
        const KeptEncoding& kept = m_encodings.at(entry.encoding - 1);
        const QByteArrayView payload = bytes(kept.payload);
        auto found = std::ranges::find_if(encodings, [&](const link::Encoding& known) {
            return known.header == kept.header && known.payload == payload;
        });
        if (found == encodings.end()) {
            found = encodings.insert(found, {kept.header, payload.toByteArray(), {}});
        }
        std::vector<Delivery> deliveries;
        unpackDeliveries(bytes(entry.list), deliveries);
        for (const Delivery& delivery : deliveries) {
            found->clients.push_back(delivery.client);
        }
    }
    return encodings;
}

std::vector<quint64> KeptFrames::relatedTo(quint64 position) const
{
    const MessageId message = m_rows.at(position).body.message;
    if (message.isNull()) {
        return {};
    }
    std::vector<quint64> positions = m_related.find(message);
    if (const MessageIndex::Answer own = m_rowOfMessage.find(message);
        own.finding == MessageIndex::Finding::Known) {
        positions.insert(positions.begin(), own.position);
    }
    std::erase(positions, position);
    return positions;
}

link::Ledger KeptFrames::ledgerBefore(quint64 position) const
{
    Q_ASSERT(position >= m_rows.begin() && position <= m_rows.end());
    const quint64 number = position == m_rows.end() ? m_nextNumber : m_rows.at(position).number;
    const quint64 rows = position - m_rows.begin();
    const quint64 gaps = lowerBound(m_gaps, number) - m_gaps.begin();
    link::Ledger ledger;
    ledger.captured = number - 1; // numbers are given from 1, to lost rows too
    ledger.notKept = ledger.captured - (rows - gaps);
    ledger.keptBytes = keptBytes();
    ledger.budgetBytes = m_budgetBytes;
    return ledger;
}

qint64 KeptFrames::keptBytes() const
{
    return static_cast<qint64>(m_rows.size() * sizeof(KeptRow) +
                               m_deliveries.size() * sizeof(KeptDeliveries) +
                               m_encodings.size() * sizeof(KeptEncoding) + m_gaps.size() * sizeof(KeptGap)) +
           m_rowOfMessage.heldBytes() + m_related.heldBytes() + m_chunks.heldBytes() + m_names.heldBytes() +
           m_population.heldBytes();
}

void KeptFrames::evict()
{
    while (keptBytes() > m_budgetBytes && !m_rows.isEmpty()) {
        evictOldestRow();
    }
}

void KeptFrames::evictOldestRow()
{
    const quint64 position = m_rows.begin();
    const KeptRow row = m_rows.front();
    m_rows.removeFront();
    if (row.body.kind == RecordKind::Gap) {
        m_gaps.removeFront();
    }
    letBytesGo(row.body);
    m_names.release(row.user);
    m_rowOfMessage.removeBefore(position + 1);
    m_related.removeBefore(position + 1);
    m_population.forgetBefore(position + 1);
    while (!m_deliveries.isEmpty() && m_deliveries.front().row <= position) {
        m_chunks.release(m_deliveries.front().list);
        m_deliveries.removeFront();
    }
    while (!m_encodings.isEmpty() && m_encodings.front().row <= position) {
        m_chunks.release(m_encodings.front().payload);
        m_encodings.removeFront();
    }
}

} // namespace signalbox::recording
